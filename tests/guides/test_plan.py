"""A session's run of show: the guide's order, or the plan that the session stored."""

import pytest

from modules.domain.errors import InvalidInput
from modules.domain.guide import Guide
from modules.guides.parser import guide_of
from modules.guides.plan import first_plan, planned

ASKED = {
    "kind": "choice",
    "title": "One more",
    "minutes": 3,
    "section": "Leave",
    "options": ["Yes", "No"],
}


@pytest.fixture
def guide(text: str) -> Guide:
    return guide_of(text)


def test_without_a_stored_plan_the_guide_s_order_holds(guide: Guide) -> None:
    assert [(s.key, s.activity.id, s.section, s.cut) for s in planned(guide, None, {})] == [
        ("welcome", "welcome", "Arrive", False),
        ("why-i-came", "why-i-came", "Arrive", False),
        ("one-line", "one-line", "Leave", False),
    ]


def test_the_first_plan_is_the_guide_s_order(guide: Guide) -> None:
    assert planned(guide, first_plan(guide), {}) == planned(guide, None, {})


def test_steps_can_be_reordered_cut_and_repeated(guide: Guide) -> None:
    plan = [
        {"key": "one-line", "activity": "one-line", "cut": False, "added": False},
        {"key": "welcome", "activity": "welcome", "cut": True, "added": False},
        {"key": "one-line-2", "activity": "one-line", "cut": False, "added": True},
    ]
    assert [(s.key, s.activity.id, s.cut, s.added) for s in planned(guide, plan, {})] == [
        ("one-line", "one-line", False, False),
        ("welcome", "welcome", True, False),
        ("one-line-2", "one-line", False, True),
    ]


def test_a_question_asked_on_the_fly_is_a_step(guide: Guide) -> None:
    plan = [{"key": "asked-1", "activity": "asked-1", "cut": False, "added": True}]
    (step,) = planned(guide, plan, {"asked-1": ASKED})
    assert (step.activity.id, step.activity.title, step.activity.minutes) == (
        "asked-1",
        "One more",
        3,
    )
    assert (step.section, step.added) == ("Leave", True)


def test_a_plan_that_names_an_activity_nobody_has_is_refused(guide: Guide) -> None:
    plan = [{"key": "gone", "activity": "gone", "cut": False, "added": False}]
    with pytest.raises(InvalidInput) as refused:
        planned(guide, plan, {})
    assert str(refused.value) == (
        "The plan of this session names “gone”, which its guide does not have."
    )


def test_a_question_asked_on_the_fly_that_cannot_be_read_is_refused(guide: Guide) -> None:
    plan = [{"key": "asked-1", "activity": "asked-1", "cut": False, "added": True}]
    with pytest.raises(InvalidInput):
        planned(guide, plan, {"asked-1": {**ASKED, "options": ["Only one"]}})
