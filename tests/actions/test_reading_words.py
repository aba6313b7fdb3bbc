"""A picture of words is drawn once all are read, and then stays: no word is lost by a press."""

import pytest

from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.results import NOTHING_READ
from modules.screens.summary import summary
from tests.a_room import GUIDE, WORDS, ARoom

FEW_WORDS = GUIDE.replace("kind: text", "kind: words").replace("entries: 2\n", "")
WRITTEN = ("hope", "hope", "hope", "rest", "rest", "rest")


@pytest.fixture
def closed(room: ARoom) -> ARoom:
    room.start(phones=6, guide=FEW_WORDS, texts_outside=5).at(WORDS)
    for device, word in zip(room.phones, WRITTEN, strict=True):
        room.answer(device, {"word": [word]})
    room.move(Move.CLOSE_ANSWERS)
    return room


def reads(room: ARoom, *places: int, state: TextState = TextState.SHOWN) -> None:
    cards = room.texts.cards
    for place in places or range(len(cards)):
        reason = "off topic" if state is TextState.HELD else ""
        room.decide(cards[place].handle, state, reason=reason)


def drawn(room: ARoom) -> str:
    result = room.view.result
    assert result
    assert result.picture
    return result.picture.sentence


def test_words_that_are_shown_before_they_are_read_appear_once_the_last_is(closed: ARoom) -> None:
    closed.move(Move.SHOW_RESULTS)
    assert drawn(closed) == NOTHING_READ

    reads(closed, 0, 1, 2, 3, 4)
    assert drawn(closed) == NOTHING_READ

    reads(closed, 5)
    assert drawn(closed) == "Mentioned most often: “hope” (3) and “rest” (3)."


def test_some_of_the_words_are_no_picture(closed: ARoom) -> None:
    reads(closed, 0, 1)

    closed.move(Move.SHOW_RESULTS)

    assert drawn(closed) == NOTHING_READ


def test_what_was_drawn_stays(closed: ARoom) -> None:
    reads(closed)
    closed.move(Move.SHOW_RESULTS)
    before = drawn(closed)

    reads(closed, state=TextState.HELD)
    closed.move(Move.HIDE_RESULTS)
    closed.move(Move.SHOW_RESULTS)

    assert drawn(closed) == before


def test_of_half_read_words_the_summary_counts_those_that_were_read(closed: ARoom) -> None:
    words = [card.text for card in closed.texts.cards]
    reads(closed, *(place for place, word in enumerate(words) if word == "hope"))
    closed.move(Move.SHOW_RESULTS)

    closed.move(Move.END)

    sections = summary(closed.database, closed.session_id).sections
    results = [i.result for section in sections for i in section.items if i.kind == "words"]
    assert [r.picture.sentence for r in results if r and r.picture] == [
        "Mentioned most often: “hope” (3)."
    ]
