"""Rules about answers that could hurt somebody: bands, moderation, what is shown together."""

import re
from collections.abc import Iterable

from modules.activities.kind import kind_of
from modules.domain.guide import Activity, Sensitivity, Visibility
from modules.guides.rules.rule import Draft, Miss, Rule, collects, is_counted

_HOW_COMMON = re.compile(
    r"\bhave (?:you|i) ever|\bhow often\b|past (?:30 days|month|year)|last (?:30 days|month|year)|"
    r"\blet (?:it|things) (?:pass|go)\b|\bi (?:have )?(?:let|excused|stayed silent|kept quiet)\b",
    re.IGNORECASE,
)


def _moderated(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        seen = activity.visibility in (Visibility.AGGREGATE, Visibility.SPOKEN)
        if kind_of(activity).moderated and collects(activity) and seen:
            yield activity.line, f"The texts of “{activity.title}” would not be moderated."


def _bands(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        sensitive = activity.sensitivity is not Sensitivity.LOW
        if sensitive and is_counted(activity) and not activity.bands:
            yield activity.line, f"“{activity.title}” is sensitive and has no bands."


def _counter_norm(draft: Draft) -> Iterable[Miss]:
    partners = {a.reveal_with for a in draft.guide.activities}
    for activity in draft.guide.activities:
        tied = activity.reveal_with or activity.id in partners or _has_pairs(activity)
        if is_counted(activity) and not tied and _tells_how_common(activity):
            yield (
                activity.line,
                f"“{activity.title}” shows how common something is, and not what people want.",
            )


def _tells_how_common(activity: Activity) -> bool:
    behaviour = any(str(i).startswith("B") for i in getattr(activity.settings, "items", ()))
    sensitive = activity.sensitivity is not Sensitivity.LOW
    return sensitive or behaviour or bool(_HOW_COMMON.search(activity.prompt))


def _has_pairs(activity: Activity) -> bool:
    return any(getattr(s, "pair", None) for s in getattr(activity.settings, "statements", ()))


def _told(draft: Draft) -> Iterable[Miss]:
    chapter = draft.chapter("stored", "data", "privacy", "answers")
    if chapter is None:
        yield 1, "No chapter says what is stored."
        return
    for pattern, what in (
        (r"shown|reveal", "when results are shown"),
        (rf"\b{draft.guide.retention_days}\b", f"that all is erased after {_days(draft)}"),
        (rf"\b({draft.guide.smallest_group}|{_word(draft)})\b", "how many answers a result needs"),
    ):
        if not re.search(pattern, chapter.text, re.IGNORECASE):
            yield chapter.line, f"“{chapter.title}” does not say {what}."


def _days(draft: Draft) -> str:
    return f"{draft.guide.retention_days} days"


def _word(draft: Draft) -> str:
    words = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[draft.guide.smallest_group - 3]


RULES = (
    Rule(
        "moderated",
        57,
        "No text or word is shown before a moderator has read it.",
        "Write `visibility: moderated`, or take the line out.",
        _moderated,
    ),
    Rule(
        "bands",
        57,
        "Options of a sensitive item are folded into bands.",
        "Write `bands:` with the options that are shown as one; `pass` may be among them.",
        _bands,
    ),
    Rule(
        "counter-norm",
        38,
        "How common something bad is, is shown only together with what people want instead.",
        "Ask for the wish as well and tie both with `reveal_with: id`.",
        _counter_norm,
    ),
    Rule(
        "what-is-stored",
        57,
        "A chapter says when results are shown, from how many answers, and when all is erased.",
        "Add `## What is stored` with these three facts.",
        _told,
    ),
)
