"""The summary put in order once: what every file says, before any file lays it out.

All formats are made from an `Outline`, so none can say more, or less, than another.
"""

from dataclasses import dataclass, replace
from datetime import date

from modules.domain.dates import in_words
from modules.screens.summary_views import SummaryView
from modules.summary.entries import UNTITLED, Entry, entry_of
from modules.summary.languages import language_tag
from modules.summary.links import Run, linked
from modules.summary.phrases import Phrases, phrases_for
from modules.summary.plain import plain, plain_lines

PRACTICE = "Practice, not anonymous. These results show how the workshop works, and nothing else."
REHEARSAL = "Rehearsal, not anonymous. Every answer in this file was invented."
UNFINISHED = "Made before the workshop ended. The summary made at its end is the one to keep."
TEXTS_WITHHELD = (
    "Some texts were shown in the room only: too few people wrote for their words to leave it."
)
DATE = "Date"
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
    """A tag; `says` speaks it where the files' own words are translated, else English."""
    says: Phrases
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
    language = language_tag(view.language)
    says = phrases_for(language)
    return Outline(
        title=plain(view.title) or says("Workshop"),
        language=language,
        says=says,
        held_on=view.held_on,
        notices=tuple(says(notice) for notice in _notices(view)),
        facts=_facts(view, says),
        purpose=plain(view.purpose),
        first=_first(view, says),
        parts=tuple(
            Part(says(plain(s.title)) or says(UNTITLED), tuple(entry_of(i, says) for i in s.items))
            for s in view.sections
        ),
        notes=_notes(view, says),
    )


def _notices(view: SummaryView) -> tuple[str, ...]:
    said = (
        (view.rehearsal, REHEARSAL),
        (view.practice and not view.rehearsal, PRACTICE),
        (not view.ended, UNFINISHED),
    )
    return tuple(sentence for holds, sentence in said if holds)


def _facts(view: SummaryView, says: Phrases) -> tuple[tuple[str, str], ...]:
    guide, version = plain(view.guide_title), plain(view.guide_version)
    facts = (
        (DATE, says.date(view.held_on)),
        (
            "Guide",
            says("{guide}, version {version}", guide=guide, version=version) if version else guide,
        ),
        ("Group", says(plain(view.group_in_words))),
    )
    return tuple((says(name), value) for name, value in facts if value)


def _first(view: SummaryView, says: Phrases) -> tuple[Notes, ...]:
    contacts = plain_lines(view.support_contacts)
    title = says("People and places to turn to")
    return (Notes(title, contacts, linked=True),) if contacts else ()


def _notes(view: SummaryView, says: Phrases) -> tuple[Notes, ...]:
    limits = view.limits + ((TEXTS_WITHHELD,) if view.texts_withheld else ())
    what = "Everything else stored" if view.series_until else "Everything stored"
    fleeting = view.practice or view.rehearsal
    when = "within an hour of its end" if fleeting else f"on {in_words(view.delete_on)}"
    deletion = f"{what} about this workshop is deleted {when}."
    notes = (
        Notes("What these numbers can and cannot say", tuple(map(says, plain_lines(limits)))),
        Notes("Resources", plain_lines(view.resources), linked=True),
        Notes("Sources", plain_lines(view.sources), linked=True),
        Notes(
            "What was stored, and until when",
            tuple(map(says, (*plain_lines(view.stored), deletion))),
        ),
    )
    return tuple(replace(n, title=says(n.title)) for n in notes if n.lines)
