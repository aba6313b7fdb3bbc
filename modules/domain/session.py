"""A session: one running workshop, where it stands, and which moves are allowed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from modules.domain.ballot import RoundId as RoundId
from modules.domain.ballot import RoundState
from modules.domain.ballot import SessionId as SessionId
from modules.domain.guide import Activity

PRACTICE_PHONES = 10
DEFAULT_CAP = 500
# For so long an end can be taken back; then it is final.
REOPEN_MINUTES = 15
THE_CODE = "code"
UNSEALED = (RoundState.OPEN, RoundState.CLOSED)


@dataclass(frozen=True, slots=True)
class Timer:
    """A countdown. `ends` is set while it runs, `left_seconds` while it is paused."""

    total_seconds: int
    ends: datetime | None = None
    left_seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where the room is.

    `step` counts the facilitator's moves: every move carries the step its screen showed, and a
    move from an older one is refused. `position` is 0 in the lobby, else the place in the plan.
    `entered` is when the room came there, or when it ended, until that is final.
    """

    step: int = 0
    position: int = 0
    results_shown: bool = False
    blank: bool = False
    ended: bool = False
    timer: Timer | None = None
    entered: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step of the run of show as this session plans it.

    `key` is unique in the session; an activity that is asked again keeps its key.
    """

    key: str
    activity: Activity
    section: str
    cut: bool = False
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A running or ended workshop, as stored. Dates only, but for the stage's clock until the end
    is final.

    `group_fixed` says that a phone has joined: from then on what was promised never changes.
    """

    id: SessionId
    owner: str
    title: str
    guide_id: str
    guide_version: str
    language: str
    code: str | None
    join_secret: str
    summary_key: str
    smallest_group: int
    group_fixed: bool
    retention_days: int
    delete_on: date
    started_on: date
    stage: Stage
    started_at: datetime | None = None
    practice: bool = False
    rehearsal: bool = False
    locked: bool = False
    cap: int = DEFAULT_CAP
    head_count: int | None = None
    texts_outside: int = 10
    support_contacts: str = ""
    series: str = ""
    held_deleted: int | None = None
    pace: int = 1
    """How many times faster than people a rehearsal's invented people are, and its plan runs."""
    who_comes: str = ""
    """The case of a rehearsal."""
    spotlight: str | None = None
    """What the projector shows large until the next move: a shown text as "round id/handle", or
    THE_CODE."""

    @property
    def ended(self) -> bool:
        return self.stage.ended

    @property
    def final(self) -> bool:
        """Whether it has ended and cannot be reopened: what was not shown is gone."""
        return self.stage.ended and self.stage.entered is None

    @property
    def code_shown(self) -> bool:
        return self.spotlight == THE_CODE and not self.ended

    @property
    def anonymous(self) -> bool:
        """Whether the promise may be made: never in practice or rehearsal."""
        return not (self.practice or self.rehearsal)

    @property
    def in_series(self) -> bool:
        """Whether shown totals may outlive this session."""
        return bool(self.series) and self.anonymous

    def deleted_on(self, today: date) -> date:
        """When all is deleted, as every screen says it: never later than it ever said.

        Before anybody has joined it is what they would be promised if they joined today.
        """
        return self.promised_date or today + timedelta(days=self.retention_days)

    @property
    def promised_date(self) -> date | None:
        """The deletion date, once it stands."""
        return self.delete_on if self.group_fixed or self.ended else None


class Topic(StrEnum):
    """What an announcement is about: the stage reaches phones, answers only the facilitator.

    Where a session was erased, whatever remembers it forgets it as well.
    """

    STAGE = "stage"
    ANSWERS = "answers"
    ERASED = "erased"


def step_at(plan: tuple[PlannedStep, ...], position: int) -> PlannedStep | None:
    return plan[position - 1] if 0 < position <= len(plan) else None


def tied_steps(plan: tuple[PlannedStep, ...], key: str) -> tuple[PlannedStep, ...]:
    """The steps whose results are shown together with this one's (itself included), in order.

    A step that names another needs it. The one that is named stops waiting once the naming step
    was cut: how much people want otherwise may be shown alone, how common it is may not.
    """
    named = {
        s.key: s.activity.reveal_with
        for s in plan
        if s.activity.reveal_with and (not s.cut or s.key == key)
    }
    group = {key}
    while True:
        more = {a for a, b in named.items() if b in group or a in group}
        more |= {b for a, b in named.items() if b and a in group}
        if more <= group:
            return tuple(s for s in plan if s.key in group)
        group |= more
