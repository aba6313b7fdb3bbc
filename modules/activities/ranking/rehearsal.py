"""Invented orders: the guide's own, shaken."""

import random

from modules.activities.kind import Form, settings_of
from modules.activities.options import LETTERS
from modules.activities.ranking.kind import RankingFields
from modules.domain.guide import Activity


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """A place for each item; earlier items tend to come first."""
    letters = LETTERS[: len(settings_of(activity, RankingFields).items)]
    order = sorted(letters, key=lambda letter: letters.index(letter) + chance.gauss(0, 2))
    return {f"place-{letter}": [str(place)] for place, letter in enumerate(order, start=1)}
