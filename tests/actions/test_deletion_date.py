"""The deletion date: fixed when the first phone joins, and never later than it ever said."""

from datetime import date

import pytest

from modules.domain.moves import Move
from modules.domain.session import Topic
from modules.screens.phone import phone, promise
from modules.screens.projector import projector
from modules.screens.start import session_list
from modules.screens.summary import summary
from tests.a_room import ARoom

PROMISED = date(2026, 3, 16)


def said(room: ARoom) -> dict[str, date]:
    """The date on every screen that says it to somebody in the room."""
    database, session_id, now = room.database, room.session_id, room.clock()
    return {
        "console": room.view.delete_on,
        "projector": projector(database, session_id, now=now, phones=1).delete_on,
        "phone": phone(database, session_id, now=now).delete_on,
        "promise": promise(database, session_id, today=now.date()).delete_on,
    }


def test_every_screen_says_the_date_that_the_first_phone_was_told(room: ARoom) -> None:
    room.start(retention_days=7)
    before = said(room)

    room.join()

    assert set(before.values()) == {PROMISED}
    assert said(room) == before
    assert session_list(room.database)[0].delete_on == PROMISED


@pytest.mark.parametrize("ends_after", [0, 1, 5])
def test_the_date_never_moves_to_a_later_one(room: ARoom, ends_after: int) -> None:
    room.start(retention_days=7, phones=1)
    room.move(Move.NEXT)
    room.clock.forward(hours=20 * ends_after)
    room.acting = room.another_sign_in()
    during = said(room)
    room.move(Move.END)

    assert set(during.values()) == {PROMISED}
    assert set(said(room).values()) == {PROMISED}
    assert summary(room.database, room.session_id).delete_on == PROMISED


def test_the_days_are_counted_from_the_first_phone_and_from_no_other(room: ARoom) -> None:
    """A workshop that was started days before keeps its results as long as its form says."""
    room.start(retention_days=7)
    room.clock.forward(days=2)
    room.acting = room.another_sign_in()
    before = said(room)
    room.join()
    first = said(room)
    room.clock.forward(hours=20)
    room.join()

    assert set(before.values()) == set(first.values()) == {date(2026, 3, 18)}
    assert said(room) == first


def test_phones_hear_of_it_when_the_date_is_fixed_and_only_then(room: ARoom) -> None:
    room.start()
    room.announced.clear()

    room.join()
    room.join()

    assert room.announced == [Topic.STAGE]


def test_no_date_is_promised_in_the_list_before_anybody_joined(room: ARoom) -> None:
    room.start()

    assert session_list(room.database)[0].delete_on is None
