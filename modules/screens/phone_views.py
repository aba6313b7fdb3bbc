"""What a phone sees, as frozen dataclasses."""

from dataclasses import dataclass
from datetime import date

from modules.domain.guide import Activity, TimedStep
from modules.screens.views import ResultView, Scene, StandingView, TimerView


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
    written: bool = False
    """Whether texts, words or questions are asked for, which may be shown as they were written."""
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
