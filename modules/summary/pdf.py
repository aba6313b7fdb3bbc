"""The summary as PDF/UA: tagged, with bookmarks, drawn charts and real tables."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, time
from typing import Any

from modules.domain.picture import Chart
from modules.screens.views import SummaryView
from modules.summary.entries import Entry, rewritten
from modules.summary.figures import WIDTH, figure
from modules.summary.fonts import drawable
from modules.summary.outline import AGREED, KEEP_TALKING, Notes, Outline, outline
from modules.summary.typesetting import compiled, language_of, text_of, texts_of

TEMPLATE = "summary.typ"
_NUMBER = re.compile(r"[\d.,–-]+(\s?%)?$")


def pdf(view: SummaryView) -> bytes:
    """One PDF file; the same view gives the same bytes, as its only date is the workshop's."""
    contents = outline(view)
    held = datetime.combine(contents.held_on, time(), UTC)
    return compiled(TEMPLATE, _data(contents), int(held.timestamp()))


def _data(contents: Outline) -> dict[str, Any]:
    return {
        "title": text_of(contents.title),
        "language": language_of(contents.language),
        "date": [contents.held_on.year, contents.held_on.month, contents.held_on.day],
        "agreed": text_of(AGREED),
        "keep_talking": text_of(KEEP_TALKING),
        "notices": texts_of(contents.notices),
        "facts": [[text_of(name), text_of(value)] for name, value in contents.facts],
        "purpose": text_of(contents.purpose),
        "first": [_notes(notes) for notes in contents.first],
        "parts": [
            {
                "title": text_of(part.title),
                "entries": [_entry(entry) for entry in part.entries],
            }
            for part in contents.parts
        ],
        "notes": [_notes(notes) for notes in contents.notes],
    }


def _notes(notes: Notes) -> dict[str, Any]:
    lines = [[{**text_of(run.text), "link": run.link} for run in runs] for runs in notes.runs]
    return {"title": text_of(notes.title), "lines": lines}


def _entry(entry: Entry) -> dict[str, Any]:
    table = entry.table
    return {
        "title": text_of(entry.title),
        "how": text_of(entry.how),
        "prompt": text_of(entry.prompt),
        "notice": text_of(entry.notice),
        "sentence": text_of(entry.sentence),
        "chart": _figure(entry.chart) if entry.chart else None,
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


def _figure(chart: Chart) -> dict[str, Any]:
    shown = figure(rewritten(chart, drawable))
    labels = [asdict(label) for label in shown.labels]
    for label in labels:
        label["runs"] = [{**run, "text": text_of(run["text"])} for run in label["runs"]]
    return {"drawing": shown.drawing, "width": WIDTH, "labels": labels}
