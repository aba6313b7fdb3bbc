import random
import re
import sys
import textwrap
from dataclasses import replace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import modules.activities
from modules.activities.kind import kind_of, kinds
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity
from modules.domain.moves import Move
from modules.storage.database import Database
from tests.a_room import ARoom
from tests.activities.asking import OPTIONS, an_activity, disclosed
from tests.phone.a_site import ASite, stage_of

EXAMPLES: dict[str, dict[str, Any]] = {
    "choice": {"options": OPTIONS},
    "text": {},
    "talk": {"form": "pairs", "report": True},
    "scale": {"items": ["C1", "C2"], "when": "both"},
    "words": {},
    "ranking": {"items": OPTIONS},
    "points": {"items": OPTIONS},
    "scenario": {"story": "A story.", "roles": ["a guest"], "options": OPTIONS},
    "reflect": {},
    "questions": {"stands": "section"},
    "commit": {"obstacle": True},
}


def said(sentence: str, **values: object) -> str:
    return sentence.format(**values)


def controls_of(activity: Activity) -> str:
    """What a phone would show of it."""
    loader = FileSystemLoader(kind_of(activity).folder)
    page = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return page.get_template("phone.html").render(
        activity=activity, settings=activity.settings, t=said, ours="", round_id="r1"
    )


def test_every_kind_has_its_example_here():
    assert sorted(kinds()) == sorted(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_kind_keeps_the_same_files(name):
    files = {file.name for file in kinds()[name].folder.iterdir()}

    assert files >= {"kind.py", "chart.py", "phone.html", "rehearsal.py"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_controls_of_every_kind_need_no_script_and_no_style(name):
    controls = controls_of(an_activity(name, **EXAMPLES[name]))

    assert "<script" not in controls
    assert " style=" not in controls
    assert re.findall(r"<[^>]*\son\w+=", controls) == []
    assert "<form" not in controls


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_prompt_of_every_kind_names_its_controls_and_is_escaped(name):
    activity = an_activity(name, **EXAMPLES[name])
    hostile = replace(activity, prompt="<script>alert(1)</script>")

    assert "<legend>What do you do first?</legend>" in controls_of(activity)
    assert "<legend>&lt;script&gt;alert(1)&lt;/script&gt;</legend>" in controls_of(hostile)


NEW_KIND = """
    from modules.activities.kind import Kind, one
    from modules.domain.errors import InvalidAnswer
    from modules.domain.picture import Bars, Picture, Row
    from modules.domain.tally import Cell, Question

    class Coin(Kind):
        name = "coin"

        def answer(self, activity, form):
            if one(form, "side") not in ("heads", "tails"):
                raise InvalidAnswer("Choose heads or tails.")
            return {"side": one(form, "side")}

        def questions(self, activity, answers, passed):
            heads = sum(1 for a in answers if a["side"] == "heads")
            cells = (Cell("heads", "Heads", heads), Cell("tails", "Tails", len(answers) - heads))
            return (Question(id="coin", label="", cells=cells, people=len(answers)),)

        def picture(self, activity, rounds):
            heads, tails = (float(cell.count) for cell in rounds[-1].questions[0].cells)
            rows = (Row("Heads", (heads,), ("",)), Row("Tails", (tails,), ("",)))
            return Picture(f"{heads:g} chose heads.", Bars(("",), rows, heads + tails))

    KIND = Coin()
"""

NEW_CHART = """
    from modules.activities.charts import bars

    def figure(picture, *, dark, size):
        return bars(picture, dark=dark, size=size)
"""
NEW_FORM = """<fieldset>
<legend>{{ activity.prompt }}</legend>
{% for side in ("heads", "tails") %}
<label class="option coin"><input type="radio" name="side" value="{{ side }}"> {{ side }}</label>
{% endfor %}</fieldset>
"""


@pytest.fixture
def a_new_kind(tmp_path, monkeypatch):
    """A folder with one more kind, somewhere else, as somebody would add it."""
    folder = tmp_path / "coin"
    folder.mkdir()
    (folder / "kind.py").write_text(textwrap.dedent(NEW_KIND))
    (folder / "chart.py").write_text(textwrap.dedent(NEW_CHART))
    (folder / "phone.html").write_text(NEW_FORM)
    (folder / "phone.css").write_text(".coin { border-radius: 50%; }\n")
    (folder / "rehearsal.py").write_text(
        "def invented_answer(activity, chance):\n    return {'side': [chance.choice(['heads'])]}\n"
    )
    monkeypatch.setattr(
        modules.activities, "__path__", [*modules.activities.__path__, str(tmp_path)]
    )
    kinds.cache_clear()
    yield "coin"
    kinds.cache_clear()
    for name in [n for n in sys.modules if n.startswith("modules.activities.coin")]:
        del sys.modules[name]


PRIVATE = re.compile(r"<textarea[^>]*data-private[^>]*>")


@pytest.mark.parametrize("name", ["reflect", "commit"])
def test_private_fields_have_no_name_so_that_no_request_carries_them(name):
    fields = PRIVATE.findall(controls_of(an_activity(name, **EXAMPLES[name])))

    assert fields
    assert [field for field in fields if " name=" in field] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_other_field_is_labelled(name):
    controls = controls_of(an_activity(name, **EXAMPLES[name]))

    bare = re.sub(r"<label.*?</label>", "", controls, flags=re.DOTALL)
    fields = re.findall(r"<(?:input|textarea|select)[^>]*>", bare)
    assert [field for field in fields if "aria-label=" not in field] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_empty_round_counts_nothing_without_failing(name):
    activity = an_activity(name, **EXAMPLES[name])

    questions = kinds()[name].questions(activity, [], 0)

    assert sum(cell.count for question in questions for cell in question.cells) == 0
    assert kinds()[name].picture(activity, []).sentence.endswith(".")


COIN_GUIDE = """---
title: A coin
version: 1.0
updated: 2026-03-09
minutes: 5
size: {least: 5, ideal: 12, most: 40}
purpose: A guide that uses a kind nobody here knows.
audience: Tests.
objectives:
  - Toss a coin.
---

## Toss (5 min)

### The coin (5 min)

```activity
id: coin
kind: coin
prompt: Which side?
```
"""


@pytest.mark.usefixtures("a_new_kind")
def test_a_whole_session_runs_with_a_new_kind(sqlite_url):
    database = Database.open(sqlite_url)
    room = ARoom.with_facilitator(database).start(phones=6, guide=COIN_GUIDE)
    room.move(Move.NEXT)

    with pytest.raises(InvalidAnswer, match="Choose heads or tails"):
        room.answer(room.phones[0], {"side": "edge"})
    for device in room.phones:
        room.answer(device, {"side": "heads"})
    room.move(Move.SHOW_RESULTS)

    assert room.view.result is not None
    assert room.view.result.picture is not None
    assert room.view.result.picture.sentence == "6 chose heads."
    database.close()


@pytest.mark.usefixtures("a_new_kind")
def test_phones_answer_a_new_kind_and_every_screen_draws_it(tmp_path):
    site = ASite.at(tmp_path / "site")
    site.room.start(guide=COIN_GUIDE)
    site.room.at(1)
    phones = [site.phone() for _ in range(6)]
    form = stage_of(phones[0].sees())
    refused = phones[0].sends(side="edge")
    sent = [phone.sends(side="heads" if place else "tails") for place, phone in enumerate(phones)]
    site.room.move(Move.SHOW_RESULTS)
    result = stage_of(phones[0].sees())
    shown = site.view.result
    assert shown
    figure = kinds()["coin"].part("chart").figure(shown.picture, dark=False, size="projector")

    assert form.count('name="side"') == 2
    assert "<style>.coin{border-radius:50%}</style>" in form
    assert (refused.status_code, "Choose heads or tails." in refused.text) == (422, True)
    assert [answer.status_code for answer in sent] == [303] * 6
    assert "5 chose heads." in result
    assert "<svg" in result
    assert [tuple(bar.x) for bar in figure.data] == [(5.0, 1.0)]
    site.database.close()


def test_a_new_folder_is_a_new_kind_without_an_edit_elsewhere(a_new_kind):
    activity = an_activity(a_new_kind)
    forms = [kind_of(activity).invented_answer(activity, random.Random(n)) for n in range(6)]

    picture = kind_of(activity).picture(activity, [disclosed(activity, forms)])

    assert picture.sentence == "6 chose heads."
    assert "<legend>What do you do first?</legend>" in controls_of(activity)
