"""Phones in the room: counted for ten minutes, known to nobody."""

import gc

from modules.live import presence as module
from modules.live.presence import SECONDS_PRESENT, Presence


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_an_empty_room_has_no_phones():
    presence = Presence()

    assert presence.count("a") == 0
    assert presence.reached("a") is False


def test_a_phone_counts_once_however_often_it_is_seen():
    presence = Presence()

    for token in (b"one", b"two", b"one", b"one"):
        presence.seen("a", token)

    assert presence.count("a") == 2


def test_a_phone_in_another_room_does_not_count():
    presence = Presence()
    presence.seen("a", b"one")

    assert presence.count("b") == 0


def test_a_phone_is_gone_after_ten_minutes():
    clock = Clock()
    presence = Presence(clock)
    presence.seen("a", b"one")
    clock.seconds += SECONDS_PRESENT / 2
    presence.seen("a", b"two")

    clock.seconds += SECONDS_PRESENT / 2

    assert presence.count("a") == 1


def test_answers_of_phones_that_fell_asleep_still_count():
    presence = Presence()
    presence.seen("a", b"one")

    assert presence.count("a", answered=7) == 7
    assert presence.count("b", answered=3) == 3


def test_a_phone_that_leaves_is_no_longer_counted():
    presence = Presence()
    presence.seen("a", b"one")

    presence.left("a", b"one")
    presence.left("a", b"never here")
    presence.left("b", b"one")

    assert presence.count("a") == 0


def test_a_phone_has_reached_the_room_before_it_joins():
    presence = Presence()

    presence.arrived("a")

    assert presence.reached("a") is True
    assert presence.count("a") == 0


def test_a_reached_room_stays_reached():
    clock = Clock()
    presence = Presence(clock)
    presence.seen("a", b"one")

    clock.seconds += 10 * SECONDS_PRESENT

    assert presence.reached("a") is True


def test_made_up_tokens_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(module, "PHONES_REMEMBERED", 50)
    presence = Presence()

    for number in range(500):
        presence.seen("a", str(number).encode())

    assert presence.count("a") == 50


def test_invented_people_are_in_the_room_and_take_no_real_phones_place():
    presence = Presence()
    presence.seen("a", b"real")
    for token in (b"one", b"two"):
        presence.invented_joined("a", token)
        presence.seen("a", token)

    assert (presence.count("a"), presence.real("a")) == (3, 1)


def test_only_the_ticket_of_a_rehearsal_makes_somebody_invented():
    presence = Presence()
    ticket = presence.expect_invented("a")

    assert presence.expect_invented("a") == ticket
    assert presence.is_invented("a", ticket) is True
    assert [presence.is_invented(room, shown) for room, shown in (
        ("a", ""), ("a", "é"), ("b", ticket), ("b", ""),
    )] == [False] * 4  # fmt: skip


def test_a_room_that_nobody_comes_to_any_more_is_forgotten_by_the_clock():
    clock = Clock()
    presence = Presence(clock)
    presence.seen("a", b"one")
    clock.seconds += SECONDS_PRESENT - 1
    presence.forget_gone()
    before = len(vars(presence)["_seen"]["a"])

    clock.seconds += 1
    presence.forget_gone()

    assert before == 1
    assert vars(presence)["_seen"] == {}


def test_an_erased_room_is_forgotten():
    presence = Presence()
    presence.invented_joined("a", b"one")
    ticket = presence.expect_invented("a")

    presence.forget("a")

    assert presence.count("a") == 0
    assert presence.reached("a") is False
    assert presence.is_invented("a", ticket) is False
    assert vars(presence)["_invented"] == {}


def test_rooms_that_emptied_are_forgotten():
    clock = Clock()
    presence = Presence(clock)
    for number in range(20):
        presence.seen(f"old {number}", b"one")

    clock.seconds += SECONDS_PRESENT
    presence.seen("new", b"one")

    assert list(presence._seen) == ["new"]


def test_no_token_is_kept():
    presence = Presence()
    token = b"0123456789abcdef"
    presence.seen("a", token)

    kept = [o for phones in presence._seen.values() for o in gc.get_referents(phones)]

    assert kept
    assert token not in kept


def test_two_servers_keep_different_marks_of_one_phone():
    marks = []
    for _ in range(2):
        presence = Presence()
        presence.seen("a", b"one")
        marks.append(list(presence._seen["a"]))

    assert marks[0] != marks[1]
