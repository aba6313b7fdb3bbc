"""What the facilitator does: start a session, move the room, end it."""

from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Connection

from modules.actions import ending, sealing, signing, timing, visiting
from modules.actions.rooms import entered
from modules.actions.tools import Tools
from modules.activities.cleaning import clean_text
from modules.domain.access import Acting
from modules.domain.ballot import ROUND_SECRET_BYTES, RoundId, RoundState
from modules.domain.disclosure import CONTRIBUTIONS_FOR_TEXTS_IN_FILES, SMALLEST_GROUP_RANGE
from modules.domain.errors import InvalidInput, MoveRefused
from modules.domain.guide import Guide
from modules.domain.moves import Change, LastMove, Move, Room, RoundEffect, moved
from modules.domain.session import (
    DEFAULT_CAP,
    PRACTICE_PHONES,
    THE_CODE,
    PlannedStep,
    Session,
    SessionId,
    Stage,
    Topic,
)
from modules.domain.undoing import reopened, undone
from modules.guides.plan import first_plan
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
    pace: int = 1
    who_comes: str = ""


def start(
    tools: Tools, *, acting: Acting, guide: Guide, guide_text: str, form: StartForm
) -> SessionId:
    """Start a session in its lobby. Raises InvalidInput with what to change in the form."""
    form = _cleaned(form)
    _check(form, guide)
    days = PRACTICE_DAYS if form.practice or form.rehearsal else form.retention_days
    with tools.database.begin() as db:
        owner = signing.require(db, acting, now=tools.now()).facilitator
        session = Session(
            id=SessionId(tools.token(16)),
            owner=owner,
            title=form.title,
            guide_id=guide.id,
            guide_version=guide.version,
            language=form.language,
            code=_free_code(db, tools),
            join_secret=tools.token(8),
            summary_key=tools.token(16),
            smallest_group=_smallest_group(form, guide),
            group_fixed=False,
            retention_days=days,
            started_on=tools.today(),
            delete_on=tools.today() + timedelta(days=days),
            stage=Stage(),
            practice=form.practice,
            rehearsal=form.rehearsal,
            cap=_cap(form),
            head_count=form.head_count,
            texts_outside=form.texts_outside,
            support_contacts=form.support_contacts,
            series=form.series,
            pace=form.pace,
            who_comes=form.who_comes,
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
        stored, room = entered(db, tools, acting, session_id)
        change = moved(room, move, expected_step=expected_step, to=to)
        _carry_out(db, tools, stored, room, change)
        first = visiting.first_visit(stored, room, change.stage)
        sessions.save_last_move(db, session_id, LastMove(room.stage, change.effects, first))
        if move is Move.END:
            ending.begin(db, tools, stored.session)
    tools.announce(session_id, Topic.STAGE)
    if _sealed_any(change):
        tools.database.wipe_residue()


def undo(tools: Tools, *, acting: Acting, session_id: SessionId, expected_step: int) -> None:
    """Take the last move back, where it sealed nothing and no answer came in since.

    Raises StaleMove, MoveRefused, NotAllowed.
    """
    with tools.database.begin() as db:
        stored, room = entered(db, tools, acting, session_id)
        change = undone(room, stored.last_move, expected_step=expected_step)
        _carry_out(db, tools, stored, room, change)
        if stored.last_move and stored.last_move.first_visit:
            visiting.forget(db, session_id, stored.last_move.first_visit)
        sessions.save_last_move(db, session_id, None)
    tools.announce(session_id, Topic.STAGE)
    # A round that was taken back leaves its secret, and what was withdrawn from it.
    if any(effect is RoundEffect.TAKE_BACK for _, effect in change.effects):
        tools.database.wipe_residue()


def reopen(tools: Tools, *, acting: Acting, session_id: SessionId, expected_step: int) -> None:
    """Take back an end that is not final yet: the room stands where it stood, with answers sealed.

    Raises StaleMove, MoveRefused, NotAllowed.
    """
    with tools.database.begin() as db:
        stored, room = entered(db, tools, acting, session_id)
        last = None if stored.session.final else stored.last_move
        _carry_out(db, tools, stored, room, reopened(room, last, expected_step=expected_step))
        sessions.save_last_move(db, session_id, None)
        ending.take_back(db, tools, stored.session)
    tools.announce(session_id, Topic.STAGE)


def show_code(tools: Tools, *, acting: Acting, session_id: SessionId, shown: bool) -> None:
    """Show the code large on every projector of the room, until it is hidden or the room moves."""
    with tools.database.begin() as db:
        _stored, room = entered(db, tools, acting, session_id)
        if room.stage.ended:
            raise MoveRefused("This workshop has ended. Nobody can join it any more.")
        sessions.change(db, session_id, spotlight=THE_CODE if shown else None)
    tools.announce(session_id, Topic.ANSWERS)


def lock(tools: Tools, *, acting: Acting, session_id: SessionId, locked: bool) -> None:
    """Stop or allow joining."""
    with tools.database.begin() as db:
        signing.require(db, acting, now=tools.now(), session_id=session_id)
        sessions.change(db, session_id, locked=locked)
    tools.announce(session_id, Topic.ANSWERS)


def _cleaned(form: StartForm) -> StartForm:
    """As it will be shown: nothing that was pasted along may turn the text of screens around."""
    return replace(
        form,
        title=clean_text(form.title, one_line=True),
        series=clean_text(form.series, one_line=True),
        support_contacts=clean_text(form.support_contacts),
    )


def _check(form: StartForm, guide: Guide) -> None:
    if not form.title:
        raise InvalidInput("Give the workshop a title.")
    if len(form.title) > TITLE_LENGTH:
        raise InvalidInput(f"The title is too long: {TITLE_LENGTH} characters at most.")
    if len(form.series) > TITLE_LENGTH:
        raise InvalidInput(f"Name the series in {TITLE_LENGTH} characters at most.")
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


def _smallest_group(form: StartForm, guide: Guide) -> int:
    """A rehearsal brings its own people and shows what a real room would: the real rules hold."""
    return 1 if form.practice else max(guide.smallest_group, form.smallest_group)


def _cap(form: StartForm) -> int:
    """How many real phones; invented ones come on top."""
    return PRACTICE_PHONES if form.practice or form.rehearsal else form.cap


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


def _carry_out(
    db: Connection, tools: Tools, stored: StoredSession, room: Room, change: Change
) -> None:
    """Do to stage and rounds what the move demands."""
    session_id = stored.session.id
    for key, effect in change.effects:
        _do(db, tools, session_id, room.plan, key, effect)
    stage = timing.clocked(room, change.stage, tools.now())
    sessions.save_stage(db, session_id, stage)
    # What is shown large belongs to the moment, not to the step.
    sessions.change(db, session_id, spotlight=None)
    if stage.position and stored.session.started_at is None and not stage.ended:
        sessions.change(db, session_id, started_at=tools.now())
    visiting.note(db, stored, room.plan, stage.position)
    sealing.freeze_shown(db, session_id, room.plan, stage)


def _do(
    db: Connection,
    tools: Tools,
    session_id: SessionId,
    plan: tuple[PlannedStep, ...],
    key: str,
    effect: RoundEffect,
) -> None:
    if effect is RoundEffect.OPEN_NEW:
        new, secret = RoundId(tools.token(16)), tools.token_bytes(ROUND_SECRET_BYTES)
        rounds.open_new(db, session_id, key, round_id=new, secret=secret)
        return
    last = rounds.last_of_step(db, session_id, key)
    if last is None:
        raise MoveRefused("This step has no round yet.")
    if effect is RoundEffect.SEAL:
        sealing.seal(db, plan, last.id)
    elif effect is RoundEffect.CLOSE:
        rounds.set_state(db, last.id, RoundState.CLOSED, closed_at=tools.now())
    elif effect is RoundEffect.REOPEN:
        rounds.set_state(db, last.id, RoundState.OPEN)
    else:
        _take_back(db, last.id)


def _take_back(db: Connection, round_id: RoundId) -> None:
    rounds.held(db, round_id)
    if rounds.answered(db, round_id):
        raise MoveRefused("Answers have come in since. Close them instead.")
    rounds.take_back(db, round_id)


def _sealed_any(change: Change) -> bool:
    return any(effect is RoundEffect.SEAL for _, effect in change.effects)
