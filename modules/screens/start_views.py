"""What the start page and the library list, as frozen dataclasses."""

from dataclasses import dataclass, field
from datetime import date

from modules.domain.session import SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesLine:
    """A series for which totals are kept: of sessions on which dates, and until when."""

    id: str
    name: str
    held_on: tuple[date, ...]
    delete_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One line in the facilitator's list of sessions."""

    id: SessionId
    title: str
    started_on: date
    ended: bool
    practice: bool
    rehearsal: bool
    code: str | None
    place: str
    delete_on: date | None
    """None until somebody has joined: then it is fixed."""
    series: str = ""
    """The series that keeps totals of it, once it has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledView:
    """What one session's start form had been filled with."""

    session_id: SessionId
    guide_id: str
    title: str
    language: str
    smallest_group: int
    retention_days: int
    cap: int
    head_count: int | None
    support_contacts: str
    series: str
    texts_outside: int
    real: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCard:
    """One guide in the library, or a file that cannot be used with its problems."""

    id: str
    title: str
    minutes: int
    purpose: str
    version: str
    size: str
    risk: str
    problems: tuple[str, ...] = field(default_factory=tuple)
