"""What is to be said aloud is true of the session."""

from modules.screens.facilitator import facilitator
from tests.a_pulse import PULSE_GUIDE, START, WANT, days_later, held
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


def test_the_facilitator_can_read_earlier_counts_aloud(room: ARoom) -> None:
    held(room)
    days_later(room, 30)
    room.start(phones=6, guide=PULSE_GUIDE, series="Team A").at(START)

    assert room.view.earlier == (
        (
            "I can think of something to say when a remark demeans a group.",
            "2 of 6 (9 March 2026, before), 4 of 6 (9 March 2026, after): agree or strongly agree.",
        ),
        (
            "Most people in this group would want me to speak up.",
            "6 of 6 (9 March 2026): agree or strongly agree.",
        ),
    )
    assert room.at(WANT).view.earlier == ()


def test_no_earlier_counts_are_read_in_the_first_session_nor_outside_a_series(room: ARoom) -> None:
    assert held(room).view.earlier == ()
    assert room.start(phones=6, guide=PULSE_GUIDE).at(START).view.earlier == ()
