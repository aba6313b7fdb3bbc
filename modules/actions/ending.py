"""The end of a workshop, in two steps: it has ended, and a quarter of an hour later it is final.

Ending seals every answer at once. What a facilitator who ended by accident would miss (texts that
were not shown yet, the clock) goes when the end is final: after fifteen minutes by itself, or at
once when the facilitator says so. docs/adr/0016 has the reasons.
"""

from datetime import timedelta

from sqlalchemy import Connection

from modules.actions import sealing, series
from modules.actions.rooms import entered, plan_of
from modules.actions.tools import Tools
from modules.domain.access import Acting
from modules.domain.ballot import RoundState
from modules.domain.errors import MoveRefused
from modules.domain.session import REOPEN_MINUTES, Session, SessionId, Topic
from modules.storage import rounds, sessions
from modules.storage.sessions import StoredSession


def begin(db: Connection, tools: Tools, session: Session) -> None:
    """Right after the move: note when it ended, and set the deletion date."""
    # What was promised to the first phone stands: the end never moves it to a later date.
    delete_on = session.deleted_on(tools.today()) if session.anonymous else tools.today()
    sessions.change(db, session.id, entered_at=tools.now(), delete_on=delete_on)


def take_back(db: Connection, tools: Tools, session: Session) -> None:
    """Right after reopening: a practice lives on, and the summary gets an address of its own.

    Phones know the address it had, and until the next end the summary is not for them.
    """
    days = timedelta(days=session.retention_days)
    delete_on = session.delete_on if session.anonymous else tools.today() + days
    sessions.change(
        db,
        session.id,
        entered_at=tools.now(),
        delete_on=delete_on,
        summary_key=tools.token(16),
    )


def make_final(tools: Tools, *, acting: Acting, session_id: SessionId) -> None:
    """Give up the way back now. Raises NotAllowed, NoSuchSession, MoveRefused before the end."""
    with tools.database.begin() as db:
        stored, _room = entered(db, tools, acting, session_id)
        if not stored.session.ended:
            raise MoveRefused("This workshop has not ended.")
        if not stored.session.final:
            finish(db, tools, stored)
    tools.database.wipe_residue()
    tools.announce(session_id, Topic.STAGE)


def make_overdue_final(tools: Tools) -> int:
    """Make the ends final that were not taken back in time; returns how many."""
    before = tools.now() - timedelta(minutes=REOPEN_MINUTES)
    made = []
    with tools.database.begin() as db:
        for session_id in sessions.ended_before(db, before):
            stored = sessions.by_id(db, session_id, for_update=True)
            # It may have been reopened, or made final elsewhere, before the session was held.
            if stored.session.ended and not stored.session.final:
                finish(db, tools, stored)
                made.append(session_id)
    if made:
        tools.database.wipe_residue()
    for session_id in made:
        tools.announce(session_id, Topic.STAGE)
    return len(made)


def seal_overdue(tools: Tools) -> int:
    """Seal the rounds that were closed five minutes ago; returns how many."""
    sealed = []
    with tools.database.begin() as db:
        for round_ in rounds.overdue(db, sealing.closed_before(tools.now())):
            stored = sessions.by_id(db, round_.session_id, for_update=True)
            # It may have been opened again before the session was held.
            if rounds.held(db, round_.id).state is RoundState.CLOSED:
                sealing.seal(db, plan_of(stored), round_.id)
                sealed.append(round_.session_id)
    for session_id in sorted(set(sealed)):
        tools.announce(session_id, Topic.STAGE)
    if sealed:
        tools.database.wipe_residue()
    return len(sealed)


def finish(db: Connection, tools: Tools, stored: StoredSession) -> None:
    """Freeze all results, drop what was not shown, forget the clock and the way back.

    The caller holds the session, which has ended and is not final yet.
    """
    session, plan = stored.session, plan_of(stored)
    dropped = sealing.keep_what_is_shown(db, plan, session.id)
    series.keep(db, tools, session, plan)
    sessions.save_last_move(db, session.id, None)
    sessions.change(db, session.id, started_at=None, entered_at=None, held_deleted=dropped)
