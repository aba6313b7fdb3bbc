"""Joining slowed by place, without knowing the place."""

import pytest

from modules.domain.errors import SlowDown
from modules.live.doorstep import JOINS_IN_A_WINDOW, SALT_LASTS_SECONDS, Doorstep


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def flooded(clock: Clock) -> Doorstep:
    doorstep = Doorstep(clock)
    for _ in range(JOINS_IN_A_WINDOW):
        doorstep.enter("198.51.100.7")
    return doorstep


def test_a_whole_room_joins_from_one_address_at_once() -> None:
    flooded(Clock())


def test_a_flood_from_one_address_waits_for_the_next_minute() -> None:
    clock = Clock()
    doorstep = flooded(clock)
    clock.now = 20

    with pytest.raises(SlowDown) as refused:
        doorstep.enter("198.51.100.7")

    assert refused.value.seconds == 40
    clock.now = 60
    doorstep.enter("198.51.100.7")


def test_another_place_does_not_wait() -> None:
    flooded(Clock()).enter("203.0.113.9")


def test_no_address_is_kept_and_the_salt_changes_every_hour() -> None:
    clock = Clock()
    doorstep = flooded(clock)
    before = dict(vars(doorstep))
    assert "198.51" not in repr(before)

    clock.now = SALT_LASTS_SECONDS
    doorstep.enter("198.51.100.7")

    assert vars(doorstep)["_salt"] != before["_salt"]
