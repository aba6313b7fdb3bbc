"""Invented choices: some options are liked more than others, as in a real room."""

import random

from modules.activities.choice.kind import ChoiceFields
from modules.activities.kind import Form, settings_of
from modules.activities.options import LETTERS
from modules.domain.guide import Activity


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """One or several letters, earlier options a little likelier."""
    settings = settings_of(activity, ChoiceFields)
    letters = LETTERS[: len(settings.options)]
    weights = [1 / (2 + place) for place in range(len(letters))]
    many = chance.randint(1, min(settings.at_most, len(letters)))
    return {"choice": sorted(set(chance.choices(letters, weights, k=many)))}
