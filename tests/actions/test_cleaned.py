"""What facilitators write for everybody's screens turns no text around on them."""

import pytest

from modules.actions import planning
from modules.domain.errors import InvalidInput
from modules.domain.tally import TextState
from modules.storage import sessions
from tests.a_room import PLAIN, WORDS, ARoom

TURNED = "\u202eUs and\u2066  them\u200b"
READ = "Us and them"


def test_what_is_pasted_into_the_form_turns_nothing_around(room: ARoom) -> None:
    room.start(title=f"{TURNED}\n!", series=TURNED, support_contacts=f"{TURNED}\n{TURNED}")

    with room.database.read() as db:
        stored = sessions.by_id(db, room.session_id).session
    assert (stored.title, stored.series) == (f"{READ} !", READ)
    assert stored.support_contacts == f"{READ}\n{READ}"


def test_a_title_of_which_nothing_is_to_be_seen_is_none(room: ARoom) -> None:
    with pytest.raises(InvalidInput):
        room.start(title="\u202e\u200b")


def test_a_moderators_wording_and_theme_turn_nothing_around(room: ARoom) -> None:
    room.start(phones=1).at(WORDS)
    room.answer(room.phones[0], {"text": ["a text"]})

    room.decide(room.texts.cards[0].handle, TextState.SHOWN, reworded=TURNED, theme=TURNED)

    assert [(card.reworded, card.theme) for card in room.texts.cards] == [(READ, READ)]


def test_what_was_agreed_turns_nothing_around(room: ARoom) -> None:
    room.start().at(PLAIN)

    planning.write_agreed(
        room.tools, acting=room.acting, session_id=room.session_id, key="plain", text=TURNED
    )

    assert room.view.agreed == READ
