"""Rules about the chapters that are read before and after: preparation, access, modes, harm."""

import re
from collections.abc import Iterable

from modules.guides.rules.rule import Draft, Miss, Rule, mentions

TIMELINE = {
    r"\b(?:four|4) weeks\b": "four weeks before",
    r"\b(?:one|1|a) week\b": "one week before",
    r"\bday before\b": "the day before",
    r"\b(?:30|45|60|thirty|forty-five) minutes before\b|\bhour before\b": "right before",
    r"\bright after\b|\bwithin 24 hours\b|\bafterwards\b": "right after",
}
PREPARED = {
    r"\bmaterials?\b": "materials",
    r"\b(?:fails?|failure)\b": "what to do when something fails",
}
ACCESS = {
    r"\bcolou?r": "that colour never carries the meaning alone",
    r"\bcaption": "captions",
    r"\bscreen reader|\bkeyboard": "the way with a keyboard or a screen reader",
    r"\b(?:standing|moving|walk|sitting)": "people who do not stand or move",
    r"\b(?:more time|extend|lengthen|extra time)": "more time",
    r"\bsilent|in writing|\btyped|\bwritten": "a silent way to take part",
    r"\baloud\b": "that options and results are read aloud",
}
MODE_CHAPTERS = {"remote": "Run it remotely", "hybrid": "Run it hybrid"}
TROUBLES = {
    r"silence": "silence",
    r"dominat|all the air|takes over|one person": "one person taking over",
    r"devil": "the devil's advocate",
    r"speak for a group|spokes": "someone asked to speak for a group",
    r"tears|cry|cries|defen[cs]": "tears or defence taking over",
    r"abuse|crime": "abuse or a crime being told",
    r"slur|joke": "a joke or a slur in a text",
    r"too few": "too few answers",
    r"technolog|tech|network": "technology failing",
    r"time (?:that )?runs? over|overrun|\blate\b": "time running over",
}
HARM = {
    r"\bpause|\bstop": "to pause",
    r"\bprivate|aside": "to ask the person affected in private",
    r"\b24 hours\b": "to follow up within 24 hours",
    r"\bleave|remov|ask(?:ed)? to go": "when somebody has to leave",
    r"report|law": "the limits of confidentiality",
}


def _missing(
    draft: Draft, title: str, words: tuple[str, ...], wanted: dict[str, str]
) -> Iterable[Miss]:
    chapter = draft.chapter(*words)
    if chapter is None:
        yield 1, f"There is no chapter “{title}”."
        return
    for pattern in mentions(f"{chapter.title}\n{chapter.text}", *wanted):
        yield chapter.line, f"“{chapter.title}” does not mention {wanted[pattern]}."


def _timeline(draft: Draft) -> Iterable[Miss]:
    if not draft.short:
        yield from _missing(draft, "Before you start", ("before you", "prepar"), TIMELINE)


def _prepared(draft: Draft) -> Iterable[Miss]:
    if not draft.short:
        yield from _missing(draft, "Before you start", ("before you", "prepar"), PREPARED)


def _access(draft: Draft) -> Iterable[Miss]:
    yield from _missing(draft, "Access", ("access",), ACCESS)


def _modes(draft: Draft) -> Iterable[Miss]:
    for mode, title in MODE_CHAPTERS.items():
        if mode in draft.guide.modes:
            own = {r"own (?:device|phone)": "that everyone uses their own device"}
            yield from _missing(draft, title, (mode,), own)


def _troubles(draft: Draft) -> Iterable[Miss]:
    yield from _missing(draft, "If something goes wrong", ("goes wrong", "go wrong"), TROUBLES)


def _harm(draft: Draft) -> Iterable[Miss]:
    chapter = draft.chapter("harm")
    yield from _missing(draft, "Harm protocol", ("harm",), HARM)
    if chapter and not re.search(r"^> |[\"“]", chapter.text, re.MULTILINE):
        yield chapter.line, "The harm protocol has no words to say aloud."


RULES = (
    Rule(
        "timeline",
        16,
        "It says what to do four weeks, one week and one day before, right before and after.",
        "Add a timeline to `## Before you start`.",
        _timeline,
    ),
    Rule(
        "prepared",
        18,
        "It lists materials, and what to do when something fails.",
        "Add both to `## Before you start`.",
        _prepared,
    ),
    Rule(
        "troubles",
        43,
        "It is prepared for the ten usual troubles.",
        "Add each to `## If something goes wrong`: sign, first move, words, what not to do.",
        _troubles,
    ),
    Rule(
        "harm",
        47,
        "There is a protocol for harm.",
        "Write `## Harm protocol`: roles, steps, words, removal, limits of confidentiality.",
        _harm,
    ),
    Rule(
        "access",
        51,
        "It works without sight, hearing, movement or speed.",
        "Say how in `## Access`.",
        _access,
    ),
    Rule(
        "mode-chapters",
        55,
        "Each mode has its own chapter, and everyone uses their own device.",
        "Add `## Run it remotely` and `## Run it hybrid`, or change `modes`.",
        _modes,
    ),
)
