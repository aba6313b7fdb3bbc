"""Invented questions; whom they support is not known here."""

import random

from modules.activities.kind import Form
from modules.domain.guide import Activity

QUESTIONS = (
    "What do I do when the person concerned does not want help?",
    "Who can I turn to after today?",
    "How do we raise this with somebody who has power over us?",
    "What if I get it wrong?",
)


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """One question."""
    return {"question": [chance.choice(QUESTIONS)]}
