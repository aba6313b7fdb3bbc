"""The summary put in order once: what every file says, before any file lays it out.

All formats are made from an `Outline`, so none can say more, or less, than another.
"""

from dataclasses import dataclass
from datetime import date

from modules.domain.dates import in_words
from modules.screens.views import SummaryView
from modules.summary.entries import UNTITLED, Entry, entry_of
from modules.summary.links import Run, linked
from modules.summary.plain import plain, plain_lines

PRACTICE = "Practice, not anonymous. These results show how the workshop works, and nothing else."
REHEARSAL = "Rehearsal, not anonymous. Every answer in this file was invented."
UNFINISHED = "Made before the workshop ended. The summary made at its end is the one to keep."
TEXTS_WITHHELD = (
    "Some texts were shown in the room only: too few people wrote for their words to leave it."
)
AGREED = "What we agreed"
KEEP_TALKING = "A question to keep talking about"


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """A heading with its list of sentences. Where `linked`, addresses in them lead somewhere."""

    title: str
    lines: tuple[str, ...]
    linked: bool = False

    @property
    def runs(self) -> tuple[tuple[Run, ...], ...]:
        """The lines in parts, each with where it leads."""
        return tuple(linked(line) if self.linked else (Run(line),) for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    title: str
    language: str
    held_on: date
    notices: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    purpose: str
    first: tuple[Notes, ...]
    """What stands before the parts: whoever needs it must not have to look for it."""
    parts: tuple[Part, ...]
    notes: tuple[Notes, ...]


def outline(view: SummaryView) -> Outline:
    """All texts cleaned, all results as chart and table, in the order in which files show them."""
    return Outline(
        title=plain(view.title) or "Workshop",
        language=view.language,
        held_on=view.held_on,
        notices=_notices(view),
        facts=_facts(view),
        purpose=plain(view.purpose),
        first=_first(view),
        parts=tuple(
            Part(plain(s.title) or UNTITLED, tuple(entry_of(i) for i in s.items))
            for s in view.sections
        ),
        notes=_notes(view),
    )


def _notices(view: SummaryView) -> tuple[str, ...]:
    said = (
        (view.rehearsal, REHEARSAL),
        (view.practice and not view.rehearsal, PRACTICE),
        (not view.ended, UNFINISHED),
    )
    return tuple(sentence for holds, sentence in said if holds)


def _facts(view: SummaryView) -> tuple[tuple[str, str], ...]:
    version = f", version {plain(view.guide_version)}" if view.guide_version else ""
    facts = (
        ("Date", in_words(view.held_on)),
        ("Guide", plain(view.guide_title) + version),
        ("Group", plain(view.group_in_words)),
    )
    return tuple((name, value) for name, value in facts if value)


def _first(view: SummaryView) -> tuple[Notes, ...]:
    contacts = plain_lines(view.support_contacts)
    return (Notes("People and places to turn to", contacts, linked=True),) if contacts else ()


def _notes(view: SummaryView) -> tuple[Notes, ...]:
    limits = view.limits + ((TEXTS_WITHHELD,) if view.texts_withheld else ())
    what = "Everything else stored" if view.series_until else "Everything stored"
    fleeting = view.practice or view.rehearsal
    when = "within an hour of its end" if fleeting else f"on {in_words(view.delete_on)}"
    deletion = f"{what} about this workshop is deleted {when}."
    notes = (
        Notes("What these numbers can and cannot say", plain_lines(limits)),
        Notes("Resources", plain_lines(view.resources), linked=True),
        Notes("Sources", plain_lines(view.sources), linked=True),
        Notes("What was stored, and until when", (*plain_lines(view.stored), deletion)),
    )
    return tuple(n for n in notes if n.lines)
