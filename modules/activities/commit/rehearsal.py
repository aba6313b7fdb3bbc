"""Invented categories; one in five keeps it to themselves."""

import random

from modules.activities.commit.kind import CommitFields
from modules.activities.kind import Form, settings_of
from modules.domain.guide import Activity


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """A category's letter, or nothing."""
    settings = settings_of(activity, CommitFields)
    if chance.random() < 1 / 5:
        return {}
    return {"category": [chance.choice("abcdefgh"[: len(settings.categories)])]}
