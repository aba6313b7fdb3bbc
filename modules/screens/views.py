"""The dataclasses that views receive. No field can hold a number that its view must not show."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from modules.domain.guide import Activity, Priority, Shape, TimedStep
from modules.domain.picture import Picture
from modules.domain.session import SessionId
from modules.domain.tally import TextState


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
class FacilitatorView:
    """The console. `answered` counts ballots with passes; passes alone appear after sealing only.

    `waiting_texts` counts those that the moderator may see: of an open round never the newest.

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
    waiting_texts: int
    texts_to_read: int
    """Texts that only the facilitators read, until the end deletes them."""
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
    agreed: str = ""
    """What everyone's summary will say was agreed at the current step."""
    takes_texts: bool = False
    """Whether people may be writing texts now that are shown only if somebody lets them through."""
    texts_deleted: int | None = None
    """How many texts the end deleted without their being shown; None before it."""
    earlier: tuple[tuple[str, str], ...] = ()
    """What earlier sessions of the series showed of this step's lines: each line, its counts."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneView:
    """The stage as every phone of the session sees it: rendered once, the same for all.

    `round_id` is set while the current round is open or closed (not sealed); `accepting` is true
    while it is open. `summary_key` is set at the end only, which may be taken back until `final`.
    `instructs` tells that the activity's
    kind says what to do also while nothing is asked: talk about it, write for yourself.
    """

    scene: Scene
    title: str
    language: str
    position: int
    steps_total: int
    activity: Activity | None
    round_id: str | None
    accepting: bool
    results: tuple[ResultView, ...]
    timer: TimerView | None
    steps: tuple[TimedStep, ...]
    summary_key: str | None
    practice: bool
    rehearsal: bool
    smallest_group: int
    delete_on: date
    in_series: bool
    step: int
    held_on: date
    instructs: bool = False
    standing: tuple["StandingView", ...] = ()
    final: bool = False


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


@dataclass(frozen=True, slots=True)
class OwnBallot:
    """What the server can say to one phone about its own ballot: never what was chosen.

    Only others' questions that it supports are named, so that it can take its support back.
    """

    answered: bool
    next_seq: int
    supported: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseView:
    """What the promise is made of; the wording on phone and projector is generated from it."""

    anonymous: bool
    practice: bool
    rehearsal: bool
    smallest_group: int
    texts_outside: int
    delete_on: date
    retention_days: int
    series: str
    series_until: date | None = None
    """Until when shown totals of this session may stay in its series; None where there is none."""
    standing: bool = False
    """Whether questions to the room stay open beside the stage, and so longer than a step."""
    stored: tuple["StoredRows", ...] = ()

    @property
    def in_series(self) -> bool:
        return self.series_until is not None


@dataclass(frozen=True, slots=True)
class StoredRows:
    """One sort of row that is stored for a session now.

    `count` is None for some of them, where how many would tell what may not be shown. `columns`
    names every column with what it holds, those of one purpose together.
    """

    name: str
    count: int | None
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A text for the moderator: no author, no time."""

    handle: str
    text: str
    state: TextState
    reason: str
    reworded: str
    theme: str
    answered: bool = False
    stopped: bool = False
    """Whether the word filter stopped at it: a hint to look twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationRound:
    """One activity with texts. `sealed` rounds can still be moderated until the workshop ends.

    `standing` tells that the texts are questions to the room, which can be answered.
    """

    key: str
    round_id: str
    title: str
    prompt: str
    sealed: bool
    cards: tuple[CardView, ...]
    walled: bool = True
    """Whether its texts stand on a wall, so that one can be shown large."""
    in_batches: bool = False
    """Whether new texts wait until several are there, so that none can be tied to a person.

    Never whether some wait now: beside the number of answers that would tell who passed.
    """
    unshown: bool = False
    """Whether they are for the facilitators to read, and nothing can be shown."""
    standing: bool = False

    def in_state(self, state: TextState) -> tuple[CardView, ...]:
        return tuple(c for c in self.cards if c.state is state)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationView:
    session_id: SessionId
    title: str
    practice: bool
    rehearsal: bool
    ended: bool
    delete_on: date | None
    """None until somebody has joined: then it is fixed."""
    rounds: tuple[ModerationRound, ...]
    room: "RoomLine | None" = None
    """Where the room is, for a facilitator, whose clicker goes on moving it from here."""

    @property
    def waiting(self) -> int:
        return sum(len(r.in_state(TextState.WAITING)) for r in self.rounds if not r.unshown)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLine:
    """What Next and Back need to say, on one line. `next_reveals` is as on the console."""

    step: int
    position: int
    steps_total: int
    title: str
    next_title: str
    next_reveals: bool


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
