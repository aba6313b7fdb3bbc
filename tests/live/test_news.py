"""What pages hear: that something changed, and nothing else."""

from collections.abc import Callable

import pytest

from modules.domain.session import SessionId, Topic
from modules.live.hub import Hub
from modules.live.news import News
from modules.live.presence import Presence
from modules.live.signals import Signal, Signals

ROOM, OTHER = SessionId("0a1b2c3d4e5f"), SessionId("ffeeddccbbaa")
PHONE = b"a phone's own token"


class House:
    def __init__(self) -> None:
        self.hub, self.presence, self.signals = Hub(), Presence(), Signals()
        self.news = News(self.hub, self.presence, self.signals)
        self.hub.when_erased(self.news.forget)


CHANGES: dict[str, Callable[[House], None]] = {
    "a move": lambda house: house.hub.announce(ROOM, Topic.STAGE),
    "an answer": lambda house: house.hub.announce(ROOM, Topic.ANSWERS),
    "a phone comes": lambda house: house.presence.seen(ROOM, PHONE),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_another_word_for_this_room_alone(change: str) -> None:
    house = House()
    before, elsewhere = house.news.word(ROOM), house.news.word(OTHER)

    CHANGES[change](house)

    assert house.news.word(ROOM) != before
    assert house.news.word(OTHER) == elsewhere


def test_a_signal_is_another_word_for_the_console_alone() -> None:
    house = House()
    console, projector = house.news.address(ROOM, console=True), house.news.address(ROOM)
    before, elsewhere = house.news.at(console), house.news.at(projector)

    house.signals.give(ROOM, Signal.SLOWER, PHONE)

    assert house.news.at(console) != before
    assert house.news.at(projector) == elsewhere


@pytest.mark.parametrize("change", CHANGES)
def test_the_part_before_the_dot_tells_a_move_from_all_else(change: str) -> None:
    house = House()
    before, _ = house.news.word(ROOM).split(".")

    CHANGES[change](house)

    after, _ = house.news.word(ROOM).split(".")
    assert (after != before) is (change == "a move")


def test_a_word_tells_no_decision_of_a_moderator_from_an_answer() -> None:
    """Nor a note of the facilitator's: what only grows is for the server to find out."""
    house = House()
    words = [house.news.word(ROOM)]

    for _ in ("an answer", "a decision", "a note"):
        house.hub.announce(ROOM, Topic.ANSWERS)
        words.append(house.news.word(ROOM))

    stages, rests = zip(*(word.split(".") for word in words), strict=True)
    assert len(set(stages)) == 1
    assert [len(set(rests)), {len(rest) for rest in rests}] == [4, {32}]


def test_a_word_stays_while_nothing_changes() -> None:
    house = House()

    assert house.news.word(ROOM) == house.news.word(ROOM)


def test_an_address_leads_to_its_room_until_that_is_erased() -> None:
    house = House()
    address, other = house.news.address(ROOM), house.news.address(OTHER)
    console = house.news.address(ROOM, console=True)
    assert house.news.at(address) == house.news.word(ROOM)

    house.hub.announce(ROOM, Topic.ERASED)

    assert [house.news.at(address), house.news.at(console)] == [None, None]
    assert house.news.at(other) == house.news.word(OTHER)


@pytest.mark.parametrize("guess", [ROOM, "", "0" * 32])
def test_nobody_guesses_an_address(guess: str) -> None:
    house = House()
    house.news.address(ROOM)

    assert house.news.at(guess) is None


def test_neither_word_nor_address_is_the_same_in_another_process() -> None:
    """So neither can be worked out from what others may know: the room, how many are in it."""
    one, another = House(), House()

    assert one.news.address(ROOM) != another.news.address(ROOM)
    assert one.news.word(ROOM) != another.news.word(ROOM)
    assert ROOM not in one.news.address(ROOM) + one.news.word(ROOM)
