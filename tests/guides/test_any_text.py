"""Whatever the text, reading it answers with a guide or with problems, and never raises."""

import contextlib
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modules.activities.kind import kinds
from modules.domain.errors import InvalidInput
from modules.guides.parser import MOST_CHARACTERS, ReadGuide, read_activity, read_guide

GOOD = Path(__file__).with_name("a_short_guide.md").read_text(encoding="utf-8")
LINES = GOOD.split("\n")
PIECES = [
    *("---", "```activity", "```", "# ", "## Run (5 min)", "### Do (5 min)", "> ", "- ", "1. "),
    *("id: a", "kind: choice", "kind: talk", "options:", "  - x", "{", "}", "[", "]", "&a", "*a"),
    *("!!int", "<<: *a", "? ", ": ", "|", ">", '"', "'", "\\U", "%YAML 1", "\t", "\x00", "\ud800"),
    *("**Why.**", "**Steps.**", "**Debrief.**", "\u2028", "\ufeff", "(4 min)", "9" * 30, "<!--"),
    *("bands: {a: [pass]}", "minutes: 5", "title: x", "size: {least: 1}", "\n", "\n\n", " "),
]
CHARACTERS = st.characters(exclude_categories=())


def is_a_guide_or_its_problems(read: ReadGuide) -> bool:
    told = all(p.line >= 1 and p.message and p.fix for p in read.problems)
    return told and (read.guide is None) == bool(read.problems)


@settings(deadline=None)
@given(st.text(CHARACTERS, max_size=400))
def test_any_characters_never_raise(text: str) -> None:
    assert is_a_guide_or_its_problems(read_guide(text, file="any.md"))


@settings(deadline=None)
@given(st.text(CHARACTERS, max_size=200), st.text(CHARACTERS, max_size=200))
def test_any_characters_in_the_two_yaml_places_never_raise(front: str, block: str) -> None:
    text = f"---\n{front}\n---\n## A (1 min)\n\n### B (1 min)\n\n```activity\n{block}\n```\n"
    assert is_a_guide_or_its_problems(read_guide(text, file="any.md"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_pieces_of_guides_in_any_order_never_raise(pieces: list[str]) -> None:
    assert is_a_guide_or_its_problems(read_guide("".join(pieces), file="any.md"))
    assert is_a_guide_or_its_problems(read_guide("\n".join(pieces), file="any.md"))


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_a_good_guide_with_anything_done_to_it_never_raises(
    chance: random.Random, changes: int
) -> None:
    lines = list(LINES)
    for _ in range(changes):
        place = chance.randrange(len(lines))
        lines[place : place + 1] = chance.choice(
            [
                [],
                [lines[place], lines[place]],
                [chance.choice(LINES)],
                [chance.choice(PIECES)],
                [lines[place] + chance.choice(PIECES)],
                ["  " + lines[place]],
                [lines[place][chance.randrange(20) :]],
            ]
        ) or [""]
    assert is_a_guide_or_its_problems(read_guide("\n".join(lines), file="any.md"))


VALUES = ["", "x", "-1", "[]", "{}", "[[1]]", "{a: {b: c}}", "9" * 5000, "1e999", "nan", "~", "|"]


@pytest.mark.parametrize("value", VALUES)
def test_any_value_in_any_field_never_raises(value: str) -> None:
    for number, line in enumerate(LINES):
        name, colon, _ = line.partition(": ")
        if colon and not line.startswith((" ", "*", ">", "#")):
            text = "\n".join([*LINES[:number], f"{name}: {value}", *LINES[number + 1 :]])
            assert is_a_guide_or_its_problems(read_guide(text, file="any.md"))


@pytest.mark.parametrize(
    "text",
    [
        "> " * 60_000,
        "- " * 60_000,
        "- a\n" * 15_000,
        "```activity\n\n" * 9_000,
        "## " + "1 " * 60_000,
        "## a" + " " * 120_000 + "b",
        "## a (1 min)\n" * 9_000,
        "[a]: b\n" * 17_000,
        "---\n" + "[" * 19_000 + "\n---\n",
        "---\n" + "k: 1\n" * 3_900 + "---\n",
        "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n",
        "---\n" + "a: " + "x " * MOST_CHARACTERS,
    ],
    ids=lambda text: " ".join(text[:20].split()),
)
def test_a_text_made_to_take_long_is_answered_soon(text: str) -> None:
    begun = time.process_time()
    read = read_guide(text, file="slow.md")
    assert read.guide is None
    assert time.process_time() - begun < 20


def test_a_text_longer_than_any_guide_is_refused_unread() -> None:
    read = read_guide("x" * (MOST_CHARACTERS + 1), file="long.md")
    assert [(p.line, p.message, p.fix) for p in read.problems] == [
        (
            1,
            "The guide has 250,001 characters; 250,000 are the most.",
            "Split it into two guides.",
        )
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(CHARACTERS, max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
FIELDS = ["id", "title", "minutes", "kind", "prompt", "options", "bands", "section", "settings"]


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), JSON), st.sampled_from([None, *kinds()]))
def test_any_question_asked_on_the_fly_is_read_or_refused(
    block: dict[str, object], kind: str | None
) -> None:
    if kind:
        block["kind"] = kind
    with contextlib.suppress(InvalidInput):
        read_activity(block)
