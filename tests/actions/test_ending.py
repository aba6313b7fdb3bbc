"""What the end leaves of texts: the words that were shown, and nothing of what was taken back."""

import pytest

from modules.actions import moderating
from modules.domain.ballot import RoundId
from modules.domain.errors import MoveRefused
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.summary import NOT_REACHED, summary
from modules.screens.summary_views import SummarySection
from modules.storage import rounds
from tests.a_room import GUIDE, WORDS, ARoom

FEW_WORDS = GUIDE.replace("kind: text", "kind: words").replace("entries: 2\n", "")


def taken_home(room: ARoom) -> tuple[SummarySection, ...]:
    """What the room did; what it did not reach is told from the end on."""
    sections = summary(room.database, room.session_id).sections
    return tuple(section for section in sections if section.title != NOT_REACHED)


def test_the_end_keeps_texts_in_the_words_that_were_shown_and_numbers_them_anew(
    room: ARoom,
) -> None:
    room.start(phones=5, texts_outside=5).at(WORDS)
    for device, text in zip(room.phones, ("ant", "bee", "cat", "dog", "elk"), strict=True):
        room.answer(device, {"text": [text]})
    for card in room.texts.cards:
        room.decide(card.handle, TextState.SHOWN, reworded="zebra" if card.text == "ant" else "")
    room.move(Move.SHOW_RESULTS)
    before = taken_home(room)
    assert "zebra" in repr(before)

    room.move(Move.END)

    cards = [(c.handle, c.text, c.reworded) for c in room.texts.cards]
    assert cards == [
        ("1", "bee", ""), ("2", "cat", ""), ("3", "dog", ""), ("4", "elk", ""), ("5", "zebra", "")
    ]  # fmt: skip
    assert taken_home(room) == before


def test_the_end_forgets_words_that_were_taken_back_after_the_result_was_shown(
    room: ARoom,
) -> None:
    room.start(phones=6, guide=FEW_WORDS, texts_outside=5).at(WORDS)
    words = ("hope", "hope", "rest", "rest", "Robin", "Kim")
    for device, word in zip(room.phones, words, strict=True):
        room.answer(device, {"word": [word]})
    for card in room.texts.cards:
        room.decide(card.handle, TextState.SHOWN)
    room.move(Move.SHOW_RESULTS)
    for card in room.texts.cards:
        if card.text == "Robin":
            room.decide(card.handle, TextState.HELD, reason="names a person")
        if card.text == "Kim":
            room.decide(card.handle, TextState.SHOWN, reworded="somebody")
    before = taken_home(room)

    room.move(Move.END)

    with room.database.read() as db:
        stored = repr(rounds.of_session(db, room.session_id))
    assert "hope" in stored
    assert [w for w in ("Robin", "robin", "Kim", "kim") if w in stored] == []
    assert taken_home(room) == before


@pytest.mark.parametrize("state", [TextState.WAITING, TextState.HELD, TextState.SHOWN])
def test_after_the_end_a_page_from_before_decides_nothing(room: ARoom, state: TextState) -> None:
    """Its numbers are older than the end's: the press would be about another text."""
    room.start(phones=5).at(WORDS)
    for device, text in zip(room.phones, ("ant", "bee", "cat", "dog", "elk"), strict=True):
        room.answer(device, {"text": [text]})
    room.move(Move.CLOSE_ANSWERS)
    room.move(Move.SHOW_RESULTS)
    for card in room.texts.cards[1:]:
        room.decide(card.handle, TextState.SHOWN)
    stale = room.texts
    room.move(Move.END)
    before = room.texts

    with pytest.raises(MoveRefused, match="The workshop has ended"):
        moderating.decide(
            room.tools, acting=room.acting, session_id=room.session_id,
            round_id=RoundId(stale.round_id), handle=stale.cards[1].handle,
            seen=stale.cards[1].state, state=state, reason="slur", theme="Another",
        )  # fmt: skip

    assert room.texts == before
