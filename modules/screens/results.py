"""Results as everyone may see them. Only here, and in `comparison`, a tally meets `disclose`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from modules.activities.counting import collecting, standing, with_texts
from modules.activities.kind import kind_of
from modules.domain.ballot import Round, RoundState
from modules.domain.disclosure import (
    Disclosed,
    Outcome,
    TooFewToShow,
    disclose,
    disclose_rounds,
    for_files,
    rule_of,
)
from modules.domain.guide import Activity, Shape
from modules.domain.moves import Room
from modules.domain.session import PlannedStep, Session, SessionId, tied_steps
from modules.domain.tally import Tally
from modules.guides.parser import guide_of
from modules.guides.plan import planned
from modules.screens.views import ResultView
from modules.storage import rounds, sealing, sessions
from modules.storage.sessions import StoredSession

NOT_ASKED = "This was not asked, so there is nothing to show."
FOR_FACILITATORS = (
    "Only the facilitators read these texts. They are shown to nobody, and deleted within a "
    "quarter of an hour of the end."
)
NOTHING_READ = "Nothing is shown yet: what is written is read before it appears here."
STILL_OPEN = "This result appears once the question is sealed."
EMPTY = Tally(answered=0, passed=0)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One consistent reading of a session: what every screen starts from."""

    stored: StoredSession
    room: Room
    rounds: tuple[Round, ...]

    @property
    def session(self) -> Session:
        return self.stored.session

    @property
    def current(self) -> PlannedStep | None:
        return self.room.current

    @property
    def round(self) -> Round | None:
        """The last round of the current step."""
        return self.last_round(self.current.key) if self.current else None

    def took_place(self, step: PlannedStep) -> bool:
        """Whether the room has been at the step, or was asked it beside the stage."""
        return step.key in self.stored.visited or step.key in self.room.rounds

    def last_round(self, key: str) -> Round | None:
        return next((r for r in reversed(self.rounds) if r.key == key), None)


def load(db: Connection, session_id: SessionId) -> Loaded:
    """Raises NoSuchSession."""
    stored = sessions.by_id(db, session_id)
    plan = planned(guide_of(stored.guide_text), stored.plan, stored.added)
    all_rounds = rounds.of_session(db, session_id)
    states = {r.key: r.state for r in all_rounds}
    room = Room(stored.session.stage, plan, states, collecting(plan), standing(plan))
    return Loaded(stored, room, all_rounds)


def _texts_outside(session: Session) -> int:
    return 0 if session.practice else session.texts_outside


def results_at(
    db: Connection, loaded: Loaded, key: str, *, outside: bool = False
) -> tuple[ResultView, ...]:
    """The step's result with those it is revealed with: all of them, or none with its notice.

    `outside` is for files: verbatim texts leave the room only from enough contributions.
    """
    tied = tied_steps(loaded.room.plan, key)
    outcomes = {s.key: _outcomes(db, loaded, s, outside) for s in tied}
    together = all(_showable(outcomes[s.key]) for s in tied)
    notice = _notice_of_files if outside else _notice
    views = tuple(
        _view(s, outcomes[s.key], together, notice(s, outcomes[s.key], loaded, tied)) for s in tied
    )
    return views if outside else tuple(_before_it_is_read(view) for view in views)


def result_at(db: Connection, loaded: Loaded, key: str, *, outside: bool = False) -> ResultView:
    return next(r for r in results_at(db, loaded, key, outside=outside) if r.key == key)


def _outcomes(
    db: Connection, loaded: Loaded, step: PlannedStep, outside: bool
) -> tuple[Outcome, ...] | None:
    """What may be shown of each sealed round; None while the step has an unsealed one or none."""
    own = [r for r in loaded.rounds if r.key == step.key]
    sealed = [r for r in own if r.state is RoundState.SEALED]
    if not sealed:
        return None
    tallies = [_tally(db, step, round_) for round_ in sealed]
    outcomes = disclose_rounds(tallies, rule_of(loaded.session, step.activity))
    if not outside:
        return outcomes
    texts_outside = _texts_outside(loaded.session)
    return tuple(
        for_files(outcome, tally, texts_outside) if isinstance(outcome, Disclosed) else outcome
        for outcome, tally in zip(outcomes, tallies, strict=True)
    )


def outcome_of(db: Connection, loaded: Loaded, step: PlannedStep, round_: Round) -> Outcome:
    """What may be shown of one sealed round, were there no other."""
    return disclose(_tally(db, step, round_), rule_of(loaded.session, step.activity))


def _tally(db: Connection, step: PlannedStep, round_: Round) -> Tally:
    texts = sealing.contributions(db, round_.id)
    return with_texts(step.activity, round_.tally or EMPTY, texts, frozen=round_.frozen)


def _showable(outcomes: tuple[Outcome, ...] | None) -> bool:
    return outcomes is not None and any(isinstance(o, Disclosed) for o in outcomes)


def _view(
    step: PlannedStep, outcomes: tuple[Outcome, ...] | None, together: bool, notice: str
) -> ResultView:
    """The result; `notice` is for where there is none to see."""
    activity = step.activity
    disclosed = [o for o in outcomes or () if isinstance(o, Disclosed)]
    shown = together and bool(disclosed)
    shape = _shape(activity, outcomes, shown)
    return ResultView(
        key=step.key,
        title=activity.title,
        prompt=activity.prompt,
        kind=activity.kind,
        activity=activity,
        picture=kind_of(activity).picture(activity, disclosed) if shown else None,
        notice="" if shown else notice,
        shape=shape,
        debrief=_debrief(activity, shape),
        texts_withheld=shown and any(o.texts_withheld for o in disclosed),
        passed=_passed(outcomes) if shown else None,
    )


def _before_it_is_read(view: ResultView) -> ResultView:
    """Where nothing was let through, the same whether texts wait, were held, or nobody wrote."""
    picture = view.picture
    if not picture or picture.chart or picture.table or not kind_of(view.activity).moderated:
        return view
    return replace(view, picture=replace(picture, sentence=NOTHING_READ))


def _passed(outcomes: tuple[Outcome, ...] | None) -> int | None:
    last = outcomes[-1] if outcomes else None
    return last.passed if isinstance(last, Disclosed) else None


def _notice(
    step: PlannedStep,
    outcomes: tuple[Outcome, ...] | None,
    loaded: Loaded,
    tied: Sequence[PlannedStep],
) -> str:
    """Why there is nothing to see, in a sentence that gives nothing away."""
    if step.activity.unshown:
        return FOR_FACILITATORS
    if outcomes is None:
        asked = loaded.room.rounds.get(step.key)
        return STILL_OPEN if asked else NOT_ASKED
    if not _showable(outcomes):
        needed = rule_of(loaded.session, step.activity).smallest_group
        return (
            f"There are too few answers to show. It takes {needed} that are not Pass, "
            "so that nobody can be picked out. Talk about the question instead."
        )
    return f"This result is shown together with {_others(step, tied)}, or not at all."


def _notice_of_files(
    step: PlannedStep,
    outcomes: tuple[Outcome, ...] | None,
    loaded: Loaded,
    tied: Sequence[PlannedStep],
) -> str:
    """The same for readers who are at home: what was, and nothing that a room could still do."""
    if outcomes is None:
        return STILL_OPEN
    if not _showable(outcomes):
        needed = rule_of(loaded.session, step.activity).smallest_group
        return (
            f"There were too few answers to show. It took {needed} that were not Pass, "
            "so that nobody could be picked out."
        )
    return f"This result was to be shown together with {_others(step, tied)}, or not at all."


def _others(step: PlannedStep, tied: Sequence[PlannedStep]) -> str:
    return ", ".join(f"“{s.activity.title}”" for s in tied if s.key != step.key)


def _shape(activity: Activity, outcomes: tuple[Outcome, ...] | None, shown: bool) -> Shape | None:
    if not outcomes or activity.unshown:
        return None
    last = outcomes[-1]
    if isinstance(last, TooFewToShow):
        return Shape.TOO_FEW
    return kind_of(activity).shape(last) if shown else None


def _debrief(activity: Activity, shape: Shape | None) -> tuple[str, ...]:
    fitting = activity.debrief_when.get(shape) if shape else None
    return ((fitting,) if fitting else ()) + activity.debrief
