"""Invented points: in fives, more for one or two favourites."""

import random

from modules.activities.kind import Form, settings_of
from modules.activities.options import LETTERS
from modules.activities.points.kind import PointsFields
from modules.domain.guide import Activity

STEP = 5


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """All the points, given out in fives and a rest."""
    settings = settings_of(activity, PointsFields)
    letters = LETTERS[: len(settings.items)]
    liked = [chance.random() ** 2 + 0.05 for _ in letters]
    points = dict.fromkeys(letters, 0)
    for letter in chance.choices(letters, liked, k=settings.total // STEP):
        points[letter] += STEP
    points[letters[0]] += settings.total % STEP
    return {f"points-{letter}": [str(given)] for letter, given in points.items()}
