"""Invented words: a few that many think of, many that few do."""

import random

from modules.activities.kind import Form, settings_of
from modules.activities.words.kind import WordsFields
from modules.domain.guide import Activity

OFTEN = ("school", "family", "films", "work", "news")
SELDOM = ("Schule", "law", "market", "songs", "jokes", "Work ", "neighbours", "textbooks", "FILMS")
FOR_THE_MODERATOR = "Jordan"


def invented_answer(activity: Activity, chance: random.Random) -> Form:
    """Some words, now and then one that names a person."""
    settings = settings_of(activity, WordsFields)
    many = chance.randint(1, settings.entries)
    words = [chance.choice(OFTEN if chance.random() < 0.7 else SELDOM) for _ in range(many)]
    if chance.random() < 1 / 20:
        words[0] = FOR_THE_MODERATOR
    return {"word": words}
