import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from modules.activities.ranking.kind import KIND, RankingFields
from modules.domain.disclosure import TooFewToShow
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Sensitivity, Shape
from modules.domain.picture import Picture, Row, Stacked, Table
from tests.activities.asking import an_activity, disclosed

ITEMS = ["reason", "remedy", "time"]


def order(*letters: str) -> dict[str, list[str]]:
    return {f"place-{letter}": [str(place)] for place, letter in enumerate(letters, start=1)}


@pytest.mark.parametrize("items", [["a", "b"], [f"item {n}" for n in range(9)]])
def test_two_or_nine_items_are_no_ranking(items):
    with pytest.raises(ValidationError, match="Write 3 to 8 items"):
        RankingFields.model_validate({"items": items})


def test_a_ranking_cannot_be_sensitive():
    activity = an_activity("ranking", items=ITEMS, sensitivity=Sensitivity.MEDIUM)

    assert [field for field, _ in KIND.problems(activity)] == ["sensitivity"]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (
            {},
            "Nothing was put in order yet. Do that first, or say that the order is right.",
        ),
        (
            {"place-a": [""], "place-b": [""], "place-c": [""]},
            "Nothing was put in order yet. Do that first, or say that the order is right.",
        ),
        ({"place-b": ["1"]}, "Please give every line a place. Missing: “reason”"),
        (
            {"place-a": ["1"], "place-b": ["1"], "place-c": ["2"]},
            "Two lines have place 1. Give each its own place.",
        ),
        (order("a", "b") | {"place-c": ["4"]}, "Please use the places 1 to 3, each of them once."),
        (order("a", "b") | {"place-c": ["x"]}, "Please use the places 1 to 3, each of them once."),
    ],
)
def test_an_order_with_gaps_is_refused(form, sentence):
    with pytest.raises(InvalidAnswer) as refusal:
        KIND.answer(an_activity("ranking", items=ITEMS), form)

    assert str(refusal.value) == sentence


@given(
    st.dictionaries(
        st.sampled_from(["place-a", "place-b", "place-c"]),
        st.lists(st.one_of(st.text(), st.sampled_from("1234"))),
    )
)
def test_a_hostile_form_is_an_answer_or_refused(form):
    try:
        answer = KIND.answer(an_activity("ranking", items=ITEMS), form)
    except InvalidAnswer:
        return

    assert sorted(answer["order"]) == ["a", "b", "c"]


def test_the_foremost_item_and_the_most_disputed_one_are_named():
    activity = an_activity("ranking", items=ITEMS)
    forms = [order("b", "a", "c")] * 3 + [order("c", "b", "a")] * 2

    picture = KIND.picture(activity, [disclosed(activity, forms, passed=1)])

    assert picture == Picture(
        "Foremost on average: “remedy”, mean place 1.4. "
        "People differ most about “time”, from 1st to 3rd place. 1 passed.",
        Stacked(
            ("1st", "2nd", "3rd"),
            (
                Row("remedy · mean place 1.4", (3.0, 2.0, 0.0), ("3", "2", "0")),
                Row("time · mean place 2.2", (2.0, 0.0, 3.0), ("2", "0", "3")),
                Row("reason · mean place 2.4", (0.0, 3.0, 2.0), ("0", "3", "2")),
            ),
        ),
        Table(
            ("Item", "Mean place", "1st", "2nd", "3rd"),
            (
                ("remedy", "1.4", 3, 2, 0),
                ("time", "2.2", 2, 0, 3),
                ("reason", "2.4", 0, 3, 2),
            ),
        ),
    )


def test_the_same_order_by_all_is_said_to_be_one():
    activity = an_activity("ranking", items=ITEMS)

    picture = KIND.picture(activity, [disclosed(activity, [order("a", "b", "c")] * 5)])

    assert picture.sentence == (
        "Foremost on average: “reason”, mean place 1.0. People put these in nearly the same order."
    )


@given(st.lists(st.permutations("abc"), min_size=5, max_size=30))
def test_every_disclosed_result_has_a_picture(orders):
    activity = an_activity("ranking", items=ITEMS)
    forms = [order(*letters) for letters in orders]

    picture = KIND.picture(activity, [disclosed(activity, forms), disclosed(activity, forms)])

    assert isinstance(picture.chart, Stacked)
    assert all(sum(row.values) == len(orders) for row in picture.chart.rows)


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        (["abcd"] * 20, Shape.AGREEMENT),
        (["abcd"] * 17 + ["bacd"] * 3, Shape.AGREEMENT),
        (["abcd"] * 12 + ["dcba"] * 8, Shape.SPLIT),
        (["abcd"] * 10 + ["badc"] * 10, None),
        (["abcd", "bcda", "cdab", "dabc"] * 5, Shape.LONG_TAIL),
        (["abcd"] * 12 + ["acbd", "bacd", "dabc", "abdc"] * 2, None),
    ],
)
def test_the_shape_says_how_far_apart_the_orders_are(orders, expected):
    activity = an_activity("ranking", items=["w", "x", "y", "z"])

    result = disclosed(activity, [order(*letters) for letters in orders])

    assert KIND.shape(result) is expected


def test_many_passes_and_too_few_answers_are_shapes_of_an_order_too():
    activity = an_activity("ranking", items=ITEMS)
    forms = [order("a", "b", "c")] * 6

    assert KIND.shape(disclosed(activity, forms, passed=3)) is Shape.MANY_PASSES
    assert KIND.shape(TooFewToShow(needed=5)) is Shape.TOO_FEW


@given(st.integers(), st.integers(3, 8))
def test_invented_answers_are_accepted(seed, items):
    activity = an_activity("ranking", items=[f"item {n}" for n in range(items)])

    assert KIND.answer(activity, KIND.invented_answer(activity, random.Random(seed)))
