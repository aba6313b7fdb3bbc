"""Signals: in memory, coarse, and gone by themselves."""

import pytest

from modules.domain.session import SessionId
from modules.live.signals import LASTS_SECONDS, Level, Signal, Signals

ROOM, OTHER = SessionId("room"), SessionId("other")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def phones(count: int) -> list[bytes]:
    return [bytes([n]) * 16 for n in range(count)]


@pytest.mark.parametrize(
    ("given", "level"),
    [(0, "nobody"), (1, "somebody"), (2, "somebody"), (3, "several"), (7, "several"), (8, "many")],
)
def test_the_facilitator_sees_a_level_and_no_number(given: int, level: str) -> None:
    signals = Signals(Clock())
    for token in phones(given):
        signals.give(ROOM, Signal.SLOWER, token)

    assert signals.levels(ROOM) == {
        Signal.SLOWER: Level(level),
        Signal.BREAK: Level.NONE,
        Signal.HURT: Level.NONE,
    }


def test_a_phone_counts_once_however_often_it_taps() -> None:
    signals = Signals(Clock())
    for _ in range(9):
        signals.give(ROOM, Signal.HURT, b"one")

    assert signals.levels(ROOM)[Signal.HURT] is Level.SOME


def test_a_signal_is_gone_after_five_minutes() -> None:
    clock = Clock()
    signals = Signals(clock)
    signals.give(ROOM, Signal.BREAK, b"one")
    clock.now = LASTS_SECONDS

    assert signals.levels(ROOM)[Signal.BREAK] is Level.NONE


def test_a_signal_can_be_withdrawn_by_its_phone_only() -> None:
    signals = Signals(Clock())
    signals.give(ROOM, Signal.BREAK, b"one")
    signals.withdraw(ROOM, Signal.BREAK, b"two")
    assert signals.given_by(ROOM, b"one") == {Signal.BREAK: LASTS_SECONDS}

    signals.withdraw(ROOM, Signal.BREAK, b"one")

    assert signals.given_by(ROOM, b"one") == {}


def test_each_signal_has_its_own_time_left() -> None:
    clock = Clock()
    signals = Signals(clock)
    signals.give(ROOM, Signal.SLOWER, b"one")
    clock.now = 200.5
    signals.give(ROOM, Signal.BREAK, b"one")

    assert signals.given_by(ROOM, b"one") == {Signal.SLOWER: 100, Signal.BREAK: 300}


def test_rooms_do_not_hear_of_each_other() -> None:
    signals = Signals(Clock())
    signals.give(ROOM, Signal.SLOWER, b"one")

    assert signals.levels(OTHER)[Signal.SLOWER] is Level.NONE


def test_no_token_is_kept() -> None:
    signals = Signals(Clock())
    signals.give(ROOM, Signal.SLOWER, b"kingfisher-token")

    assert "kingfisher" not in repr(vars(signals))


def test_signals_are_gone_after_five_minutes_although_nobody_looks() -> None:
    clock = Clock()
    signals = Signals(clock)
    signals.give(ROOM, Signal.SLOWER, b"one")
    signals.forget_gone()
    before = len(vars(signals)["_given"])
    clock.now += LASTS_SECONDS

    signals.forget_gone()

    assert before == 1
    assert vars(signals)["_given"] == {}


def test_a_deleted_room_is_forgotten() -> None:
    signals = Signals(Clock())
    signals.give(ROOM, Signal.SLOWER, b"one")
    signals.forget(ROOM)

    assert signals.levels(ROOM)[Signal.SLOWER] is Level.NONE
