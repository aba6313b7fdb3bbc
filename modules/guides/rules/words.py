"""Rules about the words participants read and hear: short, plain, readable aloud."""

import re
from collections.abc import Iterable
from functools import lru_cache

import readability  # type: ignore[import-untyped]  # it ships no types

from modules.guides import placeholders
from modules.guides.rules.rule import Draft, Miss, Rule, options_of

PROMPT_WORDS = 40
OPTION_WORDS = 20
GRADE = 8
"""Years of school: all prompts together, and what is said in one activity."""
GRADE_OF_ONE_PROMPT = 11
"""One short prompt may jump by a long word; only clearly hard ones are named."""
WORDS_TO_JUDGE = 12

_SENTENCE_END = re.compile(r"(?<=[.!?…:;])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=2048)
def grade_of(text: str) -> float | None:
    """Years of school needed to read an English text (Flesch-Kincaid, Kincaid et al. 1975).

    None where the text is too short to judge.
    """
    sentences = [_WORD.findall(part) for part in _SENTENCE_END.split(text)]
    sentences = [words for words in sentences if words]
    if sum(map(len, sentences)) < WORDS_TO_JUDGE:
        return None
    lines = "\n".join(f"{' '.join(words)} ." for words in sentences)
    return float(readability.getmeasures(lines, lang="en")["readability grades"]["Kincaid"])


def _short(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        if (words := len(activity.prompt.split())) > PROMPT_WORDS:
            yield activity.line, f"The prompt of “{activity.title}” has {words} words."


def _plain(draft: Draft) -> Iterable[Miss]:
    if not draft.guide.language.startswith("en"):
        return
    for activity in draft.guide.activities:
        for text, what, most in (
            (activity.prompt, "The prompt", GRADE_OF_ONE_PROMPT),
            (activity.say, "What is said", GRADE),
        ):
            grade = grade_of(text)
            if grade is not None and grade > most:
                yield (
                    activity.line,
                    f"{what} in “{activity.title}” needs {grade:.0f} years of school.",
                )
    together = grade_of("\n".join(a.prompt for a in draft.guide.activities))
    if together is not None and together > GRADE:
        yield 1, f"The prompts together need {together:.0f} years of school."


def _aloud(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        for option in options_of(activity):
            if not _WORD.search(option) and not any(c.isdigit() for c in option):
                yield activity.line, f"“{option}” in “{activity.title}” cannot be read aloud."
            elif (words := len(option.split())) > OPTION_WORDS:
                yield activity.line, f"An option of “{activity.title}” has {words} words."


def _brackets(draft: Draft) -> Iterable[Miss]:
    if draft.guide.language.startswith("en"):
        for line, name in placeholders.unknown(draft.text):
            yield line, f"Nobody knows what belongs into “[{name}]”."


RULES = (
    Rule(
        "brackets",
        37,
        "What stands in square brackets is filled in by the console, or is a known reminder.",
        "Write `[five]`, `[30 days]`, `[end of the series]` or a reminder such as `[name]`, "
        "`[date]`, `[place]`.",
        _brackets,
    ),
    Rule(
        "short-prompts",
        30,
        "A prompt has at most 40 words.",
        "Say the rest aloud, in the block quote.",
        _short,
    ),
    Rule(
        "plain-words",
        52,
        "Prompts and scripts can be read after eight years of school.",
        "Use shorter sentences and everyday words.",
        _plain,
    ),
    Rule(
        "aloud",
        53,
        "Options can be read aloud.",
        "Write words instead of signs, and at most 20 of them.",
        _aloud,
    ),
)
