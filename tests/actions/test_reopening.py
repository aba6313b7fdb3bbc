"""Ending by accident: for fifteen minutes nothing is lost but what every move to here sealed."""

import pytest

from modules.actions import ending, hosting, retention
from modules.domain.access import Acting
from modules.domain.errors import MoveRefused, NotAllowed, StaleMove
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.summary import summary
from modules.screens.views import AnswersState
from modules.storage import sessions
from modules.storage.sessions import StoredSession
from tests.a_room import GUIDE, PLAIN, WORDS, ARoom


def stored(room: ARoom) -> StoredSession:
    with room.database.read() as db:
        return sessions.by_id(db, room.session_id)


def with_texts(room: ARoom) -> ARoom:
    room.start(phones=5).at(WORDS)
    for number, device in enumerate(room.phones):
        room.answer(device, {"text": [f"number {number}"]})
    return room


def test_a_reopened_room_stands_where_it_stood_with_its_answers_sealed(room: ARoom) -> None:
    room.start(phones=5).at(PLAIN)
    room.all_choose("aabbc")
    room.ends_by_accident().reopen()

    view = room.view
    assert (view.ended, view.position, view.answers) == (False, PLAIN, AnswersState.SEALED)
    assert not view.results_shown
    room.move(Move.SHOW_RESULTS)
    assert room.view.result is not None


def test_what_was_shown_before_the_accident_is_shown_again(room: ARoom) -> None:
    room.start(phones=5).at(PLAIN)
    room.all_choose("aabbc")
    room.move(Move.SHOW_RESULTS)
    room.ends_by_accident().reopen()

    assert room.view.results_shown


def test_the_clock_and_unread_texts_are_still_there(room: ARoom) -> None:
    with_texts(room)
    room.clock.forward(minutes=10)
    room.ends_by_accident()
    room.clock.forward(minutes=4)
    room.reopen()

    assert room.view.elapsed_minutes == 14
    assert [card.state for card in room.texts.cards] == [TextState.WAITING] * 5


def test_somebody_can_join_and_answer_again(room: ARoom) -> None:
    room.start(phones=4).at(PLAIN)
    room.ends_by_accident()
    with pytest.raises(MoveRefused):
        room.join()
    room.reopen()
    room.phones.append(room.join())
    room.move(Move.ASK_AGAIN)

    room.all_choose("aabbc")

    assert room.view.answered == 5


def test_what_stands_beside_the_stage_opens_anew(room: ARoom) -> None:
    guide = GUIDE.replace("kind: text", "kind: questions").replace("entries: 2\n", "")
    room.start(phones=5, guide=guide).at(WORDS)
    assert len(room.view.standing) == 1
    room.ends_by_accident().reopen()

    assert [standing.accepting for standing in room.view.standing] == [True]


def test_after_fifteen_minutes_the_end_is_final(room: ARoom) -> None:
    with_texts(room).ends_by_accident()
    room.clock.forward(minutes=14, seconds=59)
    assert ending.make_overdue_final(room.tools) == 0
    assert room.view.reopen_minutes == 1
    room.clock.forward(seconds=1)

    assert ending.make_overdue_final(room.tools) == 1
    assert ending.make_overdue_final(room.tools) == 0
    session, last_move = stored(room).session, stored(room).last_move
    assert (session.final, session.started_at, last_move) == (True, None, None)
    assert room.texts.cards == ()
    with pytest.raises(MoveRefused):
        room.reopen()


def test_an_end_that_was_taken_back_in_that_moment_is_not_made_final(
    room: ARoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_texts(room).ends_by_accident().reopen()
    # Another server had looked for ends before it was reopened.
    monkeypatch.setattr(sessions, "ended_before", lambda _db, _time: (room.session_id,))

    assert ending.make_overdue_final(room.tools) == 0
    assert len(room.texts.cards) == 5


def test_the_facilitator_can_make_the_end_final_at_once(room: ARoom) -> None:
    with_texts(room).ends_by_accident()

    ending.make_final(room.tools, acting=room.acting, session_id=room.session_id)

    assert room.view.reopen_minutes == 0
    assert room.texts.cards == ()


def test_the_summary_does_not_change_when_the_end_becomes_final(room: ARoom) -> None:
    room.start(phones=5, series="Mondays").at(PLAIN)
    room.all_choose("aabbc")
    before = summary(room.database, room.ends_by_accident().session_id)

    ending.make_final(room.tools, acting=room.acting, session_id=room.session_id)

    assert summary(room.database, room.session_id) == before


def test_the_summarys_address_from_before_opens_nothing_after_reopening(room: ARoom) -> None:
    key = room.start().ends_by_accident().view.summary_key

    room.reopen()

    assert room.view.summary_key != key


def test_a_practice_is_not_erased_while_it_can_be_reopened(room: ARoom) -> None:
    room.start(practice=True).ends_by_accident()

    assert retention.erase_due(room.tools) == 0
    room.clock.forward(minutes=15)
    assert retention.erase_due(room.tools) == 1


def test_a_reopened_practice_is_not_erased_in_the_middle(room: ARoom) -> None:
    room.start(practice=True, phones=1).ends_by_accident().reopen()
    room.clock.forward(hours=2)

    assert retention.erase_due(room.tools) == 0


@pytest.mark.parametrize("ended", [True, False])
def test_a_stale_or_needless_press_reopens_nothing(room: ARoom, ended: bool) -> None:
    room.start()
    step = room.view.step
    if ended:
        room.ends_by_accident()
    before = room.view

    with pytest.raises(StaleMove if ended else MoveRefused):
        room.reopen(step)

    assert room.view == before


def test_a_workshop_that_goes_on_has_no_end_to_make_final(room: ARoom) -> None:
    room.start()

    with pytest.raises(MoveRefused):
        ending.make_final(room.tools, acting=room.acting, session_id=room.session_id)


def test_nobody_else_reopens(room: ARoom) -> None:
    room.start().ends_by_accident()

    with pytest.raises(NotAllowed):
        hosting.reopen(
            room.tools, acting=Acting("nobody"), session_id=room.session_id,
            expected_step=room.view.step,
        )  # fmt: skip


def test_the_large_code_is_for_the_moment(room: ARoom) -> None:
    room.start().at(PLAIN)
    seen = []
    for shown in (True, True, False, True):
        hosting.show_code(room.tools, acting=room.acting, session_id=room.session_id, shown=shown)
        seen.append(room.view.code_shown)
    room.move(Move.NEXT)

    assert (seen, room.view.code_shown) == ([True, True, False, True], False)
