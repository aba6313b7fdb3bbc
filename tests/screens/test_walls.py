"""What may be shown large on the projector: a text of the wall that is shown, nothing else."""

from collections.abc import Sequence

import pytest

from modules.actions import moderating
from modules.domain.ballot import RoundId
from modules.domain.errors import InvalidInput
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.projector import projector
from modules.screens.views import ProjectorView
from modules.storage import sessions
from tests.a_room import GUIDE, PLAIN, WORDS, ARoom

WORDS_GUIDE = GUIDE.replace("kind: text", "kind: words")
TIED_GUIDE = GUIDE.replace("entries: 2", "entries: 2\nreveal_with: plain")


def big_screen(room: ARoom) -> ProjectorView:
    return projector(room.database, room.session_id, now=room.clock(), phones=len(room.phones))


def show_large(room: ARoom, text: str) -> None:
    handle = next(card.handle for card in room.texts.cards if card.text == text)
    moderating.spotlight(
        room.tools, acting=room.acting, session_id=room.session_id,
        round_id=RoundId(room.texts.round_id), handle=handle,
    )  # fmt: skip


def written(room: ARoom, *texts: str, held: str = "") -> ARoom:
    """Everybody writes one of these; all are shown but the one that is held."""
    for device, text in zip(room.phones, texts, strict=True):
        room.answer(device, {"text": [text]})
    for card in room.texts.cards:
        if card.text == held:
            room.decide(card.handle, TextState.HELD, reason="slur")
        else:
            room.decide(card.handle, TextState.SHOWN)
    return room


def test_a_text_of_the_wall_is_shown_large_until_it_is_held(room: ARoom) -> None:
    written(room.start(phones=5).at(WORDS), *"vwxyz").move(Move.SHOW_RESULTS)
    show_large(room, "x")
    assert big_screen(room).spotlight == "x"

    card = next(card for card in room.texts.cards if card.text == "x")
    room.decide(card.handle, TextState.HELD, reason="slur")

    assert (big_screen(room).spotlight, big_screen(room).held_back[:1]) == ("", "1")


def test_a_wall_grows_text_by_text_as_the_moderator_shows_them(room: ARoom) -> None:
    written(room.start(phones=5).at(WORDS), *"vwxyz", held="x").move(Move.SHOW_RESULTS)
    assert "'x'" not in repr(big_screen(room).results)

    card = next(card for card in room.texts.cards if card.text == "x")
    room.decide(card.handle, TextState.SHOWN)

    assert "'x'" in repr(big_screen(room).results)
    show_large(room, "x")
    assert big_screen(room).spotlight == "x"


def test_a_text_below_the_smallest_group_is_never_large(room: ARoom) -> None:
    written(room.start(phones=4).at(WORDS), *"wxyz", held="w").move(Move.SHOW_RESULTS)
    show_large(room, "x")

    assert (big_screen(room).spotlight, big_screen(room).held_back) == ("", "")


def test_a_text_whose_result_waits_for_another_one_is_not_large(room: ARoom) -> None:
    room.start(phones=6, guide=TIED_GUIDE).at(PLAIN)
    room.all_choose("aab")
    written(room.at(WORDS), *"uvwxyz", held="u").move(Move.SHOW_RESULTS)
    show_large(room, "x")

    assert [result.picture for result in big_screen(room).results] == [None, None]
    assert (big_screen(room).spotlight, big_screen(room).held_back) == ("", "")


def test_a_word_is_never_shown_large(room: ARoom) -> None:
    room.start(phones=6, guide=WORDS_GUIDE).at(WORDS)
    for number, device in enumerate(room.phones):
        room.answer(device, {"word": ["home", "rare"] if number == 0 else ["home"]})
    for card in room.texts.cards:
        room.decide(card.handle, TextState.SHOWN)
    room.move(Move.SHOW_RESULTS)

    assert room.texts.walled is False
    with pytest.raises(InvalidInput):
        show_large(room, "rare")
    # Nor where the database says so, from whatever version of the app.
    handle = next(card.handle for card in room.texts.cards if card.text == "rare")
    with room.database.begin() as db:
        sessions.change(db, room.session_id, spotlight=f"{room.texts.round_id}/{handle}")
    assert big_screen(room).results[0].picture is not None
    assert big_screen(room).spotlight == ""


def test_nothing_is_large_while_the_result_is_hidden(room: ARoom) -> None:
    written(room.start(phones=5).at(WORDS), *"vwxyz", held="v").move(Move.SHOW_RESULTS)
    room.move(Move.HIDE_RESULTS)
    show_large(room, "x")

    assert (big_screen(room).spotlight, big_screen(room).held_back) == ("", "")


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        (["names a person"], "1 held back: it names a person"),
        (["slur"] * 2, "2 held back: they hold a slur"),
        (["names a person"] * 3 + ["slur"], "4 held back: 3 name a person"),
        (["off topic", "other", "other"], "3 held back: 1 is off topic"),
        (["other"], "1 held back"),
    ],
)
def test_what_was_held_back_is_said_in_a_sentence(
    room: ARoom, reasons: Sequence[str], said: str
) -> None:
    written(room.start(phones=10).at(WORDS), *"abcdefghij")
    for card, reason in zip(room.texts.cards, reasons, strict=False):
        room.decide(card.handle, TextState.HELD, reason=reason)
    shown_before = room.view.held_back
    room.move(Move.SHOW_RESULTS)

    assert (shown_before, big_screen(room).held_back, room.view.held_back) == ("", said, said)
