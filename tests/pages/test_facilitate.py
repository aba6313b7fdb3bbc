"""The console: what it offers where, and what a press does."""

from typing import Any

import pytest

from modules.actions import signing
from modules.domain.errors import StaleMove
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.live.signals import Signal
from modules.screens.start import session_list
from modules.screens.views import AnswersState
from modules.ui import live
from tests.a_room import COMMON, GUIDE, INSTEAD, PLAIN, WORDS
from tests.pages.a_desk import Desk, button, labels, markup, press, seen

CUT_FIRST = "id: words-of-mine\npriority: cut first\n"


def test_the_lobby_offers_the_way_in_and_nothing_to_answer(desk: Desk):
    desk.room.start()

    tab = desk.signed_in("facilitate")

    halves = f"{desk.code[:4]} {desk.code[4:]}"
    assert halves in seen(tab)
    assert "192.0.2.7:8501/join" in seen(tab)
    assert "Scan with one test phone" in seen(tab)
    offered = labels(tab)
    assert {"Lock the room", "QR", "Help", "Next", "Blank", "End workshop"} <= set(offered)
    assert not {"Open answers", "Close answers", "Show results", "Start timer"} & set(offered)
    assert button(tab, "back").disabled


def test_a_phone_that_arrived_replaces_the_network_remedies(desk: Desk):
    desk.room.start()
    desk.workshop.presence.seen(desk.room.session_id, b"phone")

    tab = desk.signed_in("facilitate")

    assert "A phone reached this room. 1 phone here now." in seen(tab)
    assert "Scan with one test phone" not in seen(tab)


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


def test_ending_asks_once_and_says_what_will_be_lost(desk: Desk):
    desk.room.start(phones=5).at(3)
    desk.room.answer(desk.room.phones[0], {"text": ["left unread"]})
    tab = desk.signed_in("facilitate")

    press(tab, "end")

    assert not desk.room.view.ended
    assert "or that nobody has read yet are deleted." in seen(tab)
    assert "3 steps of the plan would not take place." in seen(tab)


def test_going_on_instead_of_ending_changes_nothing(desk: Desk):
    desk.room.start().at(1)
    tab = press(desk.signed_in("facilitate"), "end")
    before = desk.room.view

    press(tab, "end_not")

    assert desk.room.view == before
    assert "End now" not in labels(tab)


def test_ending_makes_the_summary_and_leaves_nothing_to_press(desk: Desk):
    desk.room.start().at(1)
    tab = press(desk.signed_in("facilitate"), "end")

    press(tab, "end_now")

    assert desk.room.view.ended
    assert "The summary is ready" in seen(tab)
    offered = ["Help", "Reopen the workshop", "Make it final now"]
    assert [b.label for b in tab.button if not b.disabled] == offered


def test_an_end_pressed_on_a_stale_screen_is_refused(desk: Desk):
    desk.room.start().at(1)
    tab = press(desk.signed_in("facilitate"), "end")
    desk.room.move(Move.NEXT)

    press(tab, "end_now")

    assert not desk.room.view.ended


def test_with_four_answers_the_console_says_what_is_needed_and_no_number(desk: Desk):
    desk.room.start(phones=4).at(PLAIN)
    desk.room.all_choose("aaab")
    desk.room.move(Move.SHOW_RESULTS)

    tab = desk.signed_in("facilitate")

    assert desk.room.view.result is not None
    assert desk.room.view.result.notice in seen(tab)
    assert list(tab.get("plotly_chart")) == []
    assert "3 of 4" not in seen(tab)


def test_with_five_answers_the_console_shows_the_chart(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aaaab")
    desk.room.move(Move.SHOW_RESULTS)

    tab = desk.signed_in("facilitate")

    assert len(tab.get("plotly_chart")) == 1
    assert "4 of 5" in seen(tab)


def test_nothing_but_the_number_of_answers_is_shown_before_sealing(desk: Desk):
    desk.room.start(phones=6).at(PLAIN)
    desk.room.all_choose("aaaab-")

    tab = desk.signed_in("facilitate")

    assert "6 of 6 have answered" in seen(tab)
    assert "passed" not in seen(tab)
    assert len(tab.get("plotly_chart")) == 0


def test_tied_results_wait_for_each_other(desk: Desk):
    desk.room.start(phones=5).at(COMMON)
    desk.room.all_choose("aabbc")

    press(desk.signed_in("facilitate"), "next")

    assert (desk.room.view.position, desk.room.view.results_shown) == (INSTEAD, False)


def test_results_that_belong_together_are_both_on_the_console(desk: Desk):
    desk.room.start(phones=12).at(COMMON)
    desk.room.all_choose("aaaaaabbbbbb")
    desk.room.at(INSTEAD)
    desk.room.all_choose("aaaaaabbbbbb")

    tab = press(desk.signed_in("facilitate"), "next")

    [other] = desk.room.view.shown_with
    assert other.picture is not None
    assert other.prompt in seen(tab)
    assert other.picture.sentence in seen(tab)


def test_what_a_participant_typed_is_text(desk: Desk):
    desk.room.start(phones=5).at(3)
    desk.room.answer(desk.room.phones[0], {"text": ["<img src=x> **bold** :material/home:"]})
    desk.room.decide(desk.room.texts.cards[0].handle, TextState.SHOWN)
    for device in desk.room.phones[1:]:
        desk.room.answer(device, {"text": ["fine"]})
    desk.room.move(Move.SHOW_RESULTS)

    tab = desk.signed_in("facilitate")

    assert "&lt;img src=x&gt; **bold** :material/home:" in markup(tab)
    assert not any("**bold**" in element.value for element in tab.markdown)


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
    timed, untimed = live.look(session_id, timed=True), live.look(session_id)

    desk.room.clock.forward(minutes=1)

    assert live.look(session_id, timed=True) != timed
    assert live.look(session_id) == untimed


def test_blanking_and_locking_are_switches(desk: Desk):
    desk.room.start().at(1)
    tab = desk.signed_in("facilitate")

    press(tab, "blank")
    press(tab, "lock")

    assert (desk.room.view.blank, desk.room.view.locked) == (True, True)
    assert {"Unblank", "Unlock the room"} <= set(labels(tab))


def test_an_open_dialog_outlives_a_redraw(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    tab = press(desk.signed_in("facilitate"), "end")
    desk.room.all_choose("aa")

    assert "End now" in labels(tab.run())


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


def test_an_end_by_accident_is_taken_back_by_one_press(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aabbc")
    projector = desk.projector()
    tab = press(press(desk.signed_in("facilitate"), "end"), "end_now")
    ended = seen(projector.run())

    press(tab, "reopen")

    assert "Thank you for being here" in ended
    assert "What brought you here?" in seen(projector.run())
    assert (desk.room.view.position, desk.room.view.answers) == (PLAIN, AnswersState.SEALED)


def test_an_end_that_is_final_offers_no_way_back(desk: Desk):
    desk.room.start().at(1)
    tab = press(press(desk.signed_in("facilitate"), "end"), "end_now")

    press(tab, "make_final")

    assert "Reopen the workshop" not in labels(tab)
    assert "The summary is ready" in seen(tab)


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
    assert "Undo: the last move sealed answers, which is final." in sealed


def test_how_many_passed_is_told_once_it_is_sealed_and_may_be(desk: Desk):
    desk.room.start(phones=7).at(PLAIN)
    desk.room.all_choose("aaabb--")
    before = seen(desk.signed_in("facilitate"))
    desk.room.move(Move.SHOW_RESULTS)
    after = seen(desk.signed_in("facilitate"))
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aab--")
    desk.room.move(Move.SHOW_RESULTS)

    assert "passed" not in before
    assert "2 passed" in after
    assert "How many passed is not told" in seen(desk.signed_in("facilitate"))


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


def test_a_wrong_guide_leads_back_to_the_filled_form_and_leaves_nothing(desk: Desk):
    guide = "a_room_for_tests"
    tab = desk.open("home", acting=desk.room.acting)
    tab.text_input(key=f"title_{guide}").input("Our Monday")
    tab.number_input(key=f"head_{guide}").set_value(24)
    tab.text_area(key=f"contacts_{guide}").input("Somebody to talk to: Ada")
    tab.button(key="start_now").click().run()
    [line] = session_list(desk.room.database)
    desk.room.session_id = line.id

    tab = press(desk.signed_in("facilitate"), "wrong_guide")

    assert session_list(desk.room.database) == ()
    assert tab.text_input(key=f"title_{guide}").value == "Our Monday"
    assert tab.number_input(key=f"head_{guide}").value == 24
    assert tab.text_area(key=f"contacts_{guide}").value == "Somebody to talk to: Ada"


def test_a_wrong_guide_asks_first_where_somebody_has_joined(desk: Desk):
    desk.room.start()
    desk.workshop.presence.seen(desk.room.session_id, b"phone")

    tab = press(desk.signed_in("facilitate"), "wrong_guide")
    asked, kept = seen(tab), len(session_list(desk.room.database))
    press(tab, "wrong_guide_sure")

    assert "1 phone would have to join again" in asked
    assert (kept, session_list(desk.room.database)) == (1, ())


def test_a_room_that_was_asked_something_meanwhile_is_not_erased(desk: Desk):
    desk.room.start(phones=5)
    desk.workshop.presence.seen(desk.room.session_id, b"phone")
    tab = press(desk.signed_in("facilitate"), "wrong_guide")
    sure = button(tab, "wrong_guide_sure")
    desk.room.at(PLAIN).all_choose("aabbc")
    desk.room.move(Move.SHOW_RESULTS)
    desk.room.at(0)

    sure.click().run()

    assert desk.room.view.position == 0
    assert not {"Wrong guide? Choose another", "Choose another"} & set(labels(tab))


def test_once_it_has_begun_no_other_guide_is_offered(desk: Desk):
    desk.room.start().at(1)

    assert "Wrong guide? Choose another" not in labels(desk.signed_in("facilitate"))


def test_texts_that_nobody_has_read_are_counted_before_results_are_shown(desk: Desk):
    desk.room.start(phones=2).at(WORDS)
    for device in desk.room.phones:
        desk.room.answer(device, {"text": ["A line"]})
    # While answers come in, one more of them beside one more answer would tell who did not pass.
    open_ = [link.proto.label for link in desk.signed_in("facilitate").get("page_link")]
    menu = ["Start", "Guides", "Moderate", "Summary"]
    assert open_ == [*menu, "Read what people write: only what you let through is shown"]
    desk.room.move(Move.CLOSE_ANSWERS)

    said = [link.proto.label for link in desk.signed_in("facilitate").get("page_link")]
    for card in desk.room.texts.cards:
        desk.room.decide(card.handle, TextState.SHOWN)
    afterwards = desk.signed_in("facilitate").get("page_link")

    assert said == [*menu, "2 unread texts will not be shown"]
    assert [link.proto.label for link in afterwards] == menu


def test_practice_says_so(desk: Desk):
    desk.room.start(practice=True)

    assert "Practice, not anonymous" in seen(desk.signed_in("facilitate"))


def test_a_session_that_is_gone_is_said_so(desk: Desk):
    tab = desk.open("facilitate", acting=desk.room.acting, session="nothing")

    assert [info.value for info in tab.info] == [
        "This workshop no longer exists. It may have been deleted on its date, or have a new "
        "address: scan the code on the big screen again."
    ]


def test_without_a_choice_the_only_running_session_is_meant(desk: Desk):
    desk.room.start(title="The only one")

    assert "The only one" in seen(desk.open("facilitate", acting=desk.room.acting))


def test_without_a_choice_between_two_the_start_page_is_named(desk: Desk):
    desk.room.start()
    desk.room.start()

    tab = desk.open("facilitate", acting=desk.room.acting)

    assert [info.value for info in tab.info] == ["Choose a workshop on the start page."]


@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ({}, "Everything is deleted on 8 April 2026."),
        ({"rehearsal": True}, "Everything is deleted within an hour of the end."),
    ],
)
def test_the_deletion_date_is_seen_without_opening_anything(
    desk: Desk, form: dict[str, Any], kept: str
):
    desk.room.start(phones=1, **form)
    lobby = seen(desk.signed_in("facilitate"))
    desk.room.at(PLAIN)

    assert [page.count(kept) for page in (lobby, seen(desk.signed_in("facilitate")))] == [1, 1]


def test_after_the_end_the_facilitator_alone_is_told_how_many_texts_were_deleted(desk: Desk):
    desk.room.start(phones=3).at(WORDS)
    for device in desk.room.phones:
        desk.room.answer(device, {"text": ["left unread"]})
    desk.room.move(Move.END)

    assert "3 texts that were not shown were deleted." in seen(desk.signed_in("facilitate"))
