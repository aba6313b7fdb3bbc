"""The dataclasses that views receive. No field can hold a number that its view must not show."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from modules.domain.guide import Activity, Priority, Shape, TimedStep
from modules.domain.picture import Picture
from modules.domain.session import SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """One activity's result as everyone may see it: projector, phone, facilitator, files.

    `picture` is None where nothing may be shown; `notice` then says why, in a whole sentence.
    `debrief` holds the question that fits the result's shape and the guide's general ones; it is
    filled for the facilitator only. `texts_withheld` tells that texts were shown in
    the room and are left out of the files. `passed` is of the last round, where it may be told.
    """

    key: str
    title: str
    prompt: str
    kind: str
    activity: Activity
    picture: Picture | None
    notice: str = ""
    shape: Shape | None = None
    debrief: tuple[str, ...] = ()
    texts_withheld: bool = False
    passed: int | None = None

    @property
    def too_few(self) -> bool:
        """Whether nothing is shown because too few answered."""
        return self.picture is None and self.shape is Shape.TOO_FEW


@dataclass(frozen=True, slots=True)
class TimerView:
    """A countdown: it ends at `ends`, or stands still at `left_seconds` where `ends` is None."""

    total_seconds: int
    left_seconds: int
    ends: datetime | None


class AnswersState(StrEnum):
    """What the two switches and the buttons need to know about the current step."""

    NONE = "collects nothing"
    NOT_OPENED = "not opened"
    OPEN = "open"
    CLOSED = "closed"
    SEALED = "sealed"


class PlanState(StrEnum):
    DONE = "done"
    PASSED_OVER = "passed over"
    """The room has been further than this step, or has ended, and never at it."""
    NOW = "now"
    TO_COME = "to come"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    position: int
    key: str
    title: str
    section: str
    minutes: int
    priority: Priority
    state: PlanState
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadView:
    """How many texts of one question wait to be read; `here` where it is the current one."""

    key: str
    title: str
    texts: int
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilitatorView:
    """The console. `answered` counts ballots with passes; passes alone appear after sealing only.

    `unread` counts texts that the moderator may see: of an open round never the newest.

    `elapsed_minutes` is None in the lobby; `behind_minutes` is negative when ahead of the plan.
    `now` is None in the lobby and at the end. `next_reveals` tells that Next closes and reveals.
    `passed` is None before sealing, and where the number must not be told.
    """

    session_id: SessionId
    title: str
    guide_id: str
    code: str | None
    join_secret: str
    summary_key: str
    practice: bool
    rehearsal: bool
    step: int
    position: int
    steps_total: int
    minutes_total: int
    section: str
    now: Activity | None
    next: Activity | None
    plan: tuple[PlanLine, ...]
    answers: AnswersState
    results_shown: bool
    blank: bool
    ended: bool
    answered: int
    phones: int
    head_count: int | None
    cap: int
    locked: bool
    result: ResultView | None
    timer: TimerView | None
    elapsed_minutes: float | None
    behind_minutes: float
    next_reveals: bool
    unread: tuple["UnreadView", ...]
    """Texts that wait for review, of the current question first."""
    to_read: tuple["UnreadView", ...]
    """Texts that only the facilitators read, until they are deleted when the end is final."""
    smallest_group: int
    delete_on: date
    support_contacts: str
    standing: tuple["StandingView", ...] = ()
    undo_possible: bool = False
    next_seals: bool = False
    """Whether leaving this step seals answers that are not sealed yet."""
    cut_next: PlanLine | None = None
    """What the app suggests to cut, where the room is behind the plan."""
    note: str = ""
    """The facilitator's note to self about the current step."""
    passed: int | None = None
    shown_with: tuple[ResultView, ...] = ()
    """The results that are revealed together with this step's."""
    undo_refused: str = ""
    """Why there is nothing to undo, where there is nothing."""
    code_shown: bool = False
    """Whether projectors show the large code over whatever else."""
    reopen_minutes: int = 0
    """For so long the end can be taken back; 0 once it is final."""
    pace: int = 1
    """How many times faster than real time a rehearsal's plan runs."""
    who_comes: str = ""
    """The case of a rehearsal."""
    untouched: bool = False
    """Whether the room is in its lobby, has been nowhere else, and nothing was asked in it."""
    agreed: str = ""
    """What everyone's summary will say was agreed at the current step."""
    takes_texts: bool = False
    """Whether people may be writing texts now that are shown only if somebody lets them through."""
    texts_deleted: int | None = None
    """How many texts were deleted unshown when the end became final; None before it."""
    earlier: tuple[tuple[str, str], ...] = ()
    """What earlier sessions of the series showed of this step's lines: each line, its counts."""
    held_back: str = ""
    """What the projector says of texts that were held back, while it shows this step's result."""
    needed: int = 0
    """How many answers the open question takes; 0 once it is sealed, or where nothing is shown."""
    options: tuple[str, ...] = ()
    """What can be chosen, rated or ordered, as the screens list it."""
    story: str = ""

    @property
    def waiting_texts(self) -> int:
        return sum(question.texts for question in self.unread)

    @property
    def texts_to_read(self) -> int:
        return sum(question.texts for question in self.to_read)


class Scene(StrEnum):
    """What the projector and the phones are showing."""

    LOBBY = "lobby"
    ACTIVITY = "activity"
    RESULT = "result"
    BLANK = "blank"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorView:
    """The big screen: nothing that a participant may not see."""

    scene: Scene
    title: str
    code: str | None
    join_secret: str
    summary_key: str | None
    position: int
    steps_total: int
    activity_title: str
    """Empty where the prompt says it."""
    prompt: str
    kind: str
    options: tuple[str, ...]
    steps: tuple[TimedStep, ...]
    answers: AnswersState
    answered: int
    phones: int
    results: tuple[ResultView, ...]
    timer: TimerView | None
    practice: bool
    rehearsal: bool
    smallest_group: int
    promise: str
    delete_on: date
    language: str
    rests: bool = False
    """Whether the room has a break."""
    held_back: str = ""
    story: str = ""
    content_note: str = ""
    spotlight: str = ""
    """One shown text, large."""
    standing: tuple["StandingView", ...] = ()
    code_shown: bool = False
    """Whether the large code is to be seen over whatever else."""


@dataclass(frozen=True, slots=True)
class AskedView:
    """A question that the moderator showed. `support` is None below the smallest group."""

    handle: str
    text: str
    support: int | None
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """An activity that stays open beside the stage: questions of the room, most wanted first."""

    key: str
    round_id: str
    activity: Activity
    accepting: bool
    asked: tuple[AskedView, ...]
