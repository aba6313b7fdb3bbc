import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.activities.points.kind import KIND
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Sensitivity
from modules.domain.picture import Bars, Picture, Row, Table
from tests.activities.asking import an_activity, disclosed

ITEMS = ["budget", "badge"]


def given_out(a: object, b: object) -> dict[str, list[str]]:
    return {"points-a": [str(a)], "points-b": [str(b)]}


def test_points_cannot_be_sensitive():
    activity = an_activity("points", items=ITEMS, sensitivity=Sensitivity.MEDIUM)

    assert [field for field, _ in KIND.problems(activity)] == ["sensitivity"]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "These are 0 points. Please give out exactly 100."),
        (given_out(60, 30), "These are 90 points. Please give out exactly 100."),
        (given_out(100, 1), "These are 101 points. Please give out exactly 100."),
        (given_out(-1, 101), "Write whole points for “budget”, 0 or more."),
        (given_out("1e2", 0), "Write whole points for “budget”, 0 or more."),
        (given_out(99.5, 0.5), "Write whole points for “budget”, 0 or more."),
        (given_out("1" * 5000, 0), "Write whole points for “budget”, 0 or more."),
        (given_out("\uff11\uff10\uff10", 0), "Write whole points for “budget”, 0 or more."),
    ],
)
def test_points_that_do_not_come_to_the_total_are_refused(form, sentence):
    with pytest.raises(InvalidAnswer) as refusal:
        KIND.answer(an_activity("points", items=ITEMS), form)

    assert str(refusal.value) == sentence


@given(
    st.dictionaries(
        st.sampled_from(["points-a", "points-b"]), st.lists(st.one_of(st.text(), st.just("50")))
    )
)
def test_a_hostile_form_is_an_answer_or_refused(form):
    try:
        answer = KIND.answer(an_activity("points", items=ITEMS), form)
    except InvalidAnswer:
        return

    assert sum(answer["points"].values()) == 100


def test_bars_are_means_and_the_sentence_names_the_highest():
    activity = an_activity("points", items=ITEMS)
    forms = [given_out(80, 20), given_out(60, 40), given_out(100, ""), given_out(90, 10)]

    picture = KIND.picture(activity, [disclosed(activity, forms, passed=2, least=4)])

    assert picture == Picture(
        "Most points on average: “budget”, 82. 2 passed.",
        Bars(("",), (Row("budget", (82.5,), ("82",)), Row("badge", (17.5,), ("18",))), 82.5),
        Table(("Item", "Mean points"), (("budget", "82"), ("badge", "18"))),
    )


@given(st.lists(st.integers(0, 100), min_size=5, max_size=40))
def test_every_disclosed_result_has_a_picture(firsts):
    activity = an_activity("points", items=ITEMS)
    forms = [given_out(points, 100 - points) for points in firsts]

    picture = KIND.picture(activity, [disclosed(activity, forms), disclosed(activity, forms)])

    assert isinstance(picture.chart, Bars)
    assert all(value <= picture.chart.most for row in picture.chart.rows for value in row.values)


@given(st.integers(), st.integers(2, 8), st.integers(10, 100))
def test_invented_answers_are_accepted(seed, items, total):
    activity = an_activity("points", items=[f"item {n}" for n in range(items)], total=total)

    assert KIND.answer(activity, KIND.invented_answer(activity, random.Random(seed)))
