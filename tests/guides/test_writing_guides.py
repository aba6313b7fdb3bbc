"""The documentation for writers of guides: every example works, every field and kind is there."""

import random
import re
from pathlib import Path

import pytest

from modules.activities.kind import kind_of, kinds
from modules.activities.scale.items import ITEMS
from modules.domain.disclosure import Disclosed, Rule, TooFewToShow, disclose
from modules.domain.guide import Activity, Guide
from modules.domain.tally import Contribution, Tally, TextState
from modules.guides.activity_block import ActivityFields
from modules.guides.front_matter import FrontMatter
from modules.guides.lint import findings
from modules.guides.parser import read_guide
from modules.guides.parts import LABELS, LISTS
from modules.guides.rules import RULES

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "writing_guides.md").read_text(encoding="utf-8")
FROM_HERE = Path(__file__).with_name("a_guide_from_the_documentation.md")
EXAMPLES = re.findall(r"^````markdown (\w+)\n(.*?)^````$", TEXT, re.DOTALL | re.MULTILINE)
AROUND = """---
title: Example
version: "1.0"
updated: 2026-03-09
minutes: {minutes}
size: {{least: 6, ideal: 12, most: 20}}
purpose: To try an example.
audience: Whoever writes a guide.
objectives: [Write a guide.]
---
## Run ({minutes} min)

{activities}"""
BODY = """## Run ({minutes} min)

### Talk ({minutes} min)

```activity
id: talk
kind: talk
```
"""


def whole(kind: str, text: str) -> str:
    """The example as a guide: a lone activity gets the smallest guide around it."""
    if kind == "guide":
        return text
    if kind == "front":
        (stated,) = re.findall(r"^minutes: (\d+)$", text, re.MULTILINE)
        return f"{text}\n{BODY.format(minutes=stated)}"
    minutes = sum(int(m) for m in re.findall(r"^### .* \((\d+) min\)$", text, re.MULTILINE))
    return AROUND.format(minutes=minutes, activities=text)


def guide_from(kind: str, text: str) -> Guide:
    read = read_guide(whole(kind, text), file="example.md")
    assert read.problems == ()
    assert read.guide is not None
    return read.guide


def kinds_in_the_project() -> set[str]:
    return {path.parent.name for path in (ROOT / "modules" / "activities").glob("*/kind.py")}


def first_words(example: tuple[str, str]) -> str:
    found = re.search(r"^#+ (.*)$", example[1], re.MULTILINE)
    return found[1] if found else "example"


@pytest.mark.parametrize("example", EXAMPLES, ids=first_words)
def test_every_example_is_read_without_problems(example: tuple[str, str]) -> None:
    assert guide_from(*example).activities != ()


@pytest.mark.parametrize("example", EXAMPLES, ids=first_words)
def test_every_example_takes_answers_and_shows_its_result(example: tuple[str, str]) -> None:
    for activity in guide_from(*example).activities:
        if kind_of(activity).collects_for(activity):
            assert result_of(activity).texts or result_of(activity).questions


def result_of(activity: Activity) -> Disclosed:
    """What twenty invented participants lead to, with every text shown."""
    kind, chance = kind_of(activity), random.Random(7)
    answers = [kind.answer(activity, kind.invented_answer(activity, chance)) for _ in range(20)]
    written = [text for answer in answers for text in kind.texts(activity, answer)]
    contributions = tuple(
        Contribution(handle=str(n), text=text, state=TextState.SHOWN)
        for n, text in enumerate(written)
    )
    tally = Tally(
        answered=len(answers),
        passed=0,
        questions=kind.counted(activity, answers, 0, contributions)
        or kind.questions_from_texts(activity, contributions, len(answers)),
        contributions=contributions,
    )
    shown = disclose(tally, Rule(smallest_group=5, sensitivity=activity.sensitivity))
    assert not isinstance(shown, TooFewToShow)
    assert kind.picture(activity, [shown]).sentence
    return shown


def test_there_is_an_example_of_every_kind() -> None:
    shown = {a.kind for example in EXAMPLES for a in guide_from(*example).activities}
    assert kinds_in_the_project() - shown == set()


def test_every_field_is_documented() -> None:
    fields = {*FrontMatter.model_fields, *ActivityFields.model_fields}
    for name in kinds_in_the_project():
        fields |= set(kinds()[name].fields.model_fields)
    assert {name for name in fields if f"| `{name}` |" not in TEXT} == set()


def test_every_field_has_an_example() -> None:
    examples = "\n".join(text for _, text in EXAMPLES)
    written = set(re.findall(r"^([a-z_]+):", examples, re.MULTILINE))
    fields = {*FrontMatter.model_fields, *ActivityFields.model_fields}
    for name in kinds_in_the_project():
        fields |= set(kinds()[name].fields.model_fields)
    assert fields - written == set()


def test_one_example_has_every_field_of_the_top_and_none_as_if_it_were_left_out() -> None:
    (front,) = [text for kind, text in EXAMPLES if kind == "front"]
    written = re.findall(r"^([a-z_]+):", front, re.MULTILINE)
    assert sorted(written) == sorted(FrontMatter.model_fields)
    guide = guide_from("front", front)
    assert guide.review_day is not None
    assert set(guide.pulse_items) <= set(ITEMS)


def test_the_shared_items_are_listed_as_they_are() -> None:
    rows = re.findall(r"^\| `([A-Z]\d)` \| (.*?) \| (.*?) \| ?(.*?) ?\|$", TEXT, re.MULTILINE)
    how = {"agreement": "by agreement", "bands": "in numbers"}
    assert rows == [(i.id, i.text, how[i.template], i.within) for i in ITEMS.values()]


def test_every_label_is_documented() -> None:
    labels = [f"`**{label.capitalize()}.**" for label in (*LABELS, *LISTS)]
    assert [label for label in labels if label not in TEXT] == []


def test_no_example_is_left_out_of_the_tests() -> None:
    assert len(EXAMPLES) == TEXT.count("````markdown ") > 10


def test_the_rules_are_documented_as_they_are() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*?) \| (.*?) \|$", rules_chapter(), re.MULTILINE)
    assert rows == [(rule.id, rule.sentence, rule.fix) for rule in RULES]


def rules_chapter() -> str:
    return TEXT[TEXT.index("## From a working guide") : TEXT.index("## What not to do")]


def test_what_not_to_do_names_a_source_for_each_row_with_its_year_or_address() -> None:
    start = TEXT.index("## What not to do")
    chapter = TEXT[start : TEXT.index("## When the app says")]
    rows = re.findall(r"^\| .*? \| .*?(\(\d+\))? \| .*? \|$", chapter, re.MULTILINE)[1:]
    sources = dict(re.findall(r"^(\d+)\. ((?:.+\n)+?)(?=\d+\. |\n)", chapter, re.MULTILINE))
    assert rows == [f"({number})" for number in sources]
    assert len(rows) == 18
    bare = [s for s in sources.values() if not re.search(r"\b20\d\d\b|doi|/|Our own", s)]
    assert bare == []


def test_a_guide_written_from_this_document_alone_is_read_and_keeps_every_rule() -> None:
    text = FROM_HERE.read_text(encoding="utf-8")
    read = read_guide(text, file=FROM_HERE.name)
    assert read.problems == ()
    assert read.guide is not None
    assert findings(read.guide, text) == ()


def test_that_guide_uses_only_what_this_document_tells() -> None:
    text = FROM_HERE.read_text(encoding="utf-8")
    fields = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
    labels = set(re.findall(r"^\*\*([A-Z][a-z ]+)\.\*\*", text, re.MULTILINE))
    chapters = set(re.findall(r"^## ([^(\n]+)$", text, re.MULTILINE))
    assert {f for f in fields if f"| `{f}` |" not in TEXT} == set()
    assert {name for name in labels | chapters if name not in TEXT} == set()
