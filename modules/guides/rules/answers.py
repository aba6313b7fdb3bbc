"""Rules about answers that could hurt somebody: bands, moderation, what is shown together."""

import re
from collections.abc import Iterable

from modules.activities.kind import kind_of
from modules.domain.guide import Activity, Sensitivity, Visibility
from modules.guides.rules.rule import (
    Draft,
    Miss,
    Rule,
    collects,
    is_counted,
    items_of,
    mentions,
    options_of,
)

HOW_COMMON = frozenset(("B1", "B2", "B3", "B4", "B5", "B7"))
"""Shared items that count moments of harm. B6 counts learning."""
WISHES = frozenset(("N2", "M1"))
"""Shared items that ask what people themselves want."""

_HOW_COMMON = re.compile(
    r"\bhave (?:you|i) ever|\bhow often\b|past (?:30 days|month|year)|last (?:30 days|month|year)|"
    r"\blet (?:it|things) (?:pass|go)\b|\bi (?:have )?(?:let|excused|stayed silent|kept quiet)\b",
    re.IGNORECASE,
)

_SENSITIVE = re.compile(
    r"\breflex\w*|\b(?:i|me|my|you|your)\b[^.?!\n]{0,60}\b(?:hurt|harm|harmed)\b|"
    r"\b(?:stops?|stopped) (?:me|you|us)\b|"
    r"\bholds? (?:me|you|us) back\b|\bkeeps? (?:me|you|us) (?:from|quiet|silent)\b|"
    r"\bdoubl(?:e|es|ed|ing) down\b|\bdefend(?:ed|s)? (?:myself|yourself)\b|\bdefensive\w*|"
    r"\bashamed?\b|\bshame\b|\bguilt\w*|\bafraid\b|\bfears?\b|\bscared\b|\bprejudice\w*|"
    r"\bexcuse[ds]?\b|\blet (?:it|them|things) (?:pass|go)\b|\blaugh(?:ed)? along\b|"
    r"\b(?:stay|stayed|go|went|kept|keep) (?:silent|quiet)\b|\bharass\w*|\babus\w+|"
    r"\bdiscriminat\w+",
    re.IGNORECASE,
)
_NEVER_SHOWN = re.compile(r"\bnever shown\b|\bread by the facilitators only\b", re.IGNORECASE)
_AT_THE_END = re.compile(r"\b(?:deleted|erased)\b[^.]*\bends?\b", re.IGNORECASE)


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


def _sounds_sensitive(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        invented = activity.kind == "scenario" or items_of(activity)
        mild = activity.sensitivity is Sensitivity.LOW and is_counted(activity)
        if not mild or invented or (activity.wish and not _asks_how_common(activity)):
            continue
        if found := _SENSITIVE.search("\n".join((activity.prompt, *options_of(activity)))):
            yield (
                activity.line,
                f"“{activity.title}” speaks of “{found[0].lower()}” and has low sensitivity.",
            )


def _counter_norm(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        if not is_counted(activity) or not _tells_how_common(activity):
            continue
        if not any(_holds_a_wish(other) for other in draft.tied_to(activity)):
            yield (
                activity.line,
                f"“{activity.title}” shows how common something is, and not what people want.",
            )


def _tells_how_common(activity: Activity) -> bool:
    sensitive = activity.sensitivity is not Sensitivity.LOW
    moments = bool(HOW_COMMON.intersection(items_of(activity)))
    return sensitive or moments or _asks_how_common(activity)


def _asks_how_common(activity: Activity) -> bool:
    """By the guide's own words; the prompt above shared items only names their time."""
    words = "\n".join((activity.prompt, *options_of(activity)))
    return not items_of(activity) and bool(_HOW_COMMON.search(words))


def _holds_a_wish(activity: Activity) -> bool:
    """A shared item asks for it, or the guide says so and the words do not say otherwise."""
    asked = bool(WISHES.intersection(items_of(activity)))
    return asked or (activity.wish and not _asks_how_common(activity))


def _kept(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        if not collects(activity) or not activity.data:
            continue
        unseen = _NEVER_SHOWN.search(activity.data)
        least = max(draft.guide.smallest_group, activity.smallest_group or 0)
        if not unseen and mentions(activity.data, rf"\b(?:{least}|{_word(least)})\b"):
            yield activity.line, f"“{activity.title}” does not say that it needs {least} answers."
        days = rf"\b{draft.guide.retention_days}\s+days\b"
        if mentions(activity.data, days) and not (unseen and _AT_THE_END.search(activity.data)):
            yield (
                activity.line,
                f"“{activity.title}” does not say that its answers are kept for {_days(draft)}.",
            )


def _told(draft: Draft) -> Iterable[Miss]:
    chapter = draft.chapter("stored", "data", "privacy", "answers")
    if chapter is None:
        yield 1, "No chapter says what is stored."
        return
    least = draft.guide.smallest_group
    for pattern, what in (
        (r"shown|reveal", "when results are shown"),
        (rf"\b{draft.guide.retention_days}\b", f"that all is erased after {_days(draft)}"),
        (rf"\b({least}|{_word(least)})\b", "how many answers a result needs"),
    ):
        if not re.search(pattern, chapter.text, re.IGNORECASE):
            yield chapter.line, f"“{chapter.title}” does not say {what}."


def _days(draft: Draft) -> str:
    return f"{draft.guide.retention_days} days"


def _word(least: int) -> str:
    words = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[least - 3]


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
        "sounds-sensitive",
        57,
        "An item whose words could cost somebody something is marked as sensitive.",
        "Write `sensitivity: medium` and `bands:`, or choose milder words.",
        _sounds_sensitive,
    ),
    Rule(
        "counter-norm",
        38,
        "How common something bad is, is shown only together with what people want instead.",
        "Tie it with `reveal_with: id` to an activity that asks N2 or M1, or has `wish: true`.",
        _counter_norm,
    ),
    Rule(
        "kept",
        57,
        "Each activity says from how many answers it is shown, and for how long they are kept.",
        "Write both in `**Data.** …`: from five answers, kept for 30 days; or never shown.",
        _kept,
    ),
    Rule(
        "what-is-stored",
        57,
        "A chapter says when results are shown, from how many answers, and when all is erased.",
        "Add `## What is stored` with these three facts.",
        _told,
    ),
)
