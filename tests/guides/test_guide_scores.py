"""The score sheets claim that a line of a guide earns a point: the line must be there.

What can be counted is counted from the guide itself, and the sheet may claim nothing else.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from modules.domain.guide import Guide
from modules.guides.parser import read_guide
from tests.guides.computed_scores import computed, longest_prompt, spoken

ROOT = Path(__file__).parents[2]
SHEETS = (ROOT / "docs" / "guide_scores.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| (\d+) \| (.+?) \| (\d) \| (.*) \|$", re.MULTILINE)
_SHEET = re.compile(r"^## (.+): (\d+) of 120$", re.MULTILINE)
COUNTED = (22, 23, 25, 28, 29, 30, 37)
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


def _text(title: str) -> str:
    for file in (ROOT / "facilitator_guides").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        if re.search(rf'^title: "?{re.escape(title)}"?$', text, re.MULTILINE):
            return text
    raise AssertionError(f"There is no guide called {title}.")


def _parsed(text: str) -> Guide:
    guide = read_guide(text, file="guide.md").guide
    assert guide is not None
    return guide


def _number(pattern: str, earned: str) -> str:
    found = re.search(pattern, earned)
    assert found, f"{pattern} is not in: {earned}"
    return found[1]


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
    guide = _one_line(_text(sheet.title))

    missing = [
        (number, quote)
        for number, _, _, earned in sheet.rows
        for quote in _QUOTE.findall(earned)
        if _one_line(quote.replace("\\|", "|")) not in guide
    ]

    assert missing == []


@pytest.mark.parametrize("sheet", _sheets(), ids=lambda sheet: sheet.title)
def test_what_can_be_counted_is_scored_as_it_is_counted(sheet):
    text = _text(sheet.title)
    counted = computed(_parsed(text), text)

    assert {number: score for number, _, score, _ in sheet.rows if number in counted} == counted


@pytest.mark.parametrize("sheet", _sheets(), ids=lambda sheet: sheet.title)
def test_the_numbers_on_the_sheet_are_those_of_the_guide(sheet):
    guide = _parsed(_text(sheet.title))
    earned = {number: line for number, _, _, line in sheet.rows}

    minutes = "+".join(str(activity.minutes) for activity in guide.activities)
    assert _number(r"^([\d+]+ = \d+);", earned[22]) == f"{minutes} = {guide.minutes}"
    assert float(_number(r"speak for ([\d.]+) of", earned[23])) == spoken(guide)
    share = 100 * spoken(guide) / guide.minutes
    assert float(_number(r"([\d.]+) %", earned[23])) == pytest.approx(share, abs=0.051)
    assert int(_number(r"Longest prompt (\d+) words", earned[30])) == longest_prompt(guide)


@pytest.mark.parametrize("sheet", _sheets(), ids=lambda sheet: sheet.title)
def test_every_point_that_nothing_counts_quotes_the_guide(sheet):
    bare = [
        number
        for number, _, score, earned in sheet.rows
        if score and number not in COUNTED and not any(q.strip() for q in _QUOTE.findall(earned))
    ]

    assert bare == []


MIRROR = _text("Start with the mirror")


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [
        (22, "(1 min)", "(2 min)"),
        (23, "\nfacilitator_minutes: 4\n", "\n"),
        (25, "sensitivity: low", "sensitivity: medium"),
        (25, "sensitivity: low", "sensitivity: high"),
        (28, "\ngrouping: ", "\ncontent_note: "),
        (28, "| 0:00 | 4 |", "| 0:01 | 4 |"),
        (29, "**Why.** ", ""),
        (30, 'prompt: "I came', 'content_note: "I came'),
        (37, "\n> ", "\nNote. "),
    ],
)
def test_a_guide_that_lost_what_is_counted_no_longer_earns_it(number, before, after):
    """So that the count itself could fail; talk has its words added, as minutes may be left out."""
    assert computed(_parsed(MIRROR), MIRROR)[number] == 2
    assert before in MIRROR
    text = MIRROR.replace(before, after, -1 if number == 37 else 1)
    if number == 23:
        text = text.replace("> Welcome. ", f"> {'Welcome. ' * 450}", 1)

    assert computed(_parsed(text), text)[number] < 2


def test_scores_without_anything_that_earns_them_are_refused():
    assert [row for sheet in _sheets() for row in sheet.rows if row[2] and not row[3].strip()] == []
