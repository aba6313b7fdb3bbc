"""What the summary and its files are laid out from, as frozen dataclasses."""

from dataclasses import dataclass
from datetime import date

from modules.screens.views import ResultView


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryItem:
    """One step that took place, with its result; often there is none (talk).

    `grouping` says in words how people worked: “in pairs”, or "" where everyone did together.
    `question` is one debrief question to keep; `agreed` is what the room agreed, in the
    facilitator's words.
    """

    title: str
    kind: str
    minutes: int
    prompt: str
    result: ResultView | None
    grouping: str = ""
    question: str = ""
    agreed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySection:
    title: str
    items: tuple[SummaryItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryView:
    """The one object every file is laid out from; identical for facilitator and participants."""

    title: str
    guide_title: str
    guide_version: str
    held_on: date
    language: str
    group_in_words: str
    purpose: str
    sections: tuple[SummarySection, ...]
    limits: tuple[str, ...]
    support_contacts: tuple[str, ...]
    sources: tuple[str, ...]
    stored: tuple[str, ...]
    delete_on: date
    smallest_group: int
    practice: bool
    rehearsal: bool
    ended: bool
    resources: tuple[str, ...] = ()
    """What to go on with: a title and its address."""
    texts_withheld: bool = False
    series_until: date | None = None
    """Until when totals of this session stay in its series, where they do."""
    uid: str = ""
    """Tells this session from others of its day and title. It opens nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNotesView:
    """The facilitator's notes to self, by the title of their step, in the order of the plan."""

    title: str
    held_on: date
    delete_on: date
    fleeting: bool
    """Whether this was a practice or a rehearsal."""
    notes: tuple[tuple[str, str], ...]
