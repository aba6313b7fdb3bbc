"""What a rule is, and how a rule looks at a guide."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from modules.activities.kind import Kind, kind_of, shared_texts
from modules.domain.guide import Activity, Chapter, Guide

Miss = tuple[int, str]
"""The line, and what is amiss there in a sentence."""

_BLOCK = re.compile(r"^ {0,3}(`{3,}|~{3,}) *activity *\n(.*?)^ {0,3}\1", re.MULTILINE | re.DOTALL)

SHORT_GUIDE_MINUTES = 30
"""Below this a guide is a pulse or a follow-up: no break, no short version, no major activities."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A guide that is looked at, with its text for the line numbers."""

    guide: Guide
    text: str

    @property
    def short(self) -> bool:
        return self.guide.minutes < SHORT_GUIDE_MINUTES

    @property
    def read_parts(self) -> str:
        """All that is read and not run: the introduction and the chapters."""
        chapters = (f"{c.title}\n{c.text}" for c in self.guide.chapters)
        return "\n\n".join((self.guide.about, *chapters))

    def line_of(self, name: str) -> int:
        """The line of a field of the front matter; the first line where it is not written."""
        found = re.search(rf"^{name}:", self.text, re.MULTILINE)
        return self.text.count("\n", 0, found.start()) + 1 if found else 1

    def chapter(self, *words: str) -> Chapter | None:
        """The first chapter whose title holds one of the words."""
        for chapter in self.guide.chapters:
            if any(word in chapter.title.lower() for word in words):
                return chapter
        return None

    def block_of(self, activity: Activity) -> str:
        """The fields of an activity as they are written; "" where its block is not found."""
        below = "\n".join(self.text.split("\n")[activity.line :])
        found = _BLOCK.search(below)
        return found[2] if found else ""

    def tied_to(self, activity: Activity) -> tuple[Activity, ...]:
        """The activities whose results are shown together with this one's, itself included."""
        group = {activity.id}
        ties = [(a.id, a.reveal_with) for a in self.guide.activities if a.reveal_with]
        for _ in ties:
            group |= {name for tie in ties if group.intersection(tie) for name in tie}
        return tuple(a for a in self.guide.activities if a.id in group)

    def starts(self) -> Iterable[tuple[int, Activity]]:
        """Each activity with the minute at which it begins."""
        minute = 0
        for activity in self.guide.activities:
            yield minute, activity
            minute += activity.minutes


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a good guide has. `item` is its number on the checklist of sixty."""

    id: str
    item: int
    sentence: str
    fix: str
    check: Callable[[Draft], Iterable[Miss]]


def form_of(activity: Activity) -> str:
    """The form of a spoken step: brief, pairs, break; "" for other kinds."""
    return str(getattr(activity.settings, "form", ""))


def is_break(activity: Activity) -> bool:
    return form_of(activity) == "break"


def options_of(activity: Activity) -> list[str]:
    """Everything that participants choose from, order or mark; shared items by their ids."""
    found: list[str] = []
    for name in ("options", "items", "statements", "categories"):
        listed = getattr(activity.settings, name, ())
        found += [getattr(entry, "text", str(entry)) for entry in listed]
    return found


def items_of(activity: Activity) -> list[str]:
    """The shared items that an activity asks, by id."""
    shared = shared_texts()
    named = [item for item in getattr(activity.settings, "items", ()) if isinstance(item, str)]
    return [item for item in named if item in shared]


def heard_or_read(activity: Activity) -> str:
    """All that reaches participants: what is said, what they read, the steps."""
    return "\n".join((activity.say, activity.prompt, *(step.text for step in activity.steps)))


def collects(activity: Activity) -> bool:
    return kind_of(activity).collects_for(activity)


def is_counted(activity: Activity) -> bool:
    """Whether the result is numbers by option, statement or item."""
    kind: Kind = kind_of(activity)
    return collects(activity) and bool(kind.questions(activity, (), 0))


def mentions(text: str, *patterns: str) -> list[str]:
    """The patterns that the text does not hold, in any case of letters."""
    return [p for p in patterns if not re.search(p, text, re.IGNORECASE)]
