"""Rules about measuring: the shared items, when they are asked, and feedback on facilitation."""

import re
from collections.abc import Iterable

from modules.activities.kind import kind_of
from modules.domain.guide import Activity
from modules.guides.rules.rule import Draft, Miss, Rule, collects, mentions

_ITEM_ID = re.compile(r"^([CBNMH][1-9])\b")
NEAR_THE_END = 0.6
"""Which part of the time must be over for the items at the end."""
LAST_MINUTES = 15
ASKED_LATER = r"thirty days on|30-day|again[^.]{0,60}(?:30|thirty) days|after 30 and"


def _items(activity: Activity) -> list[str]:
    """The shared items that an activity asks, by id."""
    named = [item for item in getattr(activity.settings, "items", ()) if isinstance(item, str)]
    return [item for item in named if _ITEM_ID.match(item)]


def _declared(draft: Draft) -> Iterable[Miss]:
    asked = {item for a in draft.guide.activities for item in _items(a)}
    line = draft.line_of("pulse_items")
    if not draft.guide.pulse_items:
        yield line, "`pulse_items` is empty."
    for item in draft.guide.pulse_items:
        if item not in asked:
            yield line, f"`pulse_items` names {item}, which no activity asks."
    for item in sorted(asked - set(draft.guide.pulse_items)):
        yield line, f"{item} is asked and not among `pulse_items`."


def _same_words(draft: Draft) -> Iterable[Miss]:
    for activity in draft.guide.activities:
        for name in ("statements", "options"):
            for entry in getattr(activity.settings, name, ()):
                text, entry_id = getattr(entry, "text", ""), str(getattr(entry, "id", ""))
                if _ITEM_ID.match(text) or _ITEM_ID.match(entry_id.upper()):
                    yield (
                        activity.line,
                        f"“{activity.title}” writes out a shared item: “{text[:50]}”.",
                    )


def _asked_again(draft: Draft) -> Iterable[Miss]:
    if draft.short or not draft.guide.pulse_items:
        return
    late = draft.guide.minutes * NEAR_THE_END
    if not any(start >= late and _items(activity) for start, activity in draft.starts()):
        yield 1, "No shared item is asked near the end."
    if mentions(draft.read_parts, ASKED_LATER):
        yield 1, "Nothing says that they are asked again after 30 days."


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
        "Shared items are asked at the end, and again after 30 days.",
        "Add a `scale` with `items` near the end, and name the follow-up in a chapter.",
        _asked_again,
    ),
    Rule(
        "feedback",
        59,
        "People say what the facilitators did well, and hear what was changed since last time.",
        "Add a `text` called Minute card in the last 15 minutes; say what you changed.",
        _feedback,
    ),
)
