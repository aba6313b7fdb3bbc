"""Rules about the run of show: talk, breaks, risk, what to cut, what the minutes hold."""

import re
from collections.abc import Iterable

from modules.domain.guide import Activity, Priority, Sensitivity
from modules.guides.rules.rule import Draft, Miss, Rule, form_of, is_break, mentions

TALK_SHARE = 0.25
MINUTES_WITHOUT_BREAK = 60
CALM_START, CALM_END = 15, 10
MAJOR_MINUTES = 10
DEBRIEF_SHARE = 0.25

_DEBRIEF_STEP = re.compile(
    r"debrief|whole room|back (?:to|in) the room|report|plenary|show (?:the )?results?|"
    r"what (?:surprised|did you|do you|changed)|together|questions?\b",
    re.IGNORECASE,
)


def _steps_add_up(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        total = sum(step.minutes for step in activity.steps)
        timed = all(step.minutes for step in activity.steps)
        if total > activity.minutes or (activity.steps and timed and total != activity.minutes):
            yield (
                activity.line,
                f"The steps of “{activity.title}” take {total:g} minutes, it has "
                f"{activity.minutes}.",
            )


def _talk(draft: Draft) -> Iterable[Miss]:
    spoken = sum(activity.facilitator_minutes for activity in draft.guide.activities)
    if spoken > TALK_SHARE * draft.guide.minutes and not draft.short:
        yield (
            draft.line_of("minutes"),
            f"The facilitators speak for {spoken:g} of {draft.guide.minutes} minutes.",
        )


def _breaks(draft: Draft) -> Iterable[Miss]:
    since, told = 0, False
    for start, activity in draft.starts():
        if is_break(activity):
            since, told = start + activity.minutes, False
        elif start + activity.minutes - since > MINUTES_WITHOUT_BREAK and not told:
            told = True
            yield activity.line, f"“{activity.title}” ends more than an hour after the last break."


def _risk(draft: Draft) -> Iterable[Miss]:
    medium_before = False
    for start, activity in draft.starts():
        if activity.sensitivity is Sensitivity.HIGH:
            yield from _badly_placed(draft, activity, start, medium_before)
        medium_before = medium_before or activity.sensitivity is Sensitivity.MEDIUM


def _badly_placed(
    draft: Draft, activity: Activity, start: int, medium_before: bool
) -> Iterable[Miss]:
    if start < CALM_START:
        yield activity.line, f"“{activity.title}” is highly sensitive and in the first 15 minutes."
    elif start + activity.minutes > draft.guide.minutes - CALM_END:
        yield activity.line, f"“{activity.title}” is highly sensitive and in the last 10 minutes."
    elif not medium_before:
        yield activity.line, f"“{activity.title}” is highly sensitive with nothing milder before."


def _cut_first(draft: Draft) -> Iterable[Miss]:
    if draft.short:
        return
    if all(a.priority is not Priority.CUT_FIRST for a in draft.guide.activities):
        yield 1, "No activity is marked `priority: cut first`."
    if mentions(draft.read_parts, r"short version|shorter version"):
        yield 1, "The short version is not written down."


def _overrun(draft: Draft) -> Iterable[Miss]:
    titles = " ".join(a.title for a in draft.guide.activities)
    if mentions(f"{draft.read_parts} {titles}", r"overrun|buffer|if you are late"):
        yield 1, "Nothing says what happens when time runs over."


def _debrief_time(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        quiet = form_of(activity) in ("brief", "listen", "break")
        if activity.minutes < MAJOR_MINUTES or quiet or not activity.steps:
            continue
        minutes = sum(s.minutes for s in activity.steps if _DEBRIEF_STEP.search(s.text))
        if minutes < DEBRIEF_SHARE * activity.minutes:
            yield (
                activity.line,
                f"“{activity.title}” debriefs for {minutes:g} of its {activity.minutes} minutes.",
            )


RULES = (
    Rule(
        "steps-add-up",
        22,
        "The steps of an activity fill its minutes.",
        "Change the minutes behind the steps, or those of the activity.",
        _steps_add_up,
    ),
    Rule(
        "talk",
        23,
        "The facilitators speak for a quarter of the time at most.",
        "Shorten what is said, or set `facilitator_minutes` to what it really takes.",
        _talk,
    ),
    Rule(
        "breaks",
        24,
        "There is a break at least every 60 minutes.",
        "Put a `talk` with `form: break` of five minutes before it.",
        _breaks,
    ),
    Rule(
        "risk",
        25,
        "Risk climbs: nothing highly sensitive at the start, at the end, or without a step before.",
        "Move it, or put something milder before it.",
        _risk,
    ),
    Rule(
        "cut-first",
        26,
        "It says what to leave out when time is short, and what the short version is.",
        "Mark an activity `priority: cut first` and describe “The short version” above.",
        _cut_first,
    ),
    Rule(
        "overrun",
        27,
        "There is a buffer or a rule for overrun.",
        "Write an “Overrun rule”: when to look at the clock, and what to cut then.",
        _overrun,
    ),
    Rule(
        "debrief-time",
        40,
        "A major activity has a quarter of its minutes for the debrief.",
        "Give the step with the debrief more minutes: `4. Debrief in the whole room. (4 min)`.",
        _debrief_time,
    ),
)
