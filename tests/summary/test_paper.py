"""Paper versions: what phones ask, as marks and lines, for every kind there is."""

from pathlib import Path

import pytest

from modules.activities.kind import kind_of, kinds
from modules.domain.guide import Activity, Guide
from modules.guides.parser import guide_of, read_guide
from modules.summary.paper import paper_of

ROOT = Path(__file__).parents[2]
EVERY_KIND = guide_of((ROOT / "tests/phone/every_kind.md").read_text("utf-8"), "every_kind")
SHIPPED = sorted((ROOT / "facilitator_guides").glob("*.md"))
QUESTIONS = """---
title: Questions
version: "1.0"
updated: 2026-03-09
minutes: 5
size: {least: 5, ideal: 12, most: 40}
purpose: To ask.
audience: Tests.
objectives: [Ask.]
---
## Ask (5 min)

### Ask us (5 min)

```activity
id: ask
kind: questions
prompt: What would you like to ask <b>us</b> & them?
```
"""


def shapes(activity: Activity) -> list[tuple[str, str, str, int]]:
    return [(f.shape, f.text, f.mark, f.lines) for f in paper_of(activity)]


def of_kind(kind: str, guide: Guide = EVERY_KIND) -> Activity:
    return next(a for a in guide.activities if a.kind == kind)


def test_options_become_boxes_where_several_may_be_chosen():
    assert shapes(of_kind("choice")) == [
        ("heading", "When told that I hurt someone, my first impulse is …", "", 0),
        ("hint", "Choose up to 2.", "", 0),
        ("choice", "A make a joke", "checkbox", 0),
        ("choice", "B explain what I meant", "checkbox", 0),
        ("choice", "C apologise at length", "checkbox", 0),
        ("choice", "D go quiet", "checkbox", 0),
        ("choice", "E ask what happened", "checkbox", 0),
    ]


def test_statements_keep_their_points_beside_them():
    _, first, second = paper_of(of_kind("scale"))

    assert (first.text, second.text) == (
        "I notice when somebody is talked over",
        "I say something when it happens",
    )
    assert first.points == second.points
    assert first.points[0] == "Strongly disagree"
    assert first.points[-1] == "Did not come up"


def test_texts_become_lines_and_ranks_become_boxes():
    assert [f.lines for f in paper_of(of_kind("text")) if f.shape == "line"] == [3, 3]
    ranked = [f for f in paper_of(of_kind("ranking")) if f.mark]
    assert [(f.text, f.mark) for f in ranked] == [
        ("Listening", "number"),
        ("Speaking up", "number"),
        ("Learning on my own", "number"),
        ("Giving money", "number"),
    ]


def test_what_a_facilitator_wrote_stays_text():
    question = of_kind("questions", guide_of(QUESTIONS, "questions"))

    assert shapes(question)[0] == ("heading", "What would you like to ask <b>us</b> & them?", "", 0)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_activity_that_collects_has_a_sheet(path: Path):
    guide = read_guide(path.read_text("utf-8"), file=path.name).guide
    assert guide is not None

    without = [a.id for a in guide.activities if not paper_of(a)]
    assert [a for a in without if kind_of(of(guide, a)).collects_for(of(guide, a))] == []


def of(guide: Guide, activity_id: str) -> Activity:
    found = guide.activity(activity_id)
    assert found is not None
    return found


@pytest.mark.parametrize("activity", EVERY_KIND.activities, ids=lambda a: a.kind)
def test_a_sheet_speaks_of_no_phone_and_no_moderator(activity: Activity):
    said = " ".join(f.text for f in paper_of(activity)).lower()

    assert [word for word in ("phone", "moderator", "sent.", "{") if word in said] == []


def test_every_kind_is_tried_here():
    tried = {a.kind for a in EVERY_KIND.activities} | {"questions"}

    assert tried == set(kinds())
