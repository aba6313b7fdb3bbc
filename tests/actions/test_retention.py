"""Erasing, on both databases."""

import pytest

from modules.actions import planning, retention
from modules.domain.access import Acting
from modules.domain.errors import MoveRefused, NoSuchSession, NotAllowed, StaleMove
from modules.domain.moves import Move
from modules.domain.session import Topic
from modules.storage.tables import metadata
from tests.a_room import PLAIN, ARoom

OF_SESSIONS = ("sessions", "rounds", "ballots", "texts", "notes", "agreements")


def rows(room: ARoom) -> dict[str, int]:
    with room.database.read() as db:
        return {t: len(db.execute(metadata.tables[t].select()).all()) for t in OF_SESSIONS}


def test_delete_now_erases_everything_and_says_what(room: ARoom) -> None:
    room.start(phones=5).at(PLAIN)
    room.all_choose("aaabb")
    planning.write_agreed(
        room.tools, acting=room.acting, session_id=room.session_id, key="plain", text="We say stop."
    )

    erased = retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)

    assert erased.title == "Test"
    assert erased.rows == {
        "session": 1,
        "rounds": 1,
        "ballots": 5,
        "texts": 0,
        "notes": 0,
        "agreements": 1,
        "moderators signed in": 0,
        "links for moderators": 0,
    }
    assert rows(room) == dict.fromkeys(OF_SESSIONS, 0)


def test_delete_now_needs_a_sign_in(room: ARoom) -> None:
    room.start()

    with pytest.raises(NotAllowed):
        retention.delete_now(room.tools, acting=Acting("nobody"), session_id=room.session_id)


def test_deleting_twice_says_that_it_is_gone(room: ARoom) -> None:
    room.start()
    retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)

    with pytest.raises(NoSuchSession):
        retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)


@pytest.mark.parametrize(("days", "erased"), [(6, 0), (7, 1), (300, 1)])
def test_a_session_is_erased_on_its_date_or_at_the_next_look(
    room: ARoom, days: int, erased: int
) -> None:
    room.start(retention_days=7)
    room.move(Move.END)
    room.clock.forward(days=days)

    assert retention.erase_due(room.tools) == erased


def test_what_was_erased_is_announced_as_such(room: ARoom) -> None:
    room.start()
    room.announced.clear()
    retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)
    room.start(retention_days=1)
    room.clock.forward(days=1)
    retention.erase_due(room.tools)

    assert room.announced == [Topic.ERASED, Topic.ERASED]


def test_practice_is_erased_at_the_first_look_after_its_end(room: ARoom) -> None:
    room.start(practice=True)
    assert retention.erase_due(room.tools) == 0
    room.move(Move.END)

    assert retention.erase_due(room.tools) == 1


def discard(room: ARoom, expected_step: int | None = None) -> None:
    retention.discard(
        room.tools, acting=room.acting, session_id=room.session_id,
        expected_step=room.view.step if expected_step is None else expected_step,
    )  # fmt: skip


def test_a_room_in_which_nothing_has_begun_is_discarded(room: ARoom) -> None:
    room.start(phones=2)

    discard(room)

    assert (rows(room)["sessions"], room.announced[-1]) == (0, Topic.ERASED)


def test_a_room_that_has_moved_since_is_not_discarded(room: ARoom) -> None:
    room.start()
    seen = room.view.step
    room.at(1)

    with pytest.raises(StaleMove):
        discard(room, seen)

    assert rows(room)["sessions"] == 1


@pytest.mark.parametrize("moves", [[Move.NEXT], [Move.NEXT, Move.BACK], [Move.END]])
def test_a_workshop_that_has_begun_is_not_discarded(room: ARoom, moves: list[Move]) -> None:
    room.start()
    for move in moves:
        room.move(move)

    with pytest.raises(MoveRefused):
        discard(room)

    assert rows(room)["sessions"] == 1


def test_discarding_needs_a_sign_in(room: ARoom) -> None:
    room.start()

    with pytest.raises(NotAllowed):
        retention.discard(
            room.tools, acting=Acting("nobody"), session_id=room.session_id,
            expected_step=room.view.step,
        )  # fmt: skip
