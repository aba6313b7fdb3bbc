"""The summary as PDF/UA: tagged, with bookmarks, drawn charts and real tables."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from typing import Any, Self

from modules.domain.picture import Chart
from modules.screens.summary_views import SummaryView
from modules.summary.entries import Entry, rewritten
from modules.summary.figures import BESIDE_TABLE, WIDTH, figure
from modules.summary.fonts import drawable
from modules.summary.languages import is_right_to_left
from modules.summary.outline import AGREED, KEEP_TALKING, Notes, Outline, outline
from modules.summary.typesetting import compiled, text_of, texts_of

TEMPLATE = "summary.typ"
MOST_COLUMNS, MOST_ROWS = 3, 12
"""Of a table that stands beside its chart."""
_NUMBER = re.compile(r"[\d.,–-]+(\s?%)?$")


def pdf(view: SummaryView) -> bytes:
    """One PDF file; the same view gives the same bytes, as its only date is the workshop's."""
    contents = outline(view)
    held = datetime.combine(contents.held_on, time(), UTC)
    return compiled(TEMPLATE, _data(contents), int(held.timestamp()))


def _data(contents: Outline) -> dict[str, Any]:
    spoken = _Spoken.of(contents)
    own = {"english": spoken.own_in_english}
    return {
        "title": text_of(contents.title),
        "language": contents.language,
        "date": [contents.held_on.year, contents.held_on.month, contents.held_on.day],
        "agreed": text_of(contents.says(AGREED), **own),
        "keep_talking": text_of(contents.says(KEEP_TALKING), **own),
        "contents": text_of(contents.says("Contents"), **own),
        "notices": texts_of(contents.notices, **own),
        "facts": [[text_of(f"{name}:", **own), text_of(value)] for name, value in contents.facts],
        "purpose": text_of(contents.purpose),
        "first": [_notes(notes, spoken) for notes in contents.first],
        "parts": [
            {
                "title": text_of(part.title),
                "entries": [_entry(entry, spoken) for entry in part.entries],
            }
            for part in contents.parts
        ],
        "notes": [_notes(notes, spoken) for notes in contents.notes],
    }


@dataclass(frozen=True, slots=True)
class _Spoken:
    """How the file is read: from which side, and which of its words are English in between.

    Sentences on numbers always are; the file's own words are where nobody has translated them.
    """

    mirrored: bool
    own_in_english: bool
    numbers_in_english: bool

    @classmethod
    def of(cls, contents: Outline) -> Self:
        language = contents.language.split("-")[0]
        return cls(
            is_right_to_left(contents.language),
            contents.says.language != language,
            language != "en",
        )


def _notes(notes: Notes, spoken: _Spoken) -> dict[str, Any]:
    english = spoken.own_in_english and not notes.linked
    lines = [
        [{**text_of(run.text, english=english), "link": run.link} for run in runs]
        for runs in notes.runs
    ]
    return {"title": text_of(notes.title, english=spoken.own_in_english), "lines": lines}


def _entry(entry: Entry, spoken: _Spoken) -> dict[str, Any]:
    table = entry.table
    beside = _fits_beside_its_chart(entry)
    return {
        "title": text_of(entry.title),
        "how": text_of(entry.how, english=spoken.own_in_english),
        "more": any((entry.prompt, entry.collected, entry.quotes, entry.agreed, entry.question)),
        "prompt": text_of(entry.prompt),
        "notice": text_of(entry.notice, english=spoken.own_in_english),
        "sentence": text_of(entry.sentence, english=spoken.numbers_in_english),
        "chart": _figure(entry.chart, spoken, beside=beside) if entry.chart else None,
        "beside": beside,
        "alt": drawable(entry.sentence or entry.title),
        "head": texts_of(table.head) if table else [],
        "rows": [[text_of(str(c)) for c in row] for row in table.rows] if table else [],
        "numeric": _numeric_columns(table.rows) if table else [],
        "quotes": [{"theme": text_of(q.theme), "texts": texts_of(q.texts)} for q in entry.quotes],
        "agreed": text_of(entry.agreed),
        "question": text_of(entry.question),
    }


def _numeric_columns(rows: Sequence[Sequence[object]]) -> list[bool]:
    """Which columns hold numbers ("11", "61 %") in every row, to be set flush right."""
    return [all(_NUMBER.match(str(cell)) for cell in column) for column in zip(*rows, strict=True)]


def _fits_beside_its_chart(entry: Entry) -> bool:
    table = entry.table
    return bool(
        entry.chart and table and len(table.head) <= MOST_COLUMNS and len(table.rows) <= MOST_ROWS
    )


def _figure(chart: Chart, spoken: _Spoken, *, beside: bool) -> dict[str, Any]:
    width = BESIDE_TABLE if beside else WIDTH
    shown = asdict(figure(rewritten(chart, drawable), width=width, mirrored=spoken.mirrored))
    for label in shown["labels"]:
        label["runs"] = [{**run, "text": text_of(run["text"])} for run in label["runs"]]
    return shown
