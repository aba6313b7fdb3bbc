import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from modules.activities.scenario.kind import KIND, ScenarioFields
from modules.domain.errors import InvalidAnswer
from modules.domain.picture import Bars, Row
from tests.activities.asking import OPTIONS, an_activity, disclosed

STORY = "In a chat somebody jokes about a group."
ABSENT = {"id": "absent", "label": "Nobody of the group reads along", "story": "The same, alone."}


def a_scenario(**fields):
    return an_activity("scenario", story=STORY, options=OPTIONS, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"options": OPTIONS},
        {"story": STORY},
        {"story": STORY, "options": OPTIONS, "variants": [{**ABSENT, "id": "story"}]},
        {"story": STORY, "options": OPTIONS, "variants": [ABSENT, ABSENT]},
        {"story": STORY, "options": OPTIONS, "rounds": 4},
    ],
)
def test_unfit_scenarios_are_refused(fields):
    with pytest.raises(ValidationError):
        ScenarioFields.model_validate(fields)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (
            {"choice": ["a"]},
            "Nothing was chosen yet for “Nobody of the group reads along”. "
            "Choose an answer first, or pass.",
        ),
        (
            {"choice1": ["a"]},
            "Nothing was chosen yet for “As told”. Choose an answer first, or pass.",
        ),
        (
            {"choice": ["a"], "choice1": ["z"]},
            "This answer is not offered here. Reload the page, choose again.",
        ),
        ({"choice": ["a", "b"], "choice1": ["a"]}, "Please choose at most 1 for “As told”."),
    ],
)
def test_each_case_needs_one_decision(form, sentence):
    with pytest.raises(InvalidAnswer) as refusal:
        KIND.answer(a_scenario(variants=[ABSENT]), form)

    assert str(refusal.value) == sentence


@given(st.dictionaries(st.sampled_from(["choice", "choice1"]), st.lists(st.text())))
def test_a_hostile_form_is_an_answer_or_refused(form):
    try:
        answer = KIND.answer(a_scenario(variants=[ABSENT]), form)
    except InvalidAnswer:
        return

    assert set(answer["decisions"]) == {"story", "absent"}


def test_deciding_again_is_shown_beside_the_first_decision():
    activity = a_scenario()
    first = disclosed(activity, [{"choice": ["a"]}] * 5, passed=1)
    second = disclosed(activity, [{"choice": ["b"]}] * 6)

    picture = KIND.picture(activity, [first, second])

    assert picture.sentence == (
        "First vote: Everybody, 5 of 5, chose “make a joke”. 1 passed. "
        "Second vote: Everybody, 6 of 6, chose “explain what I meant”."
    )


def test_a_variant_is_a_series_of_its_own():
    activity = a_scenario(variants=[ABSENT])
    forms = [{"choice": ["a"], "choice1": ["b"]}] * 5

    chart = KIND.picture(activity, [disclosed(activity, forms)]).chart

    assert isinstance(chart, Bars)
    assert chart.series == ("As told", "Nobody of the group reads along")
    assert chart.rows[0] == Row("make a joke", (5.0, 0.0), ("5 of 5", "0 of 5"), "A")


@given(st.integers())
def test_invented_answers_are_accepted(seed):
    activity = a_scenario(variants=[ABSENT])

    assert KIND.answer(activity, KIND.invented_answer(activity, random.Random(seed)))
