"""Invented answers on scales: around the upper middle, seldom at the ends."""

import random

from modules.activities.kind import Form, settings_of
from modules.activities.scale.fields import ScaleFields
from modules.domain.guide import Activity


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """A point for every line; one in twelve did not come up, where that can be said."""
    settings = settings_of(activity, ScaleFields)
    most = len(settings.labels)
    form = {}
    for place, _ in enumerate(settings.lines, start=1):
        point = round(chance.triangular(1, most, 1 + (most - 1) * 0.6))
        none = settings.offers_none and chance.random() < 1 / 12
        form[f"s{place}"] = ["0" if none else str(point)]
    return form
