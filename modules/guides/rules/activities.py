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
    is_break,
)

MINUTES_WITHOUT_DEBRIEF = 3
SHARED = ("pairs", "trios", "groups", "1-2-4-all", "go-round")

_FREE = re.compile(
    r"\bpass|as little|made[- ]?up|invented|fiction|silen|listen|\bskip|need not|no need|"
    r"nobody (?:will|has to|must)|if you (?:like|want)|your choice|rather not|"
    r"can also|observ|watch|instead of speaking|in writing",
    re.IGNORECASE,
)
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
        steps = " ".join(step.text for step in activity.steps)
        words = (activity.say, activity.prompt, steps, activity.notes, activity.data)
        if form_of(activity) in SHARED and not _FREE.search(" ".join(words)):
            yield (
                activity.line,
                f"“{activity.title}” says no way to pass that looks like taking part.",
            )
    first = draft.guide.sections[0].activities[0]
    if not re.search(r"\bpass", " ".join(a.say for a in draft.guide.sections[0].activities)):
        yield first.line, "Nobody says at the start that people may pass."


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
        steps = " ".join(step.text for step in activity.steps)
        if found := _DEMANDS.search(f"{activity.say} {activity.prompt} {steps}"):
            yield activity.line, f"“{activity.title}” asks people to “{found[0].lower()}”."


def _visible(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
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
        "Take `visibility` out, or write `aggregate`, `moderated` or `private`.",
        _visible,
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
        "Say how: pass, listen, write, or use a made-up example.",
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
