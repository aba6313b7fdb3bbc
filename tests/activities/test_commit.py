import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.activities.commit.kind import KIND, USUAL, CommitFields
from modules.activities.kind import settings_of
from modules.domain.errors import InvalidAnswer
from modules.domain.picture import Table
from tests.activities.asking import an_activity, disclosed


def test_without_categories_of_its_own_a_plan_has_the_usual_ones():
    settings = settings_of(an_activity("commit"), CommitFields)

    assert tuple(option.text for option in settings.categories) == USUAL


@pytest.mark.parametrize("sent", [["z"], ["a", "b"], [""]])
def test_what_is_not_offered_is_refused(sent):
    with pytest.raises(InvalidAnswer):
        KIND.answer(an_activity("commit"), {"category": sent})


def test_the_plan_itself_is_never_part_of_an_answer():
    activity = an_activity("commit", categories=["Notice", "Speak"])

    answer = KIND.answer(activity, {"category": ["b"], "if": ["Jordan jokes"], "then": ["I ask"]})

    assert answer == {"category": "b"}


def test_sending_without_a_category_keeps_it_to_oneself():
    activity = an_activity("commit", categories=["Notice", "Speak"])
    forms = [{"category": ["a"]}] * 3 + [{"category": ["b"]}, {}, {}]

    picture = KIND.picture(activity, [disclosed(activity, forms)])

    assert picture.sentence == "The most frequent answer was “Notice”, chosen by 3 of 6."
    assert picture.table == Table(
        ("Answer", "How many"), (("Notice", 3), ("Speak", 1), ("Kept to themselves", 2))
    )


@given(st.dictionaries(st.sampled_from(["category", "if"]), st.lists(st.text())))
def test_a_hostile_form_is_an_answer_or_refused(form):
    try:
        answer = KIND.answer(an_activity("commit"), form)
    except InvalidAnswer:
        return

    assert list(answer) == ["category"]


@given(st.integers())
def test_invented_answers_are_accepted(seed):
    activity = an_activity("commit")

    assert KIND.answer(activity, KIND.invented_answer(activity, random.Random(seed)))
