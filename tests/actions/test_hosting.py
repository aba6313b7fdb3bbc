"""The facilitator's moves, on both databases."""

from datetime import date
from typing import Any

import pytest

from modules.actions import answering, ending, hosting, signing
from modules.actions.timing import TimerAction
from modules.domain.access import Acting
from modules.domain.errors import (
    InvalidInput,
    MoveRefused,
    NotAllowed,
    RoomFull,
    RoomLocked,
    RoundClosed,
    StaleMove,
)
from modules.domain.moves import Move
from modules.domain.session import Topic
from modules.domain.tally import TextState
from modules.screens.views import AnswersState
from modules.storage import rounds, sessions
from tests.a_room import PLAIN, WORDS, ARoom


def test_a_session_starts_in_its_lobby_with_a_code_of_eight_digits(room: ARoom) -> None:
    view = room.start().view

    assert (view.position, view.answers) == (0, AnswersState.NONE)
    assert view.code is not None
    assert (len(view.code), view.code.isdigit()) == (8, True)


@pytest.mark.parametrize(
    "form",
    [
        {"title": "  "},
        {"title": "x" * 201},
        {"smallest_group": 2},
        {"smallest_group": 11},
        {"retention_days": 0},
        {"retention_days": 401},
        {"cap": 0},
        {"head_count": 0},
        {"support_contacts": " "},
        {"support_contacts": "Somebody to talk to: \nAnother: Ada"},
    ],
)
def test_start_refuses_a_form_that_cannot_be(room: ARoom, form: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        room.start(**form)


def test_start_needs_no_contacts_for_practice(room: ARoom) -> None:
    assert room.start(practice=True, support_contacts="").view.practice


def test_the_start_form_raises_the_guides_smallest_group_but_never_lowers_it(room: ARoom) -> None:
    assert room.start(smallest_group=8).view.smallest_group == 8
    assert room.start(smallest_group=3).view.smallest_group == 5


def test_a_move_is_refused_without_a_sign_in(room: ARoom) -> None:
    room.start()
    room.acting = Acting("nobody")

    with pytest.raises(NotAllowed):
        room.move(Move.NEXT)


def test_a_move_is_refused_after_sign_out(room: ARoom) -> None:
    room.start()
    signing.sign_out(room.tools, acting=room.acting)

    with pytest.raises(NotAllowed):
        room.move(Move.NEXT)


def test_a_stale_press_is_refused_and_changes_nothing(room: ARoom) -> None:
    room.start()
    room.move(Move.NEXT)
    before = room.view

    with pytest.raises(StaleMove):
        room.move(Move.NEXT, expected_step=0)

    assert room.view == before


def test_a_move_is_announced_to_the_phones(room: ARoom) -> None:
    room.start()
    room.move(Move.NEXT)

    assert room.announced == [Topic.STAGE]


def test_answers_can_be_closed_and_opened_again_without_losing_any(room: ARoom) -> None:
    room.start(phones=2).at(PLAIN)
    room.answer(room.phones[0], {"choice": "a"})
    room.move(Move.CLOSE_ANSWERS)
    with pytest.raises(RoundClosed):
        room.answer(room.phones[1], {"choice": "b"})

    room.move(Move.OPEN_ANSWERS)
    room.answer(room.phones[1], {"choice": "b"})

    assert room.view.answered == 2


def test_showing_results_seals(room: ARoom) -> None:
    room.start(phones=5).at(PLAIN)
    room.all_choose("aaabb")
    room.move(Move.SHOW_RESULTS)

    view = room.view
    assert (view.answers, view.results_shown, view.answered) == (AnswersState.SEALED, True, 0)
    with room.database.read() as db:
        [round_] = rounds.of_session(db, room.session_id)
    assert round_.secret is None


def test_a_round_is_sealed_five_minutes_after_closing(room: ARoom) -> None:
    room.start(phones=5).at(PLAIN)
    room.all_choose("aaabb")
    room.move(Move.CLOSE_ANSWERS)
    room.clock.forward(minutes=4, seconds=59)
    assert ending.seal_overdue(room.tools) == 0

    room.clock.forward(seconds=1)

    assert ending.seal_overdue(room.tools) == 1
    assert room.view.answers is AnswersState.SEALED


def test_asking_again_keeps_the_first_round_beside_the_second(room: ARoom) -> None:
    room.start(phones=5).at(PLAIN)
    room.all_choose("aaaab")
    room.move(Move.SHOW_RESULTS)
    room.move(Move.ASK_AGAIN)
    room.all_choose("bbbba")
    room.move(Move.SHOW_RESULTS)

    result = room.view.result
    assert result is not None
    assert result.picture is not None
    assert result.picture.chart is not None
    assert [row.values for row in result.picture.chart.rows][:2] == [(4, 1), (1, 4)]  # type: ignore[union-attr]


def test_a_locked_room_takes_no_new_phone(room: ARoom) -> None:
    room.start(phones=1)
    hosting.lock(room.tools, acting=room.acting, session_id=room.session_id, locked=True)

    with pytest.raises(RoomLocked):
        room.join()


def test_a_full_room_takes_no_new_phone(room: ARoom) -> None:
    room.start(phones=3, cap=3)

    with pytest.raises(RoomFull):
        room.join()


def test_practice_takes_ten_phones(room: ARoom) -> None:
    room.start(phones=10, practice=True)

    with pytest.raises(RoomFull):
        room.join()


def test_a_rehearsal_takes_ten_real_phones_and_any_number_of_invented_ones(room: ARoom) -> None:
    room.start(phones=10, rehearsal=True)

    with pytest.raises(RoomFull):
        room.join()
    answering.join(room.tools, session_id=room.session_id, phones=10, invented=True)


def test_in_a_real_room_nobody_is_invented(room: ARoom) -> None:
    room.start(phones=3, cap=3)

    with pytest.raises(RoomFull):
        answering.join(room.tools, session_id=room.session_id, phones=3, invented=True)


def test_a_rehearsal_keeps_the_real_smallest_group_and_practice_does_not(room: ARoom) -> None:
    assert room.start(rehearsal=True, smallest_group=6).view.smallest_group == 6
    assert room.start(practice=True, smallest_group=6).view.smallest_group == 1


def test_an_ended_workshop_takes_no_phone_and_no_move(room: ARoom) -> None:
    room.start()
    room.move(Move.END)

    with pytest.raises(MoveRefused):
        room.join()
    with pytest.raises(MoveRefused):
        room.move(Move.NEXT)


def test_the_end_forgets_the_clock_and_sets_the_deletion_date(room: ARoom) -> None:
    room.start(retention_days=7)
    room.move(Move.NEXT)
    room.clock.forward(hours=20)
    room.move(Move.END)

    with room.database.read() as db:
        session = sessions.by_id(db, room.session_id).session
    assert (session.started_at, session.stage.entered, session.stage.timer) == (None, None, None)
    assert session.delete_on == date(2026, 3, 17)


def test_the_end_deletes_held_and_unread_texts_and_says_how_many(room: ARoom) -> None:
    room.start(phones=5).at(WORDS)
    for number, device in enumerate(room.phones):
        room.answer(device, {"text": [f"number {number}"]})
    shown, held, *_waiting = room.texts.cards
    room.decide(shown.handle, TextState.SHOWN)
    room.decide(held.handle, TextState.HELD, reason="names a person")
    room.move(Move.END)

    with room.database.read() as db:
        session = sessions.by_id(db, room.session_id).session
    assert session.held_deleted == 4
    assert [card.text for card in room.texts.cards] == [shown.text]


def test_the_timer_starts_pauses_and_gets_a_minute(room: ARoom) -> None:
    room.start().at(PLAIN)
    seen = []
    actions: tuple[TimerAction, ...] = ("start", "pause", "add minute", "start", "stop")
    for action in actions:
        room.clock.forward(seconds=30)
        room.time(action)
        timer = room.view.timer
        seen.append(timer and (timer.left_seconds, timer.ends is not None))

    assert seen == [(600, True), (570, False), (630, False), (630, True), None]


def test_pause_on_two_devices_pauses(room: ARoom) -> None:
    room.start().at(PLAIN)
    room.time("start")

    for _ in range(2):
        room.time("pause")

    timer = room.view.timer
    assert timer is not None
    assert (timer.left_seconds, timer.ends) == (600, None)


@pytest.mark.parametrize("action", ["start", "pause", "add minute", "stop"])
def test_a_press_on_the_timer_of_another_step_is_refused(room: ARoom, action: TimerAction) -> None:
    room.start().at(PLAIN)
    seen = room.view.step
    room.move(Move.NEXT)
    room.time("start")
    before = room.view.timer

    with pytest.raises(StaleMove):
        room.time(action, expected_step=seen)

    assert room.view.timer == before


def test_undo_brings_the_countdown_of_its_step_back(room: ARoom) -> None:
    room.start().at(1)
    room.time("start")
    room.clock.forward(seconds=60)
    room.move(Move.NEXT)

    hosting.undo(
        room.tools, acting=room.acting, session_id=room.session_id, expected_step=room.view.step
    )

    timer = room.view.timer
    assert timer is not None
    assert timer.left_seconds == timer.total_seconds - 60


def test_behind_the_plan_counts_only_overrun_minutes(room: ARoom) -> None:
    room.start()
    room.move(Move.NEXT)
    room.clock.forward(minutes=5)
    assert room.view.behind_minutes == 0

    room.clock.forward(minutes=6)

    assert room.view.behind_minutes == 6
