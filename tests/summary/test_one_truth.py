"""Every format holds exactly what was disclosed: no number or text more, none less."""

import re
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import count

import pytest

from modules.domain.disclosure import Counted, Rule, TooFewToShow, disclose
from modules.domain.guide import Activity
from modules.domain.picture import Bars, Picture, Row, Stacked, Table, Terms, Texts
from modules.domain.tally import Cell, Question, Tally
from modules.screens.views import SummarySection, SummaryView
from modules.summary.files import file
from tests.summary.a_view import a_result, a_view, an_item
from tests.summary.reading import KEYS, read

NAME, NUMBER = re.compile(r"name[a-z]{4}"), re.compile(r"\b7\d{3}\b")
HIDDEN = Activity(
    id="hidden", kind="choice", title="secretone", minutes=8, prompt="secrettwo", say="secretthree",
    why="secretfour", debrief=("secretfive",), notes="secretsix", watch_for="secretseven",
)  # fmt: skip


def name(number):
    """A word of which no other is a part."""
    digits = f"{number:04}"
    return "name" + digits.translate(str.maketrans("0123456789", "abcdefghij"))


@pytest.fixture
def view():
    """A summary in which every text and every number is one of a kind."""
    names, numbers = map(name, count()), count(7000)
    n, v = names.__next__, numbers.__next__
    one, two, three, four = v(), v(), v(), v()
    bars = Bars(
        (n(), n()),
        (Row(n(), (one, two), (str(one), str(two))), Row(n(), (three, four), (str(three), "7003"))),
        8000,
    )
    pictures = (
        Picture(f"{n()} {one}", bars),
        Picture(f"{n()}", Stacked((n(), n(), n()), (Row(n(), (v(), v(), v()), ()),))),
        Picture(n(), Terms(((n(), v()), (n(), v())))),
        Picture(n(), Texts(((n(), (n(), f"{n()}\n{n()}")), ("", (n(),))))),
        Picture(n(), None, Table((n(), n()), ((n(), v()), (n(), n())))),
        None,
    )
    items = [
        an_item(
            a_result(picture=p, notice=n(), activity=HIDDEN, title="secret", debrief=(n(), n())),
            title=n(),
            prompt=n(),
            grouping=n(),
        )
        for p in pictures
    ]
    return a_view(
        SummarySection(title=n(), items=tuple(items[:3])),
        SummarySection(title=n(), items=(*items[3:], an_item(title=n(), prompt=n()))),
        title=n(), guide_title=n(), guide_version=n(), group_in_words=n(), purpose=n(),
        limits=(n(), n()), support_contacts=(n(),), sources=(n(), n()), stored=(n(),),
        held_on=date(2026, 11, 22), delete_on=date(2026, 12, 22),
    )  # fmt: skip


def everything(value):
    """All texts and numbers of a view, except the activity, which no file may look into."""
    if is_dataclass(value) and not isinstance(value, Activity):
        for field in fields(value):
            yield from everything(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from everything(inner)
    elif not isinstance(value, Activity):
        yield str(int(value) if isinstance(value, float) else value)


@pytest.mark.parametrize("key", KEYS)
def test_every_format_holds_exactly_the_disclosed_texts_and_numbers(view, key):
    disclosed = " ".join(everything(view))

    found = read(key, file(view, key).data)

    assert set(NAME.findall(found)) == set(NAME.findall(disclosed))
    assert set(NUMBER.findall(found)) == set(NUMBER.findall(disclosed))
    assert "secret" not in found


@pytest.mark.parametrize("key", KEYS)
def test_the_bytes_hold_nothing_of_the_guides_private_side(view, key):
    assert b"secret" not in file(view, key).data


def all_numbers(view, key):
    return set(re.findall(r"\d+", read(key, file(view, key).data)))


def test_every_format_holds_the_same_numbers():
    numbers = {key: all_numbers(a_view(), key) for key in KEYS}

    # A program reads months as numbers, a person as words.
    assert numbers.pop("json") == numbers["csv"] | {"11", "12"}
    assert all(found == numbers["csv"] for found in numbers.values())


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(("people", "shown"), [(4, False), (5, True)])
def test_below_the_smallest_group_no_format_holds_a_count_of_any_option(key, people, shown):
    cells = (Cell("a", "optionone", people), Cell("b", "optiontwo", 0))
    question = Question(id="q", label="q", cells=cells, people=people)
    tally = Tally(answered=people, passed=0, questions=(question,))
    disclosed = disclose(tally, Rule(smallest_group=5))
    picture = None
    if not isinstance(disclosed, TooFewToShow):
        (counted,) = disclosed.questions
        assert isinstance(counted, Counted)
        rows = tuple((c.label, f"{c.count * 1111}") for c in counted.cells)
        picture = Picture("shown", None, Table(("Answer", "People"), rows))
    view = a_view(SummarySection(title="S", items=(an_item(a_result(picture=picture)),)))

    found = read(key, file(view, key).data)

    assert (str(people * 1111) in found) is shown
    assert ("optionone" in found) is shown


def test_a_summary_has_no_field_for_the_facilitator_alone():
    assert [
        f.name for f in fields(SummaryView) if "facilitator" in f.name or "note" in f.name
    ] == []
