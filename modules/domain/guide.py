"""A guide: a workshop written down, both document and programme."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Visibility(StrEnum):
    """Who may ever see what a participant gives."""

    PRIVATE = "private"
    AGGREGATE = "aggregate"
    MODERATED = "moderated"
    FACILITATORS = "facilitators"
    SPOKEN = "spoken"


class Sensitivity(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Priority(StrEnum):
    MUST = "must"
    CUT_FIRST = "cut first"


class Shape(StrEnum):
    """What a result looks like, so that the guide can offer the fitting debrief question."""

    AGREEMENT = "agreement"
    SPLIT = "split"
    LONG_TAIL = "long tail"
    MANY_PASSES = "many passes"
    TOO_FEW = "too few"


@dataclass(frozen=True, slots=True)
class Band:
    """Options of a sensitive item that are shown as one. `pass` may be among the options."""

    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimedStep:
    """One numbered step inside an activity; `minutes` is 0 where the guide gives none."""

    text: str
    minutes: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One step of the run of show.

    `settings` is the kind's own validated fields; only the kind looks inside. Texts named `say`,
    `why`, `watch_for`, `expected`, `if_wrong`, `remote`, `hybrid`, `paper`, `data` are Markdown for
    the facilitator and never reach a phone or the projector. `prompt` is what participants read.
    `wish` says that it asks what people want, which may stand beside how common something is.
    """

    id: str
    kind: str
    title: str
    minutes: int
    prompt: str = ""
    settings: object = None
    grouping: str = "everyone"
    visibility: Visibility = Visibility.SPOKEN
    sensitivity: Sensitivity = Sensitivity.LOW
    priority: Priority = Priority.MUST
    smallest_group: int | None = None
    reveal_with: str | None = None
    wish: bool = False
    bands: tuple[Band, ...] = ()
    opens_by_hand: bool = False
    facilitator_minutes: float = 0
    content_note: str = ""
    objectives: tuple[int, ...] = ()
    measures: tuple[int, ...] = ()
    say: str = ""
    why: str = ""
    watch_for: str = ""
    steps: tuple[TimedStep, ...] = ()
    debrief: tuple[str, ...] = ()
    debrief_when: Mapping[Shape, str] = field(default_factory=dict)
    facilitators_debrief: tuple[str, ...] = ()
    expected: str = ""
    if_wrong: str = ""
    remote: str = ""
    hybrid: str = ""
    paper: str = ""
    data: str = ""
    notes: str = ""
    line: int = 0

    @property
    def heading(self) -> str:
        """The title, or "" where it only begins the prompt, as of a question asked on the fly."""
        return "" if self.prompt.startswith(self.title.removesuffix("…")) else self.title

    @property
    def unshown(self) -> bool:
        """Whether only the facilitators read what is given, so that no press may show it."""
        return self.visibility is Visibility.FACILITATORS


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of the workshop: a heading with minutes and the activities below it."""

    title: str
    minutes: int
    activities: tuple[Activity, ...]
    notes: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the guide that is read, not run: preparation, harm protocol, sources."""

    title: str
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to go on with after the session: what it is called and where it is."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class GroupSize:
    least: int
    ideal: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    id: str
    title: str
    version: str
    updated: date
    minutes: int
    size: GroupSize
    purpose: str
    audience: str
    objectives: tuple[str, ...]
    sections: tuple[Section, ...]
    chapters: tuple[Chapter, ...] = ()
    about: str = ""
    language: str = "en"
    not_for: str = ""
    not_this: str = ""
    modes: tuple[str, ...] = ("in person",)
    facilitators: int = 2
    experience: str = ""
    smallest_group: int = 5
    retention_days: int = 30
    support_contacts: tuple[str, ...] = ()
    pulse_items: tuple[str, ...] = ()
    order: int = 99
    series: str = ""
    licence: str = "CC BY 4.0"
    credits: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    reviews: tuple[str, ...] = ()
    review_by: str = ""
    digest: str = ""

    @property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(a for section in self.sections for a in section.activities)

    @property
    def review_day(self) -> date | None:
        """The day of `review_by`; None where it is no day, such as “next spring”."""
        try:
            return date.fromisoformat(self.review_by)
        except ValueError:
            return None

    def activity(self, activity_id: str) -> Activity | None:
        return next((a for a in self.activities if a.id == activity_id), None)
