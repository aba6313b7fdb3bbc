"""Words in square brackets: those the console fills in, and those that remind the speaker."""

import re
from collections.abc import Iterable, Mapping

FILLED = ("five", "30 days", "end of the series")
"""What every session knows of itself, named by what is usual, so that a guide can be read."""
REMINDERS = (
    *("address", "answer", "contact", "contacts", "date", "list", "local rule", "meeting"),
    *("name", "number", "place", "request", "role", "time", "what"),
)
"""What only the people who run it know."""

# No link, number of a source or tick box; a line of a quote may end inside.
_BRACKETS = re.compile(r"(?<![\]\\!])\[((?:\d+[\s>]+)?[^\W\d_]{2}[^\[\]]*)\](?![\[(:])")
_READ_BY_THE_APP = re.compile(r"\A---\n.*?^---$|^(`{3,}|~{3,}).*?^\1", re.MULTILINE | re.DOTALL)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with the values in place of those of FILLED that are given."""
    return _BRACKETS.sub(lambda found: values.get(_name(found[1]), found[0]), text)


def unknown(text: str) -> Iterable[tuple[int, str]]:
    """The line and the name of each that is in neither list, in a guide's whole text.

    After a comma or “or” a reminder may say more: “date, one week before”.
    """
    prose = _READ_BY_THE_APP.sub(lambda block: "\n" * block[0].count("\n"), text)
    for found in _BRACKETS.finditer(prose):
        name = _name(found[1])
        if name not in FILLED and re.split(r",| or ", name)[0] not in REMINDERS:
            yield prose.count("\n", 0, found.start()) + 1, name


def _name(written: str) -> str:
    return re.sub(r"[\s>]+", " ", written).lower()
