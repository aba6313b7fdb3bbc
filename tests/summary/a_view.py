"""Hand-built summaries: what the screens would disclose of an invented workshop."""

from dataclasses import replace
from datetime import date
from typing import Any

from modules.domain.guide import Activity, Shape
from modules.domain.picture import Bars, Chart, Picture, Row, Stacked, Table, Terms, Texts
from modules.screens.summary_views import SummaryItem, SummarySection, SummaryView
from modules.screens.views import ResultView

BARS = Bars(
    series=("Answers",),
    rows=(
        Row("make a joke", (11,), ("11",)),
        Row("explain what I meant", (5,), ("5",)),
        Row("apologise at length", (2,), ("2",)),
    ),
    most=18,
)
TWO_ROUNDS = Bars(
    series=("Round 1", "Round 2"),
    rows=(Row("agree", (6, 13), ("6", "13")), Row("disagree", (12, 7), ("12", "7"))),
    most=20,
)
LIKERT = Stacked(
    points=("never", "sometimes", "often"),
    rows=(
        Row("I notice when I interrupt", (3, 9, 8), ("3", "9", "8")),
        Row("I say what I need", (7, 7, 6), ("7", "7", "6")),
    ),
)
WORDS = Terms((("patience", 7), ("listening", 4), ("courage", 2)))
TEXTS = Texts(
    (
        ("Listening", ("Let people finish.", "Ask one more question.")),
        ("", ("Say sorry once.",)),
    )
)
TABLE = Table(("Answer", "People", "Share"), (
    ("make a joke", 11, "61 %"), ("explain what I meant", 5, "28 %"),
    ("apologise at length", 2, "11 %"),
))  # fmt: skip
WIDE = Table(
    ("Statement", "Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree", "Middle"),
    tuple((f"A statement of some length, number {n}", 1, 2, 3, 4, 5, "“Agree”") for n in range(9)),
)
SENTENCE = "Most people, 11 of 18, chose “make a joke”."


def a_result(chart: Chart | None = BARS, table: Table | None = None, **changes: Any) -> ResultView:
    values: dict[str, Any] = {
        "key": "first", "title": "My first impulse", "kind": "choice",
        "prompt": "When told I hurt someone, my first impulse is …",
        "activity": Activity(id="first", kind="choice", title="My first impulse", minutes=8),
        "picture": Picture(SENTENCE, chart, table),
        "shape": Shape.AGREEMENT,
    }  # fmt: skip
    return ResultView(**{**values, **changes})


def an_item(result: ResultView | None = None, **changes: Any) -> SummaryItem:
    values: dict[str, Any] = {
        "title": "My first impulse", "kind": "choice", "minutes": 8,
        "prompt": "When told I hurt someone, my first impulse is …", "result": result,
        "question": "What does the first impulse protect?" if result and result.picture else "",
    }  # fmt: skip
    return SummaryItem(**{**values, **changes})


def items() -> tuple[SummaryItem, ...]:
    """One step of every shape a result can have."""
    return (
        an_item(a_result(BARS, TABLE)),
        an_item(
            a_result(
                TWO_ROUNDS,
                None,
                picture=Picture(
                    "More agreed after talking: 13 of 20, up from 6 of 18.", TWO_ROUNDS
                ),
            ),
            title="Before and after",
            minutes=12,
        ),
        an_item(
            a_result(picture=Picture("Two statements, 20 people.", LIKERT)), title="How it is now"
        ),
        an_item(
            a_result(picture=Picture("Mentioned most: patience, 7 times.", WORDS)), title="One word"
        ),
        an_item(a_result(picture=Picture("Three texts.", TEXTS)), title="A value", question=""),
        an_item(
            a_result(picture=None, notice="Fewer than 5 people answered, so nothing is shown."),
            title="What I avoid",
        ),
        an_item(title="In pairs", kind="talk", prompt="Tell each other about one moment."),
    )


def a_view(*sections: SummarySection, **changes: Any) -> SummaryView:
    """A workshop of two sections, all its results disclosed."""
    view = SummaryView(
        title="Start with the mirror", guide_title="Start with the mirror", guide_version="1.0",
        held_on=date(2026, 11, 22), language="en", group_in_words="15 to 20 people",
        purpose="To look at one's own habits before talking about those of others.",
        sections=sections or (
            SummarySection(title="Arrive", items=items()[:3]),
            SummarySection(title="Look", items=items()[3:]),
        ),
        limits=("They say what this group chose on one day, and nothing about any one person.",),
        support_contacts=("Person to talk to afterwards: Alex, room 12",),
        sources=("Argyris, C. (1991). Teaching smart people how to learn.",),
        stored=("Counts of 4 activities, 3 texts, no names, no times.",),
        delete_on=date(2026, 12, 22), smallest_group=5, practice=False, rehearsal=False, ended=True,
        uid="0a1b2c",
    )  # fmt: skip
    return replace(view, **changes)


def with_texts(*texts: str, **changes: Any) -> SummaryView:
    """A workshop whose one result is these texts."""
    result = a_result(picture=Picture("What people wrote.", Texts((("", texts),))))
    item = an_item(result, question="")
    return a_view(SummarySection(title="Look", items=(item,)), **changes)
