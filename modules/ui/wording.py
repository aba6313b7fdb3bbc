"""Small pieces of wording that several screens share."""

import re
from datetime import date


def code_in_halves(code: str) -> str:
    """ "12345678" as people read it aloud: "1234 5678"."""
    return f"{code[:4]} {code[4:]}"


def count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def minutes(value: float) -> str:
    return f"{value:g} min"


def answered(number: int, phones: int) -> str:
    """How many have answered, never by name; the larger number wins where phones went to sleep."""
    return f"{number} of {max(phones, number)} have answered"


def day(value: date) -> str:
    """A date as people write it: "22 November 2026"."""
    return f"{value.day} {value:%B %Y}"


def deletion(delete_on: date, *, fleeting: bool) -> str:
    """Until when everything is kept. `fleeting` is for practice and rehearsal."""
    if fleeting:
        return "Everything is deleted within an hour of the end"
    return f"Everything is deleted on {day(delete_on)}"


def plain(text: str) -> str:
    """The text for a button's label, where Streamlit would read Markdown."""
    return re.sub(r"([\\`*_\[\]$:~<>#|])", r"\\\1", text)


def erased(*, rehearsal: bool) -> str:
    """What becomes of a workshop that was not a real one, once it has ended."""
    what = "a rehearsal" if rehearsal else "a practice"
    return f"This was {what}. Everything is deleted within an hour of the end."


def ribbon(*, practice: bool, rehearsal: bool) -> str:
    """What stands on every page of a workshop that is not a real one, or ""."""
    if rehearsal:
        return "Rehearsal: invented participants"
    return "Practice, not anonymous" if practice else ""
