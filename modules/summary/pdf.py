"""The summary as PDF/UA: tagged, with bookmarks, drawn charts and real tables.

The data goes to Typst as JSON, so nothing a participant typed is ever read as Typst markup.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, cast

import typst

from modules.domain.picture import Chart
from modules.screens.views import SummaryView
from modules.summary.entries import Entry, rewritten
from modules.summary.figures import WIDTH, figure
from modules.summary.fonts import FAMILIES, SYMBOL_FOR_MISSING, drawable, fonts
from modules.summary.outline import TALKED_ABOUT, Outline, outline
from modules.summary.plain import reads_right_to_left

TEMPLATE = Path(__file__).with_name("summary.typ")
MISSING = (
    f"{SYMBOL_FOR_MISSING} stands for a character that this file cannot draw. "
    "The other formats hold it."
)
# Typst never breaks inside a word, so a very long one gets invisible places to break at.
_LONG_WORD = re.compile(r"[^\s\u200b]{30}(?=\w)")
_NUMBER = re.compile(r"[\d.,–-]+(\s?%)?$")

Text = dict[str, Any]


def pdf(view: SummaryView) -> bytes:
    """One PDF file; the same view gives the same bytes, as its only date is the workshop's."""
    contents = outline(view)
    data = _data(contents)
    files = {"main": TEMPLATE.read_bytes(), "summary.json": json.dumps(data).encode()}
    held = datetime.combine(contents.held_on, time(), UTC)
    return _compiled(files, int(held.timestamp()))


def _compiled(files: dict[str, bytes], timestamp: int) -> bytes:
    # Files in memory are documented by Typst's Python package, but missing in its types.
    project = cast(Any, files)
    try:
        return typst.compile(project, font_paths=fonts(), timestamp=timestamp, pdf_standards="ua-1")
    except typst.TypstError as error:
        if not error.message.startswith("PDF/UA-1 error"):
            raise
        # Letters that no check foresaw: a file that is not quite accessible is better than none.
        return typst.compile(project, font_paths=fonts(), timestamp=timestamp)


def _data(contents: Outline) -> dict[str, Any]:
    data = {
        "title": _text(contents.title),
        "language": _language(contents.language),
        "families": FAMILIES,
        "date": [contents.held_on.year, contents.held_on.month, contents.held_on.day],
        "talked_about": _text(TALKED_ABOUT),
        "notices": _texts(contents.notices),
        "facts": [[_text(name), _text(value)] for name, value in contents.facts],
        "purpose": _text(contents.purpose),
        "parts": [
            {
                "title": _text(part.title),
                "entries": [_entry(entry) for entry in part.entries],
            }
            for part in contents.parts
        ],
        "notes": [{"title": _text(n.title), "lines": _texts(n.lines)} for n in contents.notes],
    }
    missing = SYMBOL_FOR_MISSING in json.dumps(data, ensure_ascii=False)
    return {**data, "missing": _text(MISSING if missing else "")}


def _entry(entry: Entry) -> dict[str, Any]:
    table = entry.table
    return {
        "title": _text(entry.title),
        "minutes": entry.minutes,
        "prompt": _text(entry.prompt),
        "notice": _text(entry.notice),
        "sentence": _text(entry.sentence),
        "chart": _figure(entry.chart) if entry.chart else None,
        "alt": drawable(entry.sentence or entry.title),
        "head": _texts(table.head) if table else [],
        "rows": [[_text(str(c)) for c in row] for row in table.rows] if table else [],
        "numeric": _numeric_columns(table.rows) if table else [],
        "quotes": [{"theme": _text(q.theme), "texts": _texts(q.texts)} for q in entry.quotes],
        "debrief": _texts(entry.debrief),
    }


def _numeric_columns(rows: Sequence[Sequence[object]]) -> list[bool]:
    """Which columns hold numbers ("11", "61 %") in every row, to be set flush right."""
    return [all(_NUMBER.match(str(cell)) for cell in column) for column in zip(*rows, strict=True)]


def _figure(chart: Chart) -> dict[str, Any]:
    shown = figure(rewritten(chart, drawable))
    labels = [asdict(label) for label in shown.labels]
    for label in labels:
        label["runs"] = [{**run, "text": _text(run["text"])} for run in label["runs"]]
    return {"drawing": shown.drawing, "width": WIDTH, "labels": labels}


def _text(text: str) -> Text:
    broken = _LONG_WORD.sub("\\g<0>\u200b", drawable(text))
    return {"text": broken, "right": reads_right_to_left(text)}


def _texts(texts: Sequence[str]) -> list[Text]:
    return [_text(t) for t in texts]


def _language(code: str) -> str:
    return code[:2] if re.match(r"[a-z]{2}([-_]|$)", code) else "en"
