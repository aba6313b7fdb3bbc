"""The score sheets claim that a line of a guide earns a point: the line must be there."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHEETS = (ROOT / "docs" / "guide_scores.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| (\d+) \| (.+?) \| (\d) \| (.*) \|$", re.MULTILINE)
_SHEET = re.compile(r"^## (.+): (\d+) of 120$", re.MULTILINE)
_QUOTE = re.compile(r"“([^”]*)”")


@dataclass(frozen=True)
class Sheet:
    title: str
    total: int
    rows: tuple[tuple[int, str, int, str], ...]


def _sheets() -> list[Sheet]:
    heads = list(_SHEET.finditer(SHEETS))
    ends = [head.start() for head in heads[1:]] + [len(SHEETS)]
    return [
        Sheet(
            title=head[1],
            total=int(head[2]),
            rows=tuple(
                (int(number), asks, int(score), earned)
                for number, asks, score, earned in _ROW.findall(SHEETS[head.end() : end])
            ),
        )
        for head, end in zip(heads, ends, strict=True)
    ]


def _one_line(text: str) -> str:
    return " ".join(word for word in text.split() if word != ">")


def _guide(title: str) -> str:
    for file in (ROOT / "facilitator_guides").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        if re.search(rf'^title: "?{re.escape(title)}"?$', text, re.MULTILINE):
            return _one_line(text)
    raise AssertionError(f"There is no guide called {title}.")


@pytest.mark.parametrize("sheet", _sheets(), ids=lambda sheet: sheet.title)
def test_a_score_sheet_answers_all_sixty_questions_and_adds_up(sheet):
    assert [number for number, *_ in sheet.rows] == list(range(1, 61))
    assert sum(score for _, _, score, _ in sheet.rows) == sheet.total


@pytest.mark.parametrize("sheet", _sheets(), ids=lambda sheet: sheet.title)
def test_no_guide_ships_with_a_gate_at_zero_or_below_a_hundred(sheet):
    assert [asks for _, asks, score, _ in sheet.rows if "(gate)" in asks and score == 0] == []
    assert sheet.total >= 100


@pytest.mark.parametrize("sheet", _sheets(), ids=lambda sheet: sheet.title)
def test_every_line_that_earns_a_score_is_in_the_guide_word_for_word(sheet):
    guide = _guide(sheet.title)

    missing = [
        (number, quote)
        for number, _, _, earned in sheet.rows
        for quote in _QUOTE.findall(earned)
        if _one_line(quote.replace("\\|", "|")) not in guide
    ]

    assert missing == []


def test_scores_without_anything_that_earns_them_are_refused():
    assert [row for sheet in _sheets() for row in sheet.rows if row[2] and not row[3].strip()] == []
