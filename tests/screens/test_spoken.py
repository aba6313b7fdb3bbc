"""What is to be said aloud is true of the session."""

from modules.screens.facilitator import facilitator
from tests.a_room import GUIDE, ARoom

SAID = "> At least [five], for [30 days], until [end of the series], by [name]."
OPEN = GUIDE.replace("> Welcome. You may pass on everything.", SAID)


def said(room: ARoom) -> str:
    view = facilitator(room.database, room.session_id, now=room.clock(), phones=0)
    assert view.now is not None
    return view.now.say


def test_a_script_says_the_sessions_own_numbers(room: ARoom) -> None:
    room.start(guide=OPEN, smallest_group=8, retention_days=14, series="Mondays").at(1)

    assert said(room) == "At least 8, for 14 days, until 13 April 2027, by [name]."


def test_without_a_series_its_end_stays_open(room: ARoom) -> None:
    room.start(guide=OPEN, retention_days=1).at(1)

    assert said(room) == "At least 5, for 1 day, until [end of the series], by [name]."
