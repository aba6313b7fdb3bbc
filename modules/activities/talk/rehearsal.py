"""Invented reports; where nothing is collected nothing is invented."""

import random

from modules.activities.kind import Form, kind_of
from modules.domain.guide import Activity

REPORTS = (
    "We would ask first what the person wants, then act.",
    "Easier with two people: one stays with the person, one speaks.",
    "We did not agree, and that was useful.",
)


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """One table's report, or an empty form that is never sent."""
    if not kind_of(activity).collects_for(activity):
        return {}
    return {"text": [chance.choice(REPORTS)]}
