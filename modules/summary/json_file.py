"""The summary as JSON, for programs: the same facts under fixed names."""

import json as json_format
from dataclasses import asdict
from typing import Any

from modules.screens.summary_views import SummaryView
from modules.summary.entries import Entry
from modules.summary.outline import Notes, outline

VERSION = 2
"""Grows when a name changes or goes; new names may come without it."""


def json(view: SummaryView) -> bytes:
    """One object in UTF-8. Its names are listed in the test that holds them."""
    contents = outline(view)
    document = {
        "format": "workshop summary",
        "version": VERSION,
        "title": contents.title,
        "language": contents.language,
        "held_on": contents.held_on.isoformat(),
        "delete_on": view.delete_on.isoformat(),
        "notices": contents.notices,
        "about": dict(contents.facts),
        "purpose": contents.purpose,
        "first": [_notes(notes) for notes in contents.first],
        "sections": [
            {"title": part.title, "steps": [_step(entry) for entry in part.entries]}
            for part in contents.parts
        ],
        "notes": [_notes(notes) for notes in contents.notes],
    }
    return json_format.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def _step(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title,
        "minutes": entry.minutes,
        "how": entry.grouping,
        "prompt": entry.prompt,
        "notice": entry.notice,
        "result": entry.sentence,
        "table": asdict(entry.table) if entry.table else None,
        "texts": [asdict(quotes) for quotes in entry.quotes],
        "agreed": entry.agreed,
        "question": entry.question,
    }


def _notes(notes: Notes) -> dict[str, Any]:
    return {"title": notes.title, "lines": notes.lines}
