"""Square brackets in a guide: what is filled in, what stays, and what nobody knows."""

import pytest

from modules.guides.placeholders import FILLED, REMINDERS, filled, unknown
from tests.guides.test_writing_guides import TEXT


def test_known_values_are_filled_in_and_reminders_stay() -> None:
    said = "At least [five] of us, [name]. After [30\ndays], or on [date]."

    assert filled(said, {"five": "8", "30 days": "1 day"}) == (
        "At least 8 of us, [name]. After 1 day, or on [date]."
    )


@pytest.mark.parametrize(
    "text",
    [
        "[five] [30 days] [end of\n> the series]",
        "[Name] and [name, address], [place or link], [local\n> rule]",
        "- [x] done [1] [a link](https://example.org) ![a picture](b.png) [text][1]",
        "---\nmodes: [remote]\n---\n\n```activity\noptions: [Yes, No]\n```\n",
    ],
)
def test_what_is_known_or_no_placeholder_is_no_finding(text: str) -> None:
    assert list(unknown(text)) == []


def test_what_nobody_knows_is_found_in_its_line() -> None:
    text = "---\na: [b]\n---\n> Hello.\n\n> [Colour], [six]\n> and [30 weeks] to go."

    assert list(unknown(text)) == [(6, "colour"), (6, "six"), (7, "30 weeks")]


def test_the_documentation_names_them_all() -> None:
    table = TEXT.split("They stand in square brackets")[1].split("A label is bold")[0]

    assert [name for name in (*FILLED, *REMINDERS) if f"`[{name}]`" not in table] == []
