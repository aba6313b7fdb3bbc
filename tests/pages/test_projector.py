"""The big screen: read-only, and nothing on it that a participant may not see."""

from typing import Any

import pytest

from modules.actions import retention
from modules.domain.moves import Move
from modules.domain.tally import TextState
from tests.a_room import GUIDE, PLAIN
from tests.pages.a_desk import Desk, labels, markup, press, seen


def test_the_lobby_shows_code_address_promise_and_phones(desk: Desk):
    desk.room.start()
    desk.workshop.presence.seen(desk.room.session_id, b"one")
    desk.workshop.presence.seen(desk.room.session_id, b"two")

    shown = seen(desk.projector())

    assert f"{desk.code[:4]} {desk.code[4:]}" in shown
    assert "192.0.2.7:8501/join" in shown
    assert "2 phones here" in shown
    assert "from 5 answers" in shown
    assert '<img class="qr"' in markup(desk.projector())


@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ({}, "Everything is deleted on 8 April 2026."),
        ({"practice": True}, "Everything is deleted within an hour of the end."),
    ],
)
def test_the_lobby_and_the_end_say_until_when_everything_is_kept(
    desk: Desk, form: dict[str, Any], kept: str
):
    desk.room.start(phones=1, **form)
    tab = desk.projector()
    lobby = seen(tab)
    desk.room.move(Move.END)

    assert kept in lobby
    assert kept in seen(tab.run())


def test_before_a_phone_arrived_the_lobby_lists_the_remedies(desk: Desk):
    desk.room.start()
    before = seen(desk.projector())
    desk.workshop.presence.arrived(desk.room.session_id)

    assert "scan with one test phone" in before
    assert "A phone reached this room" in seen(desk.projector())
    assert "scan with one test phone" not in seen(desk.projector())


@pytest.mark.parametrize("code", ["", "00000000", "1234", "abc", "9" * 500, "1234567\u0669"])
def test_a_wrong_code_gets_a_sentence(desk: Desk, code):
    desk.room.start()

    shown = seen(desk.projector(code))

    assert shown.strip() == (
        "No workshop is running under this code. Check the eight digits on the facilitator's page."
    )


def test_a_workshop_that_was_erased_sends_nobody_from_the_big_screen_to_the_big_screen(desk: Desk):
    room = desk.room.start()
    tab = desk.projector()
    retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)

    shown = seen(tab.run()).strip()

    assert shown == "This workshop no longer exists. The facilitator's page leads to one that runs."


def test_wrong_codes_slow_the_whole_server_down(desk: Desk):
    desk.room.start()
    for _ in range(5):
        desk.projector("00000000")

    shown = seen(desk.projector())

    assert shown.strip().startswith("Too many tries at once.")


def test_a_projector_that_runs_does_not_wait(desk: Desk):
    desk.room.start()
    tab = desk.projector()
    for _ in range(5):
        desk.projector("00000000")

    assert "Too many tries" not in seen(tab.run())


def test_an_activity_shows_prompt_options_and_how_many_answered(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aab")

    shown = seen(desk.projector())

    assert "What brought you here?" in shown
    assert "A Curiosity B A friend C My work" in shown
    assert "3 of 3 have answered" in shown


def test_a_content_note_stands_above_the_prompt(desk: Desk):
    note = "This can bring up something painful."
    desk.room.start(guide=GUIDE.replace("id: plain\n", f"id: plain\ncontent_note: {note}\n"))
    desk.room.at(PLAIN)

    shown = seen(desk.projector())

    assert 0 < shown.index(note) < shown.index("What brought you here?")


def test_no_script_and_no_control_is_on_it(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)

    tab = desk.projector()

    assert "Choose the one that fits you best" not in seen(tab)
    assert "It warms the room up" not in seen(tab)
    assert labels(tab) == []


def test_a_result_shows_sentence_and_chart(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aaaab")
    desk.room.move(Move.SHOW_RESULTS)

    tab = desk.projector()

    assert "4 of 5" in seen(tab)
    assert len(tab.get("plotly_chart")) == 1


def test_four_answers_show_why_there_is_no_result(desk: Desk):
    desk.room.start(phones=4).at(PLAIN)
    desk.room.all_choose("aaab")
    desk.room.move(Move.SHOW_RESULTS)

    tab = desk.projector()

    assert desk.room.view.result is not None
    assert desk.room.view.result.notice in seen(tab)
    assert len(tab.get("plotly_chart")) == 0


def test_only_texts_that_the_moderator_showed_are_on_the_wall_and_as_text(desk: Desk):
    desk.room.start(phones=6).at(3)
    for n, device in enumerate(desk.room.phones):
        desk.room.answer(device, {"text": [f"<b>text</b> {n} {{title}}"]})
    for card in desk.room.texts.cards:
        if "3" in card.text:
            desk.room.decide(card.handle, TextState.HELD, reason="names a person")
        elif "4" not in card.text:
            desk.room.decide(card.handle, TextState.SHOWN)
    desk.room.move(Move.SHOW_RESULTS)

    sent = markup(desk.projector())

    shown = [n for n in range(6) if f"&lt;b&gt;text&lt;/b&gt; {n} {{title}}" in sent]
    assert shown == [0, 1, 2, 5]
    assert "<b>text" not in sent


def test_a_blank_screen_is_blank(desk: Desk):
    desk.room.start(phones=5).at(PLAIN).move(Move.BLANK)

    assert seen(desk.projector()).strip() == "A short pause"


def test_the_end_shows_the_way_to_the_summary_and_the_deletion_date(desk: Desk):
    desk.room.start()
    tab = desk.projector()
    desk.room.at(1).move(Move.END)

    shown = seen(tab.run())

    assert "Scan the code for the summary" in shown
    assert "8 April 2026" in shown
    assert desk.room.view.summary_key not in str(tab.query_params)


@pytest.mark.parametrize("kind", ["practice", "rehearsal"])
def test_after_practice_and_rehearsal_both_screens_say_what_becomes_of_it(desk: Desk, kind):
    desk.room.start(practice=kind == "practice", rehearsal=kind == "rehearsal")
    tab = desk.projector()
    desk.room.at(1).move(Move.END)

    said = f"This was a {kind}. Everything is deleted within an hour of the end."
    assert said in seen(tab.run())
    assert said in seen(desk.signed_in("facilitate"))
    assert "2026" not in seen(tab)
    assert '<img class="qr"' not in markup(tab)


def test_a_break_has_its_own_scene_and_its_time_runs_by_itself(desk: Desk):
    desk.room.start(guide=GUIDE.replace("form: brief", "form: break", 1))
    desk.room.at(1)

    timer = desk.room.view.timer
    assert timer is not None
    assert (timer.total_seconds, timer.ends is None) == (300, False)
    assert "Welcome" in seen(desk.projector())
    desk.room.at(2)
    assert desk.room.view.timer is None


def test_practice_and_rehearsal_say_so_on_every_scene(desk: Desk):
    desk.room.start(practice=True)
    tab = desk.projector()
    said = ["Practice, not anonymous" in markup(tab)]
    desk.room.at(PLAIN)
    said.append("Practice, not anonymous" in markup(tab.run()))
    desk.room.move(Move.SHOW_RESULTS)
    said.append("Practice, not anonymous" in markup(tab.run()))

    assert said == [True, True, True]


def test_projector_and_console_say_how_many_texts_were_held_back(desk: Desk):
    desk.room.start(phones=6).at(3)
    for n, device in enumerate(desk.room.phones):
        desk.room.answer(device, {"text": [f"text {n}"]})
    first, *others = desk.room.texts.cards
    desk.room.decide(first.handle, TextState.HELD, reason="names a person")
    for card in others:
        desk.room.decide(card.handle, TextState.SHOWN)
    desk.room.move(Move.SHOW_RESULTS)

    shown = seen(desk.projector())

    assert "1 held back: it names a person" in seen(desk.signed_in("facilitate"))
    assert "1 held back: it names a person" in shown
    assert first.text not in shown


def test_keys_work_on_the_projector_for_its_facilitator_only(desk: Desk):
    desk.room.start(phones=5).at(1)
    tab = desk.open("projector", acting=desk.room.acting, code=desk.code)

    press(tab, "next")

    assert desk.room.view.position == PLAIN
    assert labels(desk.open("projector", acting=desk.moderator(), code=desk.code)) == []


def test_a_stale_key_on_the_projector_changes_nothing_and_says_nothing_to_the_room(desk: Desk):
    desk.room.start(phones=5).at(1)
    tab = desk.open("projector", acting=desk.room.acting, code=desk.code)
    desk.room.at(PLAIN)

    press(tab, "next")

    assert desk.room.view.position == PLAIN
    assert list(tab.error) == []


def test_h_shows_the_keys_until_the_next_press(desk: Desk):
    desk.room.start(phones=5).at(1)
    tab = desk.open("projector", acting=desk.room.acting, code=desk.code)

    press(tab, "help")
    helping = "PageDown or → Next" in seen(tab)
    press(tab, "blank")

    assert helping
    assert "PageDown" not in seen(tab)


def test_q_shows_the_large_code_until_the_next_press(desk: Desk):
    desk.room.start(phones=5).at(1)
    tab = desk.open("projector", acting=desk.room.acting, code=desk.code)

    press(tab, "qr")
    large = "Scan the code, or open" in seen(tab)
    press(tab, "next")

    assert large
    assert "Scan the code, or open" not in seen(tab)


def test_the_steps_that_participants_do_are_on_it_and_the_facilitators_are_not(desk: Desk):
    steps = (
        "**Steps.**\n\n1. Explain it. (1 min)\n2. One speaks. (2 min)\n3. Change over. (2 min)\n"
    )
    steps += "4. Facilitator: say where the door is.\n"
    brief = GUIDE.replace("```activity\nid: welcome", f"{steps}\n```activity\nid: welcome")
    desk.room.start(guide=brief.replace("form: brief", "form: pairs", 1)).at(1)
    shown = seen(desk.projector())
    desk.room.start(guide=brief).at(1)

    assert "1 One speaks. (2 min) 2 Change over. (2 min)" in shown.replace("\u00a0", " ")
    assert "Explain" not in shown
    assert "where the door is" not in shown
    assert "Change over" not in seen(desk.projector())
