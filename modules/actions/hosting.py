"""What the facilitator does: start a session, move the room, end it."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from sqlalchemy import Connection

from modules.actions import sealing, signing
from modules.actions.tools import Tools
from modules.activities.counting import collecting
from modules.domain.access import Acting
from modules.domain.ballot import RoundId, RoundState
from modules.domain.disclosure import CONTRIBUTIONS_FOR_TEXTS_IN_FILES, SMALLEST_GROUP_RANGE
from modules.domain.errors import InvalidInput, MoveRefused
from modules.domain.guide import Guide
from modules.domain.session import (
    DEFAULT_CAP,
    PRACTICE_PHONES,
    Change,
    Move,
    PlannedStep,
    Room,
    RoundEffect,
    Session,
    SessionId,
    Stage,
    Timer,
    Topic,
    moved,
    step_at,
    tied_steps,
)
from modules.guides.parser import guide_of
from modules.guides.plan import first_plan, planned
from modules.storage import rounds, sessions
from modules.storage.sessions import StoredSession

CODE_DIGITS = 8
RETENTION_DAYS_RANGE = range(1, 401)
CAP_RANGE = range(1, 5001)
TITLE_LENGTH = 200
PRACTICE_DAYS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StartForm:
    """What the start form says. Days, phones and people are whole numbers."""

    title: str
    language: str = "en"
    practice: bool = False
    rehearsal: bool = False
    smallest_group: int = 5
    retention_days: int = 30
    cap: int = DEFAULT_CAP
    head_count: int | None = None
    support_contacts: str = ""
    series: str = ""
    texts_outside: int = CONTRIBUTIONS_FOR_TEXTS_IN_FILES


def start(
    tools: Tools, *, acting: Acting, guide: Guide, guide_text: str, form: StartForm
) -> SessionId:
    """Start a session in its lobby. Raises InvalidInput with what to change in the form."""
    _check(form, guide)
    tried_out = form.practice or form.rehearsal
    days = PRACTICE_DAYS if tried_out else form.retention_days
    with tools.database.begin() as db:
        owner = signing.require(db, acting, now=tools.now()).facilitator
        session = Session(
            id=SessionId(tools.token(16)),
            owner=owner,
            title=form.title.strip(),
            guide_id=guide.id,
            guide_version=guide.version,
            language=form.language,
            code=_free_code(db, tools),
            join_secret=tools.token(8),
            summary_key=tools.token(16),
            smallest_group=1 if tried_out else max(guide.smallest_group, form.smallest_group),
            group_fixed=False,
            retention_days=days,
            started_on=tools.today(),
            delete_on=tools.today() + timedelta(days=days),
            stage=Stage(),
            practice=form.practice,
            rehearsal=form.rehearsal,
            cap=PRACTICE_PHONES if tried_out else form.cap,
            head_count=form.head_count,
            texts_outside=form.texts_outside,
            support_contacts=form.support_contacts.strip(),
            series=form.series.strip(),
        )
        plan = tuple(dict(entry) for entry in first_plan(guide))
        sessions.add(db, StoredSession(session=session, guide_text=guide_text, plan=plan, added={}))
    return session.id


def move(
    tools: Tools,
    *,
    acting: Acting,
    session_id: SessionId,
    move: Move,
    expected_step: int,
    to: int | None = None,
) -> None:
    """Carry out one of the facilitator's moves, exactly once.

    `expected_step` is the step of the screen that was pressed. Raises StaleMove if the room has
    moved since, MoveRefused where the move makes no sense, NotAllowed.
    """
    with tools.database.begin() as db:
        signing.require(db, acting, now=tools.now(), session_id=session_id)
        stored = sessions.by_id(db, session_id, for_update=True)
        room = _room(db, stored)
        change = moved(room, move, expected_step=expected_step, to=to)
        sealed = _apply(db, tools, stored, room.plan, change)
        stage = _with_clock(tools, room.stage, change.stage)
        sessions.save_stage(db, session_id, stage)
        if stage.position and stored.session.started_at is None and not stage.ended:
            sessions.change(db, session_id, started_at=tools.now())
        _note_visit(db, stored, room.plan, stage.position)
        if stage.results_shown:
            _freeze_shown(db, session_id, room.plan, stage.position)
        if move is Move.END:
            _end(db, tools, stored.session, room.plan)
    tools.announce(session_id, Topic.STAGE)
    if sealed or move is Move.END:
        tools.database.wipe_residue()


def set_timer(
    tools: Tools,
    *,
    acting: Acting,
    session_id: SessionId,
    action: Literal["start", "pause", "add minute", "stop"],
    seconds: int | None = None,
) -> None:
    """Run the countdown of the current step. Raises MoveRefused where nothing can be timed.

    `seconds` is the length for "start" without a timer; by default the step's minutes.
    """
    with tools.database.begin() as db:
        signing.require(db, acting, now=tools.now(), session_id=session_id)
        stored = sessions.by_id(db, session_id, for_update=True)
        stage = stored.session.stage
        step = step_at(_plan(stored), stage.position)
        if step is None or stage.ended:
            raise MoveRefused("There is nothing to time here.")
        length = seconds or max(step.activity.minutes, 1) * 60
        timer = _timer_after(stage.timer, action, length, tools)
        sessions.save_stage(db, session_id, replace(stage, timer=timer))
    tools.announce(session_id, Topic.STAGE)


def lock(tools: Tools, *, acting: Acting, session_id: SessionId, locked: bool) -> None:
    """Stop or allow joining."""
    with tools.database.begin() as db:
        signing.require(db, acting, now=tools.now(), session_id=session_id)
        sessions.change(db, session_id, locked=locked)
    tools.announce(session_id, Topic.ANSWERS)


def seal_overdue(tools: Tools) -> int:
    """Seal the rounds that were closed five minutes ago; returns how many."""
    touched = set()
    with tools.database.begin() as db:
        overdue = rounds.overdue(db, sealing.closed_before(tools.now()))
        for round_ in overdue:
            stored = sessions.by_id(db, round_.session_id, for_update=True)
            sealing.seal(db, _plan(stored), round_.id)
            touched.add(round_.session_id)
    for session_id in sorted(touched):
        tools.announce(session_id, Topic.STAGE)
    if touched:
        tools.database.wipe_residue()
    return len(overdue)


def _check(form: StartForm, guide: Guide) -> None:
    if not form.title.strip():
        raise InvalidInput("Give the workshop a title.")
    if len(form.title) > TITLE_LENGTH:
        raise InvalidInput(f"The title is too long: {TITLE_LENGTH} characters at most.")
    if form.smallest_group not in SMALLEST_GROUP_RANGE:
        raise InvalidInput("The smallest group is a number from 3 to 10.")
    if form.retention_days not in RETENTION_DAYS_RANGE:
        raise InvalidInput("Keep the results for 1 to 400 days.")
    if form.cap not in CAP_RANGE:
        raise InvalidInput("The room takes 1 to 5000 phones.")
    if form.head_count is not None and form.head_count < 1:
        raise InvalidInput("The head count is the number of people in the room, 1 or more.")
    if not (form.practice or form.rehearsal):
        _check_contacts(form.support_contacts, guide.support_contacts)


def _check_contacts(filled: str, wanted: tuple[str, ...]) -> None:
    """A guide that asks for contacts does not start with blanks."""
    lines = [line.strip() for line in filled.splitlines() if line.strip()]
    blank = [label for label in wanted if f"{label}:" in lines]
    if blank or (wanted and not lines):
        raise InvalidInput(
            f"Fill in the support contacts before you start: {', '.join(blank or wanted)}."
        )


def _free_code(db: Connection, tools: Tools) -> str:
    while True:
        number = int.from_bytes(tools.token_bytes(8), "big") % 10**CODE_DIGITS
        code = f"{number:0{CODE_DIGITS}d}"
        if sessions.code_is_free(db, code):
            return code


def _plan(stored: StoredSession) -> tuple[PlannedStep, ...]:
    return planned(guide_of(stored.guide_text), stored.plan, stored.added)


def _room(db: Connection, stored: StoredSession) -> Room:
    plan = _plan(stored)
    states = {r.key: r.state for r in rounds.of_session(db, stored.session.id)}
    return Room(stored.session.stage, plan, states, collecting(plan))


def _apply(
    db: Connection,
    tools: Tools,
    stored: StoredSession,
    plan: tuple[PlannedStep, ...],
    change: Change,
) -> bool:
    """Do to the rounds what the move demands; tells whether one was sealed."""
    session_id = stored.session.id
    for key, effect in change.effects:
        if effect is RoundEffect.OPEN_NEW:
            new = RoundId(tools.token(16))
            rounds.open_new(db, session_id, key, round_id=new, secret=tools.token_bytes(32))
            continue
        last = rounds.last_of_step(db, session_id, key)
        if last is None:
            raise MoveRefused("This step has no round yet.")
        if effect is RoundEffect.SEAL:
            sealing.seal(db, plan, last.id)
        elif effect is RoundEffect.CLOSE:
            rounds.set_state(db, last.id, RoundState.CLOSED, closed_at=tools.now())
        else:
            rounds.set_state(db, last.id, RoundState.OPEN)
    return any(effect is RoundEffect.SEAL for _, effect in change.effects)


def _note_visit(
    db: Connection, stored: StoredSession, plan: tuple[PlannedStep, ...], position: int
) -> None:
    """The summary tells of the steps that took place."""
    step = step_at(plan, position)
    if step is not None and step.key not in stored.visited:
        entries = [{**e, "visited": True} if e["key"] == step.key else e for e in stored.plan]
        sessions.save_plan(db, stored.session.id, entries, stored.added)


def _freeze_shown(
    db: Connection, session_id: SessionId, plan: tuple[PlannedStep, ...], position: int
) -> None:
    current = step_at(plan, position)
    if current is not None:
        for step in tied_steps(plan, current.key):
            sealing.freeze(db, session_id, step)


def _with_clock(tools: Tools, before: Stage, after: Stage) -> Stage:
    if after.ended:
        return replace(after, entered=None)
    return replace(after, entered=tools.now()) if before.position != after.position else after


def _end(db: Connection, tools: Tools, session: Session, plan: tuple[PlannedStep, ...]) -> None:
    """Freeze all results, drop what was not shown, forget the clock, set the deletion date."""
    for step in plan:
        sealing.freeze(db, session.id, step)
    dropped = sealing.drop_unshown(db, session.id)
    days = 0 if session.practice or session.rehearsal else session.retention_days
    sessions.change(
        db,
        session.id,
        started_at=None,
        held_deleted=dropped,
        delete_on=tools.today() + timedelta(days=days),
    )


def _timer_after(timer: Timer | None, action: str, length: int, tools: Tools) -> Timer | None:
    now = tools.now()
    if action == "stop":
        return None
    if timer is None:
        return Timer(length, ends=now + timedelta(seconds=length))
    left = round((timer.ends - now).total_seconds()) if timer.ends else timer.left_seconds
    left = max(left, 0)
    if action == "add minute":
        longer = timer.total_seconds + 60
        if timer.ends is None:
            return Timer(longer, left_seconds=left + 60)
        return Timer(longer, ends=now + timedelta(seconds=left + 60))
    if action == "pause" and timer.ends is not None:
        return Timer(timer.total_seconds, left_seconds=left)
    return Timer(timer.total_seconds, ends=now + timedelta(seconds=left or length))
