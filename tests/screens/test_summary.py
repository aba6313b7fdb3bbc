"""The summary of everyone tells of nothing that could be counted."""

import pytest

from modules.domain.moves import Move
from modules.screens.summary import summary
from modules.screens.views import SummaryView
from tests.a_room import WORDS, ARoom


@pytest.mark.parametrize("wrote", [0, 1, 3, 4])
def test_of_texts_that_were_not_shown_the_summary_tells_no_number(room: ARoom, wrote: int) -> None:
    """With few texts among many passes it would say how many of the room passed."""

    def of_a_session(written: int) -> SummaryView:
        room.start(phones=8).at(WORDS)
        for number, device in enumerate(room.phones):
            room.answer(device, {"text": ["a line"]} if number < written else None)
        room.move(Move.END)
        return summary(room.database, room.session_id)

    assert of_a_session(wrote) == of_a_session(2)
