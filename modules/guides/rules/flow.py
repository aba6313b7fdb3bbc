"""Rules about the run of show: talk, breaks, risk, what to cut, what the minutes hold."""

import re
from collections.abc import Iterable

from modules.domain.guide import Activity, Priority, Sensitivity, Visibility
from modules.guides.rules.rule import Draft, Miss, Rule, form_of, is_break, mentions

TALK_SHARE = 0.25
WORDS_PER_MINUTE = 130
"""A calm reading voice; what is said is as long as its words, whatever the guide declares."""
MINUTES_WITHOUT_BREAK = 60
BREAK_MINUTES, BREAK_MINUTES_WITHIN_AN_HOUR = 5, 2
CALM_START, CALM_END = 15, 10
ALL_CALM_MINUTES = 15
"""A guide no longer than this keeps its first quarter and its last sixth calm instead."""
MAJOR_MINUTES = 10
DEBRIEF_SHARE = 0.25

_DEBRIEF_STEP = re.compile(r"\bdebrief", re.IGNORECASE)


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
    for activity in draft.guide.activities:
        if (takes := _saying(activity)) > activity.minutes:
            yield (
                activity.line,
                f"What is said in “{activity.title}” takes {takes:.1f} minutes, it has "
                f"{activity.minutes}.",
            )
    spoken = sum(max(a.facilitator_minutes, _saying(a)) for a in draft.guide.activities)
    if spoken > TALK_SHARE * draft.guide.minutes and not draft.short:
        yield (
            draft.line_of("minutes"),
            f"The facilitators speak for {spoken:.1f} of {draft.guide.minutes} minutes.",
        )


def _saying(activity: Activity) -> float:
    return len(activity.say.split()) / WORDS_PER_MINUTE


def _breaks(draft: Draft) -> Iterable[Miss]:
    within_an_hour = draft.guide.minutes <= MINUTES_WITHOUT_BREAK
    least = BREAK_MINUTES_WITHIN_AN_HOUR if within_an_hour else BREAK_MINUTES
    since, told = 0, False
    for start, activity in draft.starts():
        if is_break(activity) and activity.minutes < least:
            yield activity.line, f"“{activity.title}” is too short: a break takes {least} minutes."
        elif is_break(activity):
            since, told = start + activity.minutes, False
        elif start + activity.minutes - since > MINUTES_WITHOUT_BREAK and not told:
            told = True
            yield activity.line, f"“{activity.title}” ends more than an hour after the last break."


def _risk(draft: Draft) -> Iterable[Miss]:
    medium_before = False
    for start, activity in draft.starts():
        high = activity.sensitivity is Sensitivity.HIGH
        # What stays on one's own phone discloses nothing; what is highly sensitive still stirs.
        told = activity.visibility is not Visibility.PRIVATE
        if high or (told and activity.sensitivity is Sensitivity.MEDIUM):
            yield from _badly_placed(draft, activity, start)
        if high and not medium_before:
            yield (
                activity.line,
                f"“{activity.title}” is highly sensitive with nothing milder before.",
            )
        medium_before = medium_before or activity.sensitivity is Sensitivity.MEDIUM


def _badly_placed(draft: Draft, activity: Activity, start: int) -> Iterable[Miss]:
    whole = draft.guide.minutes
    first, last = (CALM_START, CALM_END) if whole > ALL_CALM_MINUTES else (whole / 4, whole / 6)
    what = f"“{activity.title}” has {activity.sensitivity.value} sensitivity"
    if start < first:
        yield activity.line, f"{what} and is in the first {first:g} minutes."
    if start + activity.minutes > whole - last:
        yield activity.line, f"{what} and is in the last {last:.2g} minutes."


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
        "The facilitators speak for a quarter of the time at most, and no script is longer than "
        "its activity.",
        "Shorten what is said: 130 words take a minute, and `facilitator_minutes` may say more.",
        _talk,
    ),
    Rule(
        "breaks",
        24,
        "There is a break at least every 60 minutes, and it is long enough to be one.",
        "Put a `talk` with `form: break` of five minutes before it; two do within an hour.",
        _breaks,
    ),
    Rule(
        "risk",
        25,
        "Risk climbs: nothing sensitive is told at the start or at the end, and nothing highly "
        "sensitive comes without a step before.",
        "Move it beyond the first 15 and before the last 10 minutes, or ask something milder.",
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
        "A major activity has a quarter of its minutes for a step that is called debrief.",
        "Call it so and give it more minutes: `4. Debrief in the whole room. (4 min)`.",
        _debrief_time,
    ),
)
