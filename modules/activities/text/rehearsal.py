"""Invented texts: ordinary ones, and now and then one a moderator should hold."""

import random

from modules.activities.kind import Form, settings_of
from modules.activities.text.kind import TextFields
from modules.domain.guide import Activity

ORDINARY = (
    "I want to say something the next time, even if it is only “wait”.",
    "Asking afterwards how the other person is.",
    "I noticed that I wait for somebody else to speak first.",
    "Change who writes the minutes.",
    "I laughed along, and it still bothers me.",
    "Fewer words about intentions, more about what changes.",
    "Check the form that asks for a title.",
    "I do not know yet.",
)
FOR_THE_MODERATOR = (
    "It is always Jordan from the second floor.",
    "You people should stop complaining.",
)


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """One or more texts; one in fifteen names somebody or is hostile."""
    settings = settings_of(activity, TextFields)
    many = chance.randint(1, settings.entries)
    texts = chance.sample(ORDINARY, many)
    if chance.random() < 1 / 15:
        texts[0] = chance.choice(FOR_THE_MODERATOR)
    return {"text": [text[: settings.length] for text in texts]}
