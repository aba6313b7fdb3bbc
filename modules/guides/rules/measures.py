"""Rules about measuring: the shared items, when they are asked, and feedback on facilitation."""

import re
from collections.abc import Iterable

from modules.activities.kind import kind_of, shared_texts
from modules.guides.rules.rule import Draft, Miss, Rule, collects, items_of, mentions, options_of

NEAR_THE_END = 0.6
"""Which part of the time must be over for the items at the end."""
LAST_MINUTES = 15
ASKED_LATER = r"thirty days on|30-day|again[^.]{0,60}(?:30|thirty) days|after 30 and"

SERIES_NAME = r"\bseries\s+name\b|\bname\s+(?:of|for)\s+(?:the|a|your)\s+series\b"


def _plain(text: str) -> str:
    """A text without what does not change its words: case, signs, spaces."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _declared(draft: Draft) -> Iterable[Miss]:
    asked = {item for a in draft.guide.activities for item in items_of(a)}
    line = draft.line_of("pulse_items")
    if not draft.guide.pulse_items:
        yield line, "`pulse_items` is empty."
    for item in draft.guide.pulse_items:
        if item not in asked:
            yield line, f"`pulse_items` names {item}, which no activity asks."
    for item in sorted(asked - set(draft.guide.pulse_items)):
        yield line, f"{item} is asked and not among `pulse_items`."


def _same_words(draft: Draft) -> Iterable[Miss]:
    shared = shared_texts()
    texts = {_plain(text) for text in shared.values()}
    for activity in draft.guide.activities:
        own = [option for option in options_of(activity) if option not in shared]
        asked = activity.prompt if collects(activity) else ""
        for text in (*own, asked):
            first, _, rest = text.partition(" ")
            if {_plain(text), _plain(rest)} & texts or first.strip(".:") in shared:
                yield activity.line, f"“{activity.title}” writes out a shared item: “{text[:50]}”."
        for name in ("statements", "options"):
            for entry in getattr(activity.settings, name, ()):
                if str(getattr(entry, "id", "")).upper() in shared:
                    yield activity.line, f"“{activity.title}” calls a line of its own {entry.id}."


def _asked_again(draft: Draft) -> Iterable[Miss]:
    if draft.short or not draft.guide.pulse_items:
        return
    late = draft.guide.minutes * NEAR_THE_END
    at_the_end = [a for start, a in draft.starts() if start >= late and items_of(a)]
    if not at_the_end:
        yield 1, "No shared item is asked near the end."
    if mentions(draft.read_parts, ASKED_LATER):
        yield 1, "Nothing says that they are asked again after 30 days."
    before = {i for start, a in draft.starts() if start < late for i in items_of(a)}
    for activity in at_the_end:
        looks_back = getattr(activity.settings, "when", "now") != "now"
        for item in () if looks_back else items_of(activity):
            if item not in before:
                yield (
                    activity.line,
                    f"“{activity.title}” asks {item} at the end and nothing asks it before.",
                )


def _series_name(draft: Draft) -> Iterable[Miss]:
    if not draft.guide.pulse_items:
        return
    chapter = draft.chapter("before you", "prepar")
    if chapter is None:
        yield 1, "There is no chapter “Before you start”."
    elif mentions(chapter.text, SERIES_NAME):
        yield chapter.line, f"“{chapter.title}” does not say to type a series name."


def _feedback(draft: Draft) -> Iterable[Miss]:
    if draft.short:
        return
    end = draft.guide.minutes
    late = [a for start, a in draft.starts() if start + a.minutes > end - LAST_MINUTES]
    asked = [a for a in late if collects(a) and kind_of(a).moderated]
    if not asked:
        yield 1, "Nothing asks what the facilitators did well and should do differently."
    elif mentions(" ".join(a.say for a in draft.guide.activities), r"\bchanged\b"):
        yield asked[0].line, "Nobody says what was changed since last time."


RULES = (
    Rule(
        "pulse",
        58,
        "The shared items that are asked are those that the top of the guide names.",
        "Write the same ids in `pulse_items` and in `items` of a `scale`.",
        _declared,
    ),
    Rule(
        "same-words",
        58,
        "Shared items are asked word for word, the same in every guide.",
        "Ask it by its id, in a `scale` with `items: [C1]`.",
        _same_words,
    ),
    Rule(
        "asked-again",
        58,
        "Shared items are asked before and at the end, and again after 30 days.",
        "Add a `scale` with `items` at both, or `when: both`; name the follow-up in a chapter.",
        _asked_again,
    ),
    Rule(
        "series-name",
        58,
        "Whoever starts it types a series name, so that the next session can be compared.",
        "Write in `## Before you start`: type the same series name each time.",
        _series_name,
    ),
    Rule(
        "feedback",
        59,
        "People say what the facilitators did well, and hear what was changed since last time.",
        "Add a `text` called Minute card in the last 15 minutes; say what you changed.",
        _feedback,
    ),
)
