import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from modules.activities.scale.fields import ScaleFields
from modules.activities.scale.items import ITEMS, TEMPLATES
from modules.activities.scale.kind import KIND
from modules.domain.disclosure import TooFewToShow
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Band, Sensitivity, Shape
from modules.domain.picture import Picture, Row, Stacked, Table
from tests.activities.asking import an_activity, disclosed

POINTS = ["no", "maybe", "yes"]


def one_statement(**fields):
    return an_activity("scale", statements=["I do it"], points=POINTS, **fields)


def answers(*points: int) -> list[dict[str, list[str]]]:
    return [{"s1": [str(point)]} for point in points]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Write `statements:` with a list, or `items:` with ids such as C1."),
        (
            {"statements": ["a"]},
            "Write either `points:` with 3 to 7 labels, or a `template:`.",
        ),
        (
            {"statements": ["a"], "points": POINTS, "template": "agreement"},
            "Write either `points:` with 3 to 7 labels, or a `template:`.",
        ),
        (
            {"statements": ["a"], "points": ["no", "yes"]},
            "Write 3 to 7 labels in `points:`; there are 2.",
        ),
        (
            {"statements": ["a"], "points": ["no", "no", "yes"]},
            "The label “no” is written twice in `points:`.",
        ),
        (
            {"items": ["C1"], "template": "agreement"},
            "`items:` bring their own statements and points. Take the others out.",
        ),
        ({"items": ["C9"]}, f"There is no item “C9”. The items are {', '.join(ITEMS)}."),
        ({"items": ["C1", "C1"]}, "The item “C1” is written twice."),
        (
            {"items": ["C1", "B1"]},
            "Items answered by agreement (C, N, M, H) and in numbers (B) need an activity each.",
        ),
    ],
)
def test_unfit_scales_are_refused_with_what_to_write(fields, sentence):
    with pytest.raises(ValidationError) as refusal:
        ScaleFields.model_validate(fields)

    assert [error["msg"] for error in refusal.value.errors()] == [sentence]


def test_a_pair_must_name_another_statement():
    statements = [{"id": "norm", "text": "Most would", "pair": "own"}, "I would"]
    activity = an_activity("scale", statements=statements, template="agreement")

    assert list(KIND.problems(activity)) == [
        ("statements", "“own” is no other statement's id here.")
    ]


def test_a_pair_is_asked_and_shown_together():
    fields = ScaleFields.model_validate(
        {
            "statements": [
                {"id": "norm", "text": "N", "pair": "own"},
                "x",
                {"id": "own", "text": "O"},
            ],
            "template": "agreement",
        }
    )

    assert [line.id for line in fields.lines] == ["norm", "own", "b"]


def test_every_shared_item_has_the_answers_of_a_template():
    assert {item.template for item in ITEMS.values()} <= set(TEMPLATES)
    assert list(ITEMS) == [
        "C1", "C2", "C3", "B1", "B2", "B7", "B3", "B4", "B5", "B6", "N1", "N2", "M1", "M2", "H1",
        "H2",
    ]  # fmt: skip


def test_each_part_names_the_wider_item_and_the_people_whom_that_one_reached():
    activity = an_activity("scale", items=["B1", "B2", "B7", "B3", "B4"])

    measures = {m.item: (m.within, m.among) for m in KIND.measures(activity)}
    noticed = "those who noticed such a moment"
    assert measures == {
        "B1": ("", ""),
        "B2": ("B1", noticed),
        "B7": ("B1", noticed),
        "B3": (
            "B7",
            "those who were in such a moment with nobody from the affected group present",
        ),
        "B4": ("B1", noticed),
    }


def test_one_question_is_asked_by_one_item():
    """Whether nobody affected was there and whether I acted then are two."""
    assert ITEMS["B7"].text == "In how many of those was nobody from the affected group present?"
    assert ITEMS["B3"].text == (
        "In how many did I act although nobody from the affected group was present?"
    )


def test_items_asked_both_ways_are_two_lines_with_stable_ids():
    fields = ScaleFields.model_validate({"items": ["C1", "C2"], "when": "both"})

    assert [line.id for line in fields.lines] == ["C1-then", "C1", "C2-then", "C2"]
    assert fields.offers_none


@pytest.mark.parametrize("form", [{}, {"s1": []}, {"s1": [""]}, {"s2": ["1"]}])
def test_an_open_line_is_refused_by_its_text(form):
    with pytest.raises(InvalidAnswer, match="This one is open: “I do it”"):
        KIND.answer(one_statement(), form)


@pytest.mark.parametrize("sent", ["0", "4", "-1", "1.0", "yes", "\uff11", "\x00"])
def test_a_point_that_is_not_offered_is_refused(sent):
    with pytest.raises(InvalidAnswer, match="not offered here"):
        KIND.answer(one_statement(), {"s1": [sent]})


@given(st.dictionaries(st.sampled_from(["s1", "s2", "x"]), st.lists(st.text())))
def test_a_hostile_form_is_an_answer_or_refused(form):
    try:
        answer = KIND.answer(one_statement(did_not_come_up=True), form)
    except InvalidAnswer:
        return

    assert answer["points"]["a"] in {"0", "1", "2", "3"}


def test_one_statement_is_a_diverging_bar_with_its_middle_in_words():
    activity = one_statement(did_not_come_up=True)

    picture = KIND.picture(activity, [disclosed(activity, answers(1, 2, 3, 3, 3, 0), passed=1)])

    assert picture == Picture(
        "The middle answer is “yes”. 1 passed.",
        Stacked(("no", "maybe", "yes"), (Row("I do it", (1.0, 1.0, 3.0), ("1", "1", "3")),)),
        Table(
            ("Statement", "no", "maybe", "yes", "Did not come up", "Middle answer"),
            (("I do it", 1, 1, 3, 1, "“yes”"),),
        ),
    )


@pytest.mark.parametrize(
    ("given_points", "sentence"),
    [
        ((1, 1, 1, 3, 3, 3), "The middle answer is between “no” and “yes”."),
        ((0, 0, 0, 0, 0), "For nobody did this come up."),
    ],
)
def test_the_sentence_of_unusual_distributions(given_points, sentence):
    activity = one_statement(did_not_come_up=True)

    assert (
        KIND.picture(activity, [disclosed(activity, answers(*given_points))]).sentence == sentence
    )


def test_of_many_statements_the_range_of_middles_is_told():
    activity = an_activity("scale", statements=["A", "B", "C"], template="agreement")
    forms = [{"s1": ["2"], "s2": ["5"], "s3": ["4"]}] * 5

    assert KIND.picture(activity, [disclosed(activity, forms)]).sentence == (
        "The middle answers reach from “Disagree” to “Strongly agree”."
    )


def test_then_and_now_lie_below_each_other_unlinked():
    activity = an_activity("scale", items=["C1"], when="both")
    forms = [{"s1": ["2"], "s2": ["4"]} for _ in range(5)]

    picture = KIND.picture(activity, [disclosed(activity, forms)])

    text = ITEMS["C1"].text
    assert picture.sentence == (
        f"The middle answer is “Disagree” for “{text} (before)” and “Agree” for “{text} (now)”."
    )
    assert isinstance(picture.chart, Stacked)
    assert [row.label for row in picture.chart.rows] == [f"{text} (before)", f"{text} (now)"]


def test_asked_again_each_statement_has_its_rounds_together():
    activity = an_activity("scale", statements=["A", "B"], points=POINTS)
    first = disclosed(activity, [{"s1": ["1"], "s2": ["3"]} for _ in range(5)])
    second = disclosed(activity, [{"s1": ["2"], "s2": ["3"]} for _ in range(5)])

    chart = KIND.picture(activity, [first, second]).chart

    assert isinstance(chart, Stacked)
    assert [row.label for row in chart.rows] == [
        "A (first time)",
        "A (second time)",
        "B (first time)",
        "B (second time)",
    ]


def test_a_sensitive_scale_is_told_in_bands_or_words():
    bands = (Band("not yet", ("1", "2")), Band("yes", ("3",)))
    activity = one_statement(sensitivity=Sensitivity.HIGH, bands=bands)

    picture = KIND.picture(activity, [disclosed(activity, answers(*[1] * 12, 3, 3))])

    assert picture == Picture(
        "Most: “not yet”. Few or none: “yes”.",
        None,
        Table(
            ("Statement", "not yet", "yes", "Middle answer"),
            (("I do it", "most", "few or none", ""),),
        ),
    )


def test_agreement_and_strong_agreement_have_the_same_shape():
    activity = an_activity("scale", statements=["A"], template="agreement")

    assert KIND.shape(disclosed(activity, answers(4, 4, 4, 5, 5, 5))) is Shape.AGREEMENT
    assert KIND.shape(disclosed(activity, answers(1, 2, 1, 5, 4, 5))) is Shape.SPLIT
    assert KIND.shape(disclosed(activity, answers(3, 3, 3, 4, 4, 4))) is None
    assert KIND.shape(TooFewToShow(needed=5)) is Shape.TOO_FEW


@given(
    st.lists(st.lists(st.integers(0, 3), min_size=5, max_size=40), min_size=1, max_size=3),
    st.sampled_from(Sensitivity),
)
def test_every_disclosed_result_has_a_picture(rounds, sensitivity):
    bands = (Band("not yet", ("1", "2")), Band("yes, or passed", ("3", "pass")))
    activity = one_statement(sensitivity=sensitivity, bands=bands, did_not_come_up=True)
    shown = [disclosed(activity, answers(*points), passed=2) for points in rounds]

    picture = KIND.picture(activity, shown)

    assert picture.sentence.endswith(".")
    KIND.shape(shown[-1])


@given(st.integers())
def test_invented_answers_are_accepted(seed):
    activity = an_activity("scale", items=["B1", "B2"], when="both")

    assert KIND.answer(activity, KIND.invented_answer(activity, random.Random(seed)))
