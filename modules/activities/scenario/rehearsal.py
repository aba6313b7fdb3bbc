"""Invented decisions: with each variant a little more caution."""

import random

from modules.activities.kind import Form, settings_of
from modules.activities.options import LETTERS
from modules.activities.scenario.kind import ScenarioFields
from modules.domain.guide import Activity


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """A letter for the story and for each variant; later options are likelier in variants."""
    settings = settings_of(activity, ScenarioFields)
    letters = LETTERS[: len(settings.options)]
    form = {}
    for case, _ in enumerate(settings.cases):
        weights = [1 + case * place for place, _ in enumerate(letters)]
        form[f"choice{case or ''}"] = chance.choices(letters, weights)
    return form
