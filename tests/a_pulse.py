"""Sessions that ask the shared items, answered by a whole room."""

from pathlib import Path
from typing import Any

from modules.actions import signing
from modules.domain.access import Acting
from modules.domain.moves import Move
from tests.a_room import PASSCODE, ARoom

PULSE_GUIDE = (Path(__file__).parent / "a_pulse_guide.md").read_text("utf-8")
START, DAYS, WANT, OTHERS, END = range(1, 6)


def held(
    room: ARoom, *, before: str = "112244", after: str = "224455", then: str = "", **form: Any
) -> ARoom:
    """A whole session, ended: C1 and N1 before, C1 after, one digit for each phone's answer."""
    room.start(phones=len(before), guide=PULSE_GUIDE, **{"series": "Team A"} | form)
    answer_all(room, START, [{"s1": digit, "s2": "4"} for digit in before])
    back = then or before
    answer_all(room, END, [{"s1": b, "s2": a} for b, a in zip(back, after, strict=True)])
    room.move(Move.END)
    return room


def days_later(room: ARoom, days: int) -> None:
    """Time passes, and the facilitator signs in again."""
    room.clock.forward(days=days)
    room.acting = Acting(signing.hashed(signing.sign_in(room.tools, passcode=PASSCODE)))


def answer_all(room: ARoom, position: int, forms: list[dict[str, str]]) -> None:
    room.at(position)
    for device, form in zip(room.phones, forms, strict=True):
        room.answer(device, form)
