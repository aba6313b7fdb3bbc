"""Changing the run from the console: jump, cut, reorder, undo, ask, break, note, moderators."""

import pytest
from streamlit.testing.v1 import AppTest

from modules.actions import signing
from modules.domain.access import Acting
from modules.domain.errors import NotAllowed
from modules.domain.guide import Activity
from modules.domain.moves import Move
from modules.live.signals import Signal
from modules.screens.views import AnswersState, PlanState
from modules.ui.wording import plain
from tests.a_room import GUIDE, PLAIN, WORDS
from tests.pages.a_desk import Desk, button, headings, press, seen


def open_step(desk: Desk, position: int) -> AppTest:
    tab = desk.signed_in("facilitate")
    line = desk.room.view.plan[position - 1]
    return press(tab, f"line_{line.state.value.replace(' ', '_')}_{line.key}")


def now(desk: Desk) -> Activity:
    activity = desk.room.view.now
    assert activity is not None
    return activity


def titles(desk: Desk) -> list[str]:
    return [line.title for line in desk.room.view.plan]


def test_any_step_can_be_gone_to(desk: Desk):
    desk.room.start().at(1)

    press(open_step(desk, 6), "step_go")

    assert desk.room.view.position == 6


def test_a_jump_says_that_it_seals_open_answers(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)

    assert "seals the answers" in seen(open_step(desk, 6))
    assert "It seals the answers" not in seen(desk.signed_in("facilitate"))


def test_a_step_is_cut_and_restored(desk: Desk):
    desk.room.start().at(1)

    press(open_step(desk, 4), "step_cut")
    cut = desk.room.view.plan[3].state
    press(open_step(desk, 4), "step_cut")

    assert cut is PlanState.CUT
    assert desk.room.view.plan[3].state is PlanState.TO_COME


def test_the_step_the_room_is_at_offers_nothing(desk: Desk):
    desk.room.start().at(2)

    tab = open_step(desk, 2)

    assert "The room is here." in seen(tab)
    assert not any(b.key and b.key.startswith("step_") for b in tab.button)


def test_what_is_to_come_is_put_in_another_order(desk: Desk):
    desk.room.start().at(1)
    before = titles(desk)

    press(open_step(desk, 3), "step_later")

    assert titles(desk) == [*before[:2], before[3], before[2], *before[4:]]


@pytest.mark.parametrize(("position", "key"), [(2, "step_earlier"), (6, "step_later")])
def test_nothing_is_moved_past_the_room_or_the_end(desk: Desk, position, key):
    desk.room.start().at(1)

    assert button(open_step(desk, position), key).disabled


def test_a_stale_change_of_plan_is_refused(desk: Desk):
    desk.room.start().at(1)
    tab = open_step(desk, 4)
    desk.room.move(Move.NEXT)

    press(tab, "step_cut")

    assert desk.room.view.plan[3].state is PlanState.TO_COME
    assert [error.value.startswith("Another device") for error in tab.error] == [True]


def test_the_last_move_is_undone_where_nothing_was_sealed(desk: Desk):
    desk.room.start().at(1).move(Move.NEXT)

    press(desk.signed_in("facilitate"), "undo")

    assert desk.room.view.position == 1


def test_undo_is_not_offered_after_sealing(desk: Desk):
    desk.room.start(phones=5).at(PLAIN).move(Move.SHOW_RESULTS)

    assert button(desk.signed_in("facilitate"), "undo").disabled


def test_a_delay_suggests_what_to_cut_and_one_press_cuts_it(desk: Desk):
    guide = _with_a_step_to_cut()
    desk.room.start(guide=guide).at(1)
    desk.room.clock.forward(minutes=16)
    tab = desk.signed_in("facilitate")
    said = seen(tab)

    press(tab, "cut_next")

    assert "11 min behind. Cut “Your words”, 15 min?" in said
    assert desk.room.view.plan[WORDS - 1].state is PlanState.CUT


def _with_a_step_to_cut() -> str:
    from tests.a_room import GUIDE

    return GUIDE.replace("id: words-of-mine\n", "id: words-of-mine\npriority: cut first\n")


def test_without_a_delay_nothing_is_suggested(desk: Desk):
    desk.room.start(guide=_with_a_step_to_cut()).at(1)

    tab = desk.signed_in("facilitate")

    assert not any(b.key == "cut_next" for b in tab.button)


def test_a_question_is_asked_on_the_fly(desk: Desk):
    desk.room.start(phones=5).at(1)
    tab = press(desk.signed_in("facilitate"), "add_ask")
    tab.text_input(key="ask_prompt").input("Shall we go on?")
    tab.text_area(key="ask_lines").input("Yes\n\n No \nLater").run()

    press(tab, "ask_now")

    assert now(desk).prompt == "Shall we go on?"
    assert [o.text for o in now(desk).settings.options] == ["Yes", "No", "Later"]  # type: ignore[attr-defined]
    assert desk.room.view.answers is AnswersState.OPEN


LONG = "We are ready to go on with what we said that we would talk about after lunch"


@pytest.mark.parametrize("kind", ["Scale of agreement", "Up to three words", "A short text"])
def test_every_kind_on_the_fly_opens_at_once(desk: Desk, kind):
    desk.room.start(phones=5).at(1)
    tab = press(desk.signed_in("facilitate"), "add_ask")
    tab.selectbox(key="ask_kind").select(kind).run()
    tab.text_input(key="ask_prompt").input(LONG).run()

    press(tab, "ask_now")

    assert (now(desk).prompt, desk.room.view.answers) == (LONG, AnswersState.OPEN)
    assert seen(desk.projector()).count("We are ready to go on") == 1


def test_a_question_for_later_waits_behind_this_step(desk: Desk):
    desk.room.start().at(1)
    tab = press(desk.signed_in("facilitate"), "add_ask")
    tab.text_input(key="ask_prompt").input("Later?")
    tab.text_area(key="ask_lines").input("Yes\nNo").run()

    press(tab, "ask_next")

    assert (desk.room.view.position, titles(desk)[1]) == (1, "Later?")


def test_an_unfinished_question_says_what_is_missing_and_stays_open(desk: Desk):
    desk.room.start().at(1)
    tab = press(desk.signed_in("facilitate"), "add_ask")
    tab.text_input(key="ask_prompt").input("Only one?")
    tab.text_area(key="ask_lines").input("Yes").run()

    press(tab, "ask_now")

    assert len(tab.error) == 1
    assert tab.text_input(key="ask_prompt").value == "Only one?"
    assert len(desk.room.view.plan) == 6


def test_a_break_is_inserted_and_begun(desk: Desk):
    desk.room.start().at(1)
    tab = press(desk.signed_in("facilitate"), "add_break")
    tab.number_input(key="break_minutes").set_value(7).run()

    press(tab, "break_now")

    assert (now(desk).title, now(desk).minutes) == ("Break", 7)


def test_a_note_to_self_is_kept_by_step(desk: Desk):
    desk.room.start().at(1)
    tab = desk.signed_in("facilitate")

    tab.text_area(key="note_welcome").input("Speak slower").run()

    noted = desk.room.view.note
    desk.room.at(2)
    assert (noted, desk.room.view.note) == ("Speak slower", "")


def test_what_was_agreed_is_kept_and_there_when_the_page_is_loaded_again(desk: Desk):
    desk.room.start().at(1)
    tab = desk.signed_in("facilitate")
    assert (
        tab.text_area(key="agreed_welcome").label == "For the summary everyone gets: what we agreed"
    )

    tab.text_area(key="agreed_welcome").input("We say stop.").run()

    assert (desk.room.view.agreed, desk.room.view.note) == ("We say stop.", "")
    again = desk.signed_in("facilitate")
    assert again.text_area(key="agreed_welcome").value == "We say stop."
    assert again.text_area(key="note_welcome").value == ""


def test_a_moderators_link_is_shown_once_and_withdrawn(desk: Desk):
    desk.room.start()
    tab = press(desk.signed_in("facilitate"), "moderator_link")
    component = next(e for e in tab.get("bidi_component") if "sign-in" in str(e.proto))
    token = str(component.proto).split("/sign-in/")[1][:64]
    raw = signing.sign_in_by_link(desk.room.tools, token=token)
    page = desk.open("moderate", acting=Acting(signing.hashed(raw)))
    assert headings(page) == ["Moderation"]

    press(tab, "moderator_withdraw")

    assert [title.value for title in page.run().title] == ["Sign in"]
    with pytest.raises(NotAllowed):
        signing.sign_in_by_link(desk.room.tools, token=token)


def test_signals_are_a_level_on_the_console_and_nowhere_else(desk: Desk):
    desk.room.start().at(1)
    for n in range(3):
        desk.workshop.signals.give(desk.room.session_id, Signal.BREAK, bytes([n]))

    assert "several: a break, please" in seen(desk.signed_in("facilitate"))
    assert "a break, please" not in seen(desk.projector())
    assert "slower" not in seen(desk.signed_in("facilitate"))


def test_a_section_of_a_strangers_guide_is_its_letters_in_the_dialog(desk: Desk):
    title = ":material/info: [First](https://example.org)"
    desk.room.start(guide=GUIDE.replace("## First", f"## {title}"))

    tab = open_step(desk, PLAIN)

    [caption] = [c.value for c in tab.caption if "10 min" in c.value]
    assert caption.startswith(plain(title))
