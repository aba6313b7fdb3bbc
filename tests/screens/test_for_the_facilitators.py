"""Texts that only the facilitators read: no press, no screen and no file shows them."""

import pytest

from modules.actions.moderating import ForFacilitators
from modules.domain.errors import MoveRefused
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.moderation import moderation
from modules.screens.phone import phone
from modules.screens.projector import projector
from modules.screens.summary import summary
from modules.screens.views import Scene
from modules.summary.files import FORMATS
from tests.a_room import GUIDE, WORDS, ARoom

CARDS = GUIDE.replace("kind: text\n", "kind: text\nvisibility: facilitators\n")


@pytest.fixture(params=[False, True], ids=["a real room", "practice"])
def cards(room: ARoom, request: pytest.FixtureRequest) -> ARoom:
    """Twelve people wrote about the facilitators."""
    room.start(phones=12, guide=CARDS, practice=request.param).at(WORDS)
    for number, device in enumerate(room.phones):
        room.answer(device, {"text": [f"too slow {number:02}"]})
    return room


def public(room: ARoom) -> str:
    database, session, now = room.database, room.session_id, room.clock()
    view = summary(database, session)
    # A PDF and a workbook are packed; they are laid out from the same object as the others.
    files = [FORMATS[key].make(view) for key in ("html", "csv", "markdown", "json", "calendar")]
    told = (
        projector(database, session, now=now, phones=12),
        phone(database, session, now=now),
        view,
        *files,
    )
    return repr(told)


def test_a_clickers_next_moves_on_and_reveals_nothing(cards: ARoom) -> None:
    assert not cards.view.next_reveals
    cards.move(Move.NEXT)

    assert cards.view.position == WORDS + 1
    assert "too slow" not in public(cards)


def test_showing_their_results_is_refused(cards: ARoom) -> None:
    with pytest.raises(MoveRefused, match="Only the facilitators read"):
        cards.move(Move.SHOW_RESULTS)

    assert not cards.view.results_shown


def test_the_room_that_comes_back_to_them_sees_no_result(cards: ARoom) -> None:
    cards.move(Move.NEXT)
    cards.move(Move.BACK)

    view = projector(cards.database, cards.session_id, now=cards.clock(), phones=12)
    assert (view.scene, view.results) == (Scene.ACTIVITY, ())
    assert "too slow" not in public(cards)


@pytest.mark.parametrize("sealed", [False, True])
def test_no_decision_can_show_one(cards: ARoom, sealed: bool) -> None:
    if sealed:
        cards.move(Move.NEXT)
    [handle, *_] = [card.handle for card in cards.texts.cards]

    with pytest.raises(ForFacilitators):
        cards.decide(handle, TextState.SHOWN)

    assert {card.state for card in cards.texts.cards} == {TextState.WAITING}


def test_facilitators_read_all_and_a_moderators_link_reads_none(cards: ARoom) -> None:
    cards.move(Move.CLOSE_ANSWERS)

    theirs = moderation(cards.database, cards.session_id)
    by_link = moderation(cards.database, cards.session_id, facilitator=False)

    assert [round_.unshown for round_ in theirs.rounds] == [True]
    assert sorted(c.text for c in theirs.rounds[0].cards) == [f"too slow {n:02}" for n in range(12)]
    assert by_link.rounds == ()
    assert (theirs.waiting, by_link.waiting) == (0, 0)


def test_the_console_says_how_many_there_are_to_read_and_that_none_waits(cards: ARoom) -> None:
    cards.move(Move.CLOSE_ANSWERS)

    assert (cards.view.texts_to_read, cards.view.waiting_texts) == (12, 0)


def test_the_end_deletes_all_of_them(cards: ARoom) -> None:
    cards.move(Move.END)

    assert cards.texts.cards == ()
    assert "too slow" not in public(cards)
