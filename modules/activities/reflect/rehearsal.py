"""Nothing is collected here, so nothing is invented."""

import random

from modules.activities.kind import Form
from modules.domain.guide import Activity


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """An empty form, which is never sent."""
    return {}
