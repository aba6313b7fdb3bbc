"""Tallies, answers, decisions as text in the database: the same bytes for the same value."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from modules.domain.ballot import Decision
from modules.domain.tally import Cell, Question, Tally


def dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load(text: str) -> Any:
    return json.loads(text)


def dump_tally(tally: Tally) -> str:
    """The counts of a tally; its contributions are rows of `texts`."""
    return dump(
        {
            "answered": tally.answered,
            "passed": tally.passed,
            "questions": [asdict(q) for q in tally.questions],
        }
    )


def load_tally(text: str) -> Tally:
    stored = load(text)
    return Tally(
        answered=stored["answered"],
        passed=stored["passed"],
        questions=tuple(_question(q) for q in stored["questions"]),
    )


def _question(stored: dict[str, Any]) -> Question:
    cells = tuple(Cell(**cell) for cell in stored.pop("cells"))
    return Question(**stored, cells=cells)


def dump_decisions(decisions: Mapping[str, Decision]) -> str | None:
    if not decisions:
        return None
    return dump({entry: asdict(d) for entry, d in decisions.items()})


def load_decisions(text: str | None) -> dict[str, Decision]:
    if not text:
        return {}
    return {entry: Decision(**stored) for entry, stored in load(text).items()}
