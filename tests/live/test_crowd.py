"""Floods of joins are slowed; a whole room behind one address is not."""

import pytest

from modules.domain.errors import SlowDown
from modules.live import crowd
from modules.live.crowd import A_SECOND, AT_ONCE, LONGEST_WAIT_SECONDS, Crowd


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def joins_until_refused(door: Crowd, address: str) -> int:
    for taken in range(10_000):
        try:
            door.seconds_to_wait(address)
        except SlowDown:
            return taken
    return 10_000


def is_let_in(door: Crowd, address: str) -> bool:
    try:
        door.seconds_to_wait(address)
    except SlowDown:
        return False
    return True


def test_a_whole_room_behind_one_address_does_not_wait(clock):
    door = Crowd(clock)

    assert {door.seconds_to_wait("192.0.2.1") for _ in range(AT_ONCE)} == {0.0}


def test_more_than_a_room_at_once_waits_longer_and_longer(clock):
    door = Crowd(clock)
    for _ in range(AT_ONCE):
        door.seconds_to_wait("192.0.2.1")

    waits = [door.seconds_to_wait("192.0.2.1") for _ in range(3)]

    assert waits == [1 / A_SECOND, 2 / A_SECOND, 3 / A_SECOND]


def test_a_flood_is_refused_and_costs_the_others_nothing(clock):
    door = Crowd(clock)

    assert joins_until_refused(door, "192.0.2.1") == AT_ONCE + LONGEST_WAIT_SECONDS * A_SECOND
    untouched = [is_let_in(door, f"198.51.100.{n}") for n in range(50)]
    # One in 256 shares the bucket.
    assert untouched.count(True) >= 45


def test_what_was_refused_does_not_lengthen_the_wait(clock):
    door = Crowd(clock)
    for _ in range(AT_ONCE + LONGEST_WAIT_SECONDS * A_SECOND):
        door.seconds_to_wait("192.0.2.1")
    for _ in range(1000):
        with pytest.raises(SlowDown):
            door.seconds_to_wait("192.0.2.1")
    clock.now += 1

    assert door.seconds_to_wait("192.0.2.1") <= LONGEST_WAIT_SECONDS


def test_after_a_pause_nobody_waits(clock):
    door = Crowd(clock)
    for _ in range(AT_ONCE + 50):
        door.seconds_to_wait("192.0.2.1")
    clock.now += AT_ONCE / A_SECOND + 5

    assert door.seconds_to_wait("192.0.2.1") == 0.0


def test_no_address_is_in_the_memory_of_the_door(clock):
    door = Crowd(clock)
    door.seconds_to_wait("192.0.2.1")

    assert "192.0.2.1" not in repr(vars(door))


def test_the_salt_is_gone_after_an_hour(clock):
    door = Crowd(clock)
    door.seconds_to_wait("192.0.2.1")
    before = vars(door)["_salt"]
    clock.now += crowd.SALT_LIVES_SECONDS
    door.seconds_to_wait("192.0.2.1")

    assert before != vars(door)["_salt"]
    assert len(vars(door)["_buckets"]) == 1


def test_the_salt_is_gone_after_an_hour_even_if_nobody_joins_any_more(clock):
    door = Crowd(clock)
    door.seconds_to_wait("192.0.2.1")
    clock.now += crowd.SALT_LIVES_SECONDS - 1
    door.forget_old()
    before = vars(door)["_salt"], len(vars(door)["_buckets"])

    clock.now += 1
    door.forget_old()

    assert (len(before[0]), before[1]) == (32, 1)
    assert (vars(door)["_salt"], vars(door)["_buckets"]) == (b"", {})
    assert door.seconds_to_wait("192.0.2.1") == 0.0
    assert len(vars(door)["_salt"]) == 32
