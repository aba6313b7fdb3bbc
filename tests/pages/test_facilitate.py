"""The console: what it offers where, and what a press does."""

import pytest

from modules.actions import signing
from modules.domain.errors import StaleMove
from modules.domain.moves import Move
from modules.live.signals import Signal
from modules.screens.views import AnswersState
from modules.ui import live
from tests.a_room import GUIDE, PLAIN, WORDS
from tests.pages.a_desk import Desk, button, labels, markup, press, seen

CUT_FIRST = "id: words-of-mine\npriority: cut first\n"


@pytest.mark.parametrize(
    ("moves", "switches"),
    [
        ([], ["Close answers", "Show results"]),
        ([Move.CLOSE_ANSWERS], ["Open answers", "Show results"]),
        ([Move.SHOW_RESULTS], ["Ask again", "Hide results"]),
        ([Move.SHOW_RESULTS, Move.HIDE_RESULTS], ["Ask again", "Show results"]),
    ],
)
def test_the_two_switches_say_what_they_would_do(desk: Desk, moves, switches):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aabbc")
    for move in moves:
        desk.room.move(move)

    found = labels(desk.signed_in("facilitate"))

    offered = ("Open answers", "Close answers", "Show results", "Hide results", "Ask again")
    assert [label for label in found if label in offered] == switches


def test_a_sealed_round_cannot_be_opened_again(desk: Desk):
    desk.room.start(phones=5).at(PLAIN).move(Move.SHOW_RESULTS)

    tab = desk.signed_in("facilitate")

    assert "Open answers" not in labels(tab)


def test_next_first_closes_and_reveals_then_moves_on(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aabbc")
    tab = desk.signed_in("facilitate")

    press(tab, "next")
    first = (desk.room.view.position, desk.room.view.results_shown)
    press(tab, "next")

    assert first == (PLAIN, True)
    assert desk.room.view.position == PLAIN + 1


def test_back_returns_to_the_sealed_result(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aabbc")
    desk.room.at(PLAIN + 1)
    tab = desk.signed_in("facilitate")

    press(tab, "back")

    assert (desk.room.view.position, desk.room.view.answers) == (PLAIN, AnswersState.SEALED)


def test_a_stale_press_is_refused_with_where_the_room_is_and_applied_never(desk: Desk):
    desk.room.start().at(1)
    tab = desk.signed_in("facilitate")
    desk.room.move(Move.NEXT)

    press(tab, "next")

    where = f"step {PLAIN}, “A plain question”"
    assert [error.value for error in tab.error] == [str(StaleMove(where))]
    assert desk.room.view.position == PLAIN


def test_a_refusal_stays_through_redraws_until_the_next_press(desk: Desk):
    desk.room.start().at(1)
    tab = desk.signed_in("facilitate")
    desk.room.move(Move.NEXT)
    press(tab, "next")

    redrawn = len(tab.run().error)
    pressed = len(press(tab, "blank").error)

    assert (redrawn, pressed) == (1, 0)


def test_a_press_after_signing_out_elsewhere_changes_nothing(desk: Desk):
    desk.room.start().at(1)
    tab = desk.signed_in("facilitate")
    before = desk.room.view
    signing.sign_out(desk.room.tools, acting=desk.room.acting)

    press(tab, "next")

    assert desk.room.view == before
    assert [title.value for title in tab.title] == ["Sign in"]


def test_a_second_device_shows_the_same_room(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    other = desk.open("facilitate", acting=desk.another_sign_in(), session=desk.room.session_id)

    assert seen(other) == seen(desk.signed_in("facilitate"))


def test_the_timer_starts_pauses_grows_and_stops(desk: Desk):
    desk.room.start().at(1)
    tab = desk.signed_in("facilitate")

    press(tab, "timer_start")
    started = desk.room.view.timer
    press(tab, "timer_pause")
    paused = desk.room.view.timer
    press(tab, "timer_add_minute")
    longer = desk.room.view.timer
    press(tab, "timer_stop")

    assert started is not None
    assert (started.left_seconds, started.ends is None) == (300, False)
    assert paused is not None
    assert (paused.left_seconds, paused.ends) == (300, None)
    assert longer is not None
    assert longer.left_seconds == 360
    assert desk.room.view.timer is None


def test_the_console_is_drawn_again_as_time_passes_though_nobody_acts(desk: Desk):
    desk.room.start().at(1)
    session_id = desk.room.session_id
    console, other = live.look(session_id, console=True), live.look(session_id)

    desk.room.clock.forward(minutes=1)

    assert live.look(session_id, console=True) != console
    assert live.look(session_id) == other


def test_blanking_and_locking_are_switches(desk: Desk):
    desk.room.start().at(1)
    tab = desk.signed_in("facilitate")

    press(tab, "blank")
    press(tab, "lock")

    assert (desk.room.view.blank, desk.room.view.locked) == (True, True)
    assert {"Unblank", "Unlock the room"} <= set(labels(tab))


@pytest.mark.parametrize("position", [0, 1])
def test_a_blank_projector_is_said_with_the_way_back(desk: Desk, position: int):
    said = "Projector blank: B or . brings it back"
    desk.room.start().at(position)
    tab = desk.signed_in("facilitate")
    before = said in seen(tab)

    blank = said in seen(press(tab, "blank"))
    under_the_code = said in seen(press(tab, "qr"))
    press(tab, "qr")
    again = said in seen(press(tab, "blank"))

    assert (before, blank, under_the_code, again) == (False, True, False, False)


def test_help_names_the_keys(desk: Desk):
    desk.room.start().at(1)

    tab = press(desk.signed_in("facilitate"), "help")

    assert "PageDown or → Next: the first press" in seen(tab)
    assert "<kbd>B</kbd> or <kbd>.</kbd>" in markup(tab)


def test_qr_shows_the_large_code_on_every_projector_until_the_next_move(desk: Desk):
    desk.room.start().at(1)
    tab, projectors = desk.signed_in("facilitate"), [desk.projector(), desk.projector()]

    press(tab, "qr")
    shown = ["Scan the code, or open" in seen(one.run()) for one in projectors]
    offered = button(tab, "qr").label
    press(tab, "next")

    assert (shown, offered) == ([True, True], "Hide QR")
    assert "Scan the code, or open" not in seen(projectors[0].run())
    assert desk.room.view.position == PLAIN


def test_qr_pressed_again_hides_it(desk: Desk):
    desk.room.start().at(1)
    tab = press(desk.signed_in("facilitate"), "qr")

    press(tab, "qr")

    assert "Scan the code, or open" not in seen(desk.projector())


def test_the_buttons_say_what_would_seal_before_they_are_pressed(desk: Desk):
    desk.room.start(phones=5).at(1)
    before = seen(desk.signed_in("facilitate"))
    desk.room.at(PLAIN)
    is_open = seen(desk.signed_in("facilitate"))
    desk.room.move(Move.CLOSE_ANSWERS)
    closed = seen(desk.signed_in("facilitate"))
    desk.room.move(Move.SHOW_RESULTS)
    sealed = seen(desk.signed_in("facilitate"))

    seals = "Show results, Back, another step and “End workshop” seal them for good."
    assert [seals in text for text in (before, is_open, closed, sealed)] == [0, 1, 1, 0]
    assert "“Close answers” can be taken back for five minutes" in is_open
    assert "Closing can be taken back for five minutes" in closed
    again = "“Ask again” opens this question once more."
    assert f"Undo: the last move sealed answers, which is final. {again}" in sealed
    assert again not in closed


def test_what_comes_by_itself_stands_below_the_buttons(desk: Desk):
    desk.room.start(phones=2).at(WORDS)
    before = [b.key for b in desk.signed_in("facilitate").button]
    desk.workshop.signals.give(desk.room.session_id, Signal.SLOWER, b"one")
    desk.room.answer(desk.room.phones[0], {"text": ["A line"]})

    tab = desk.signed_in("facilitate")

    assert [b.key for b in tab.button] == before
    assert markup(tab).index("follows") < markup(tab).index("signal")


def test_must_and_cut_first_are_in_the_plan(desk: Desk):
    desk.room.start(guide=GUIDE.replace("id: words-of-mine\n", CUT_FIRST)).at(1)

    lines = [b.label for b in desk.signed_in("facilitate").button if "line_" in (b.key or "")]

    assert [line.split()[-1] for line in lines][:3] == ["**must**", "**must**", "first*"]


def test_a_step_that_was_jumped_over_says_so_in_the_plan(desk: Desk):
    desk.room.start().at(1).at(3)

    lines = [b.label for b in desk.signed_in("facilitate").button if "line_" in (b.key or "")]

    assert ["✓" in lines[0], "*passed over*" in lines[0]] == [True, False]
    assert ["✓" in lines[1], "*passed over*" in lines[1]] == [False, True]
