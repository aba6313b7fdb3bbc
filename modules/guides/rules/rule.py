"""What a rule is, and how a rule looks at a guide."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from modules.activities.kind import Kind, kind_of
from modules.domain.guide import Activity, Chapter, Guide

Miss = tuple[int, str]
"""The line, and what is amiss there in a sentence."""

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


def collects(activity: Activity) -> bool:
    return kind_of(activity).collects_for(activity)


def is_counted(activity: Activity) -> bool:
    """Whether the result is numbers by option, statement or item."""
    kind: Kind = kind_of(activity)
    return collects(activity) and bool(kind.questions(activity, (), 0))


def mentions(text: str, *patterns: str) -> list[str]:
    """The patterns that the text does not hold, in any case of letters."""
    return [p for p in patterns if not re.search(p, text, re.IGNORECASE)]
