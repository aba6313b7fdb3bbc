"""Every format holds exactly what was disclosed, in order: no number or text more, none less."""

import re
from dataclasses import fields, replace
from datetime import date
from itertools import count

import pytest

from modules.domain.disclosure import Counted, Rule, TooFewToShow, disclose
from modules.domain.guide import Activity
from modules.domain.picture import Bars, Picture, Row, Stacked, Table, Terms, Texts
from modules.domain.tally import Cell, Question, Tally
from modules.screens.summary_views import SummarySection, SummaryView
from modules.summary.files import file
from tests.summary.a_view import a_result, a_view, an_item
from tests.summary.facts import facts
from tests.summary.read_back import DRAWN, read_back
from tests.summary.reading import KEYS, read

HIDDEN = Activity(
    id="hidden", kind="choice", title="secretone", minutes=8, prompt="secrettwo", say="secretthree",
    why="secretfour", debrief=("secretfive",), notes="secretsix", watch_for="secretseven",
    facilitators_debrief=("secreteight",),
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
        (Row(n(), (one, two), (n(), n())), Row(n(), (three, four), (n(), n()))),
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
            a_result(picture=p, notice=n(), activity=HIDDEN, title="secret", debrief=("secret",)),
            title=n(),
            prompt=n(),
            grouping=n(),
            agreed=f"{n()}\n{n()}",
            question=n(),
        )
        for p in pictures
    ]
    spoken = an_item(title=n(), prompt=n(), agreed=n(), question=n())
    return a_view(
        SummarySection(title=n(), items=tuple(items[:3])),
        SummarySection(title=n(), items=(*items[3:], spoken)),
        title=n(), guide_title=n(), guide_version=n(), group_in_words=n(), purpose=n(),
        limits=(n(), n()), support_contacts=(n(),), stored=(n(),), resources=(n(), n()),
        sources=(f"{n()} https://example.org/{n()}, 10.1000/{n()}.", n()),
        held_on=date(2026, 11, 22), delete_on=date(2026, 12, 22),
    )  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_every_format_holds_the_disclosed_facts_in_order_and_nothing_else(view, key):
    assert read_back(key, file(view, key).data) == facts(view, drawn=key in DRAWN)


def changed(view, section, item, change):
    """The view with one of its steps changed."""
    sections = list(view.sections)
    items = list(sections[section].items)
    items[item] = change(items[item])
    sections[section] = replace(sections[section], items=tuple(items))
    return replace(view, sections=tuple(sections))


def with_picture(change):
    def changed_item(item):
        return replace(item, result=replace(item.result, picture=change(item.result.picture)))

    return changed_item


def two_numbers_swapped(picture):
    first, second = picture.chart.rows
    (a, b), (c, d) = first.values, second.values
    rows = (replace(first, values=(c, b)), replace(second, values=(a, d)))
    return replace(picture, chart=replace(picture.chart, rows=rows))


def columns_swapped(picture):
    return replace(picture, chart=replace(picture.chart, series=picture.chart.series[::-1]))


def chart_lost(picture):
    rows = tuple((row.label, *row.values) for row in picture.chart.rows)
    return Picture(picture.sentence, None, Table(("Answer", *picture.chart.series), rows))


def letters_swapped(picture):
    rows = tuple(replace(row, texts=row.texts[::-1]) for row in picture.chart.rows)
    return replace(picture, chart=replace(picture.chart, rows=rows))


def steps_reversed(view):
    first, *rest = view.sections
    return replace(view, sections=(replace(first, items=first.items[::-1]), *rest))


def questions_exchanged(view):
    one, two, *_ = view.sections[0].items
    other = changed(view, 0, 0, lambda item: replace(item, question=two.question))
    return changed(other, 0, 1, lambda item: replace(item, question=one.question))


WRONG = {
    "two numbers swapped": lambda v: changed(v, 0, 0, with_picture(two_numbers_swapped)),
    "columns swapped": lambda v: changed(v, 0, 0, with_picture(columns_swapped)),
    "steps reversed": steps_reversed,
    "questions exchanged": questions_exchanged,
    "agreement lost": lambda v: changed(v, 1, 3, lambda item: replace(item, agreed="")),
}
WRONG_DRAWINGS = {
    "chart lost": lambda v: changed(v, 0, 0, with_picture(chart_lost)),
    "letters of two bars swapped": lambda v: changed(v, 0, 0, with_picture(letters_swapped)),
}


@pytest.mark.parametrize("mistake", WRONG)
@pytest.mark.parametrize("key", KEYS)
def test_a_file_with_a_mistake_is_noticed(view, key, mistake):
    wrong = WRONG[mistake](view)

    assert read_back(key, file(wrong, key).data) != facts(view, drawn=key in DRAWN)


@pytest.mark.parametrize("mistake", WRONG_DRAWINGS)
@pytest.mark.parametrize("key", DRAWN)
def test_a_drawing_with_a_mistake_is_noticed(view, key, mistake):
    wrong = WRONG_DRAWINGS[mistake](view)

    assert read_back(key, file(wrong, key).data) != facts(view, drawn=True)
    assert read_back(key, file(view, key).data) == facts(view, drawn=True)


@pytest.mark.parametrize("key", KEYS)
def test_the_bytes_hold_nothing_of_the_guides_private_side(view, key):
    assert b"secret" not in file(view, key).data
    assert "secret" not in read(key, file(view, key).data)


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
