"""Rules about each activity: why, how, for whom it works, and how one passes."""

import re
from collections.abc import Iterable

from modules.domain.guide import Activity, Visibility
from modules.guides.rules.rule import (
    Draft,
    Miss,
    Rule,
    collects,
    form_of,
    heard_or_read,
    is_break,
)

MINUTES_WITHOUT_DEBRIEF = 3
SHARED = ("pairs", "trios", "groups", "1-2-4-all", "go-round")

# Listening, watching and made-up examples are kind, and still leave nobody free not to speak.
_PASS = re.compile(
    r"\bpass(?:es|ing)?\b(?! (?:it|them|the|a|an|along|around|on to|over)\b)", re.IGNORECASE
)
_ANOTHER_WAY = re.compile(r"\b(?:alone|on your own|by yourself|writ(?:e|es|ing))\b", re.IGNORECASE)
_OFFERED = re.compile(
    r"\b(?:may|can|could|rather|instead|prefer|if you (?:like|want|wish))\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+")
_TOGETHER = re.compile(
    r"\b(?:in|of|into) (?:pairs|twos|threes|trios|fours|fives|small groups|groups|tables)\b|"
    r"\bgroups of (?:\d|three|four|five|six)\b",
    re.IGNORECASE,
)
GROUPINGS = {
    "pairs": r"pair|two",
    "trios": r"trio|three|\b3\b",
    "groups": r"group|table|trio|four|five",
    "1-2-4-all": r"group|table|four",
}
"""What `grouping` names for the forms of a `talk` in which people are among themselves."""
_UNSHOWN = re.compile(
    r"\bnever shown\b|\b(?:it is|they are) not shown\b|\bread by the facilitators only\b|"
    r"\bonly (?:we two|the (?:two )?facilitators) read\b",
    re.IGNORECASE,
)
"""What a guide says of texts that nobody but the facilitators sees."""
SAY_WHO = ("scenario", "text")
"""Kinds that are as often for one as for a table: the guide says which."""
_DEMANDS = re.compile(
    r"\b(?:stand up|step forward|step back if|line up|raise (?:your|a) hand|hands up|"
    r"close your eyes|walk (?:to|over)|as fast as|quick(?:ly|est))\b",
    re.IGNORECASE,
)


def _working(draft: Draft) -> list[Activity]:
    return [a for a in draft.guide.activities if not is_break(a)]


def _why(draft: Draft) -> Iterable[Miss]:
    for activity in _working(draft):
        if not activity.why:
            yield activity.line, f"“{activity.title}” does not say why."


def _prompt_there(draft: Draft) -> Iterable[Miss]:
    for activity in _working(draft):
        if not activity.prompt and form_of(activity) != "brief":
            yield activity.line, f"“{activity.title}” has nothing for participants to read."


def _steps(draft: Draft) -> Iterable[Miss]:
    for activity in _working(draft):
        if not activity.steps:
            yield activity.line, f"“{activity.title}” has no steps."
        elif not all(step.minutes for step in activity.steps):
            yield activity.line, f"Not every step of “{activity.title}” has its minutes."


def _said(draft: Draft) -> Iterable[Miss]:
    for activity in _working(draft):
        if not activity.say:
            yield activity.line, f"Nothing is said aloud in “{activity.title}”."


def _opt_out(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        if form_of(activity) in SHARED and not _leaves_free(heard_or_read(activity)):
            yield (
                activity.line,
                f"“{activity.title}” tells nobody of a way to pass that looks like taking part.",
            )
    first = draft.guide.sections[0].activities[0]
    if not _PASS.search(" ".join(a.say for a in draft.guide.sections[0].activities)):
        yield first.line, "Nobody says at the start that people may pass."


def _leaves_free(text: str) -> bool:
    """Whether people are told that they may pass, be alone, or write instead."""
    if _PASS.search(text):
        return True
    sentences = _SENTENCE.split(text)
    return any(_ANOTHER_WAY.search(s) and _OFFERED.search(s) for s in sentences)


def _grouping(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        wanted = GROUPINGS.get(form_of(activity), "")
        steps = "\n".join(step.text for step in activity.steps)
        together = _TOGETHER.search(f"{activity.prompt}\n{steps}")
        if wanted and not re.search(wanted, activity.grouping, re.IGNORECASE):
            yield activity.line, f"“{activity.title}” is for {form_of(activity)}, {_who(activity)}."
        elif together and activity.grouping in ("everyone", "alone") and not is_break(activity):
            yield activity.line, f"“{activity.title}” says “{together[0]}”, {_who(activity)}."
        elif activity.kind in SAY_WHO and not re.search(
            r"^grouping:", draft.block_of(activity), re.MULTILINE
        ):
            yield activity.line, f"“{activity.title}” does not say who is together."


def _who(activity: Activity) -> str:
    return f"`grouping` says {activity.grouping}"


def _data(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        if collects(activity) and not activity.data:
            yield activity.line, f"“{activity.title}” does not say what becomes of the answers."


def _debrief(draft: Draft) -> Iterable[Miss]:
    for activity in _working(draft):
        quiet = form_of(activity) in ("brief", "listen")
        asked = activity.debrief or activity.facilitators_debrief
        if quiet or asked or activity.minutes <= MINUTES_WITHOUT_DEBRIEF:
            continue
        yield activity.line, f"“{activity.title}” has no debrief questions."


def _modes(draft: Draft) -> Iterable[Miss]:
    for activity in _working(draft):
        for mode in ("remote", "hybrid"):
            if mode in draft.guide.modes and not getattr(activity, mode):
                yield activity.line, f"“{activity.title}” does not say how it is done {mode}."


def _paper(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        if collects(activity) and not activity.paper:
            yield activity.line, f"“{activity.title}” has no version on paper."


def _bodies(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        if found := _DEMANDS.search(heard_or_read(activity)):
            yield activity.line, f"“{activity.title}” asks people to “{found[0].lower()}”."


def _visible(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        promise = "\n".join((activity.say, activity.prompt, activity.data))
        if collects(activity) and not activity.unshown and _UNSHOWN.search(promise):
            yield (
                activity.line,
                f"“{activity.title}” promises that only the facilitators read it, and it can be "
                "shown.",
            )
        if (
            collects(activity)
            and activity.visibility is Visibility.SPOKEN
            and not form_of(activity)
        ):
            yield activity.line, f"“{activity.title}” collects answers and calls them spoken."


RULES = (
    Rule(
        "visibility",
        28,
        "Who sees the answers is what really happens.",
        "Take `visibility` out, or write `aggregate`, `moderated`, `facilitators` or `private`.",
        _visible,
    ),
    Rule(
        "grouping",
        28,
        "It is said who is together.",
        "Write `grouping: pairs`, `groups of 4`, `alone` or `everyone` in the block.",
        _grouping,
    ),
    Rule(
        "why",
        29,
        "Each activity says why it is done.",
        "Write `**Why.** …` in a sentence or two.",
        _why,
    ),
    Rule(
        "prompt",
        30,
        "Each activity has a prompt that participants read.",
        "Write `prompt: …` in the block.",
        _prompt_there,
    ),
    Rule(
        "steps",
        31,
        "Each activity has numbered steps with minutes.",
        "Write `**Steps.**` and a list: `1. Read it aloud. (2 min)`.",
        _steps,
    ),
    Rule(
        "script",
        37,
        "What is said aloud is written out, apart from the notes.",
        "Write it as a block quote: `> Please take your phone.`",
        _said,
    ),
    Rule(
        "opt-out",
        32,
        "Whoever passes looks like everybody else.",
        "Say it in the block quote, the prompt or a step: pass, stay alone, or write instead.",
        _opt_out,
    ),
    Rule(
        "data",
        33,
        "It is said what becomes of each answer.",
        "Write `**Data.** …`: what is stored, who sees it, until when.",
        _data,
    ),
    Rule(
        "debrief",
        34,
        "Each activity of more than three minutes is talked over.",
        "Write `**Debrief.**` and a list: what happened, what it means, what now.",
        _debrief,
    ),
    Rule(
        "each-mode",
        35,
        "Each activity says how it is done remote and hybrid.",
        "Write `**Remote.** …` and `**Hybrid.** …`, or change `modes`.",
        _modes,
    ),
    Rule(
        "paper",
        18,
        "Each question has a version on paper, for the day the network fails.",
        "Write `**Paper.** …`.",
        _paper,
    ),
    Rule(
        "bodies",
        51,
        "No activity needs standing, moving, sight, hearing or speed.",
        "Ask for a tap, a word or a line instead.",
        _bodies,
    ),
)
