"""The run of show of one session: the guide's activities as this session has planned them."""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from modules.domain.errors import InvalidInput
from modules.domain.guide import Activity, Guide
from modules.domain.session import PlannedStep
from modules.guides.parser import read_activity


class PlanItem(TypedDict):
    """One step as it is stored. `key` is unique in the session; `activity` is an activity's id."""

    key: str
    activity: str
    cut: bool
    added: bool


def first_plan(guide: Guide) -> list[PlanItem]:
    """The guide's own order, as a session starts with it."""
    return [
        PlanItem(key=activity.id, activity=activity.id, cut=False, added=False)
        for activity in guide.activities
    ]


def planned(
    guide: Guide,
    plan: Sequence[Mapping[str, Any]] | None,
    added: Mapping[str, Mapping[str, Any]],
) -> tuple[PlannedStep, ...]:
    """The steps of a session. `plan` None is the guide's order; `added` holds the blocks of
    questions asked on the fly, by activity id.

    Raises InvalidInput where the plan names an activity that neither the guide nor `added` has.
    """
    sections = {a.id: section.title for section in guide.sections for a in section.activities}
    steps = []
    for item in first_plan(guide) if plan is None else plan:
        activity = _activity(guide, str(item["activity"]), added)
        block = added.get(activity.id, {})
        steps.append(
            PlannedStep(
                key=str(item["key"]),
                activity=activity,
                section=sections.get(activity.id) or str(block.get("section", "")),
                cut=bool(item.get("cut", False)),
                added=bool(item.get("added", False)),
            )
        )
    return tuple(steps)


def _activity(guide: Guide, activity_id: str, added: Mapping[str, Mapping[str, Any]]) -> Activity:
    if activity := guide.activity(activity_id):
        return activity
    if block := added.get(activity_id):
        return read_activity({**block, "id": activity_id})
    raise InvalidInput(
        f"The plan of this session names “{activity_id}”, which its guide does not have."
    )
