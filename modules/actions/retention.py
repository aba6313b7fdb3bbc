"""Erasing sessions: on their date, or now."""

from dataclasses import dataclass

from sqlalchemy import Connection

from modules.actions import ending, series, signing
from modules.actions.rooms import entered
from modules.actions.tools import Tools
from modules.domain.access import Acting
from modules.domain.errors import MoveRefused
from modules.domain.session import SessionId, Topic
from modules.storage import sessions
from modules.storage.sessions import StoredSession


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased: the title and how many rows of each sort."""

    title: str
    rows: dict[str, int]


def delete_now(tools: Tools, *, acting: Acting, session_id: SessionId) -> Erased:
    """Erase everything of a session at once. Raises NotAllowed, NoSuchSession."""
    with tools.database.begin() as db:
        signing.require(db, acting, now=tools.now(), session_id=session_id)
        stored = sessions.by_id(db, session_id, for_update=True)
        erased = _erase(db, tools, stored)
    tools.database.wipe_residue()
    tools.announce(session_id, Topic.ERASED)
    return erased


def discard(tools: Tools, *, acting: Acting, session_id: SessionId, expected_step: int) -> Erased:
    """Erase a session in which nothing has begun: the wrong guide was started.

    `expected_step` is the step of the screen that was pressed. Raises StaleMove if the room has
    moved since, MoveRefused unless it is in its lobby and has been nowhere else, NotAllowed.
    """
    with tools.database.begin() as db:
        stored, room = entered(db, tools, acting, session_id)
        room.refuse_stale(expected_step)
        if not room.untouched(stored.visited):
            raise MoveRefused("This workshop has begun. Nothing was erased.")
        erased = _erase(db, tools, stored)
    tools.database.wipe_residue()
    tools.announce(session_id, Topic.ERASED)
    return erased


def erase_due(tools: Tools) -> int:
    """Erase the sessions and series whose deletion date has come; returns how many."""
    # While the app was off, nobody made these ends final.
    ending.make_overdue_final(tools)
    with tools.database.begin() as db:
        due = sessions.due(db, tools.today())
        for session_id in due:
            sessions.erase(db, session_id)
        ended_series = series.erase_due(db, tools)
    if due or ended_series:
        tools.database.wipe_residue()
    for session_id in due:
        tools.announce(session_id, Topic.ERASED)
    return len(due) + ended_series


def wipe_owed(tools: Tools) -> int:
    """Wipe what could not be wiped when it was deleted; returns 1 if there was something."""
    if not tools.database.owes_wiping:
        return 0
    tools.database.wipe_residue()
    return 1


def _erase(db: Connection, tools: Tools, stored: StoredSession) -> Erased:
    session = stored.session
    rows = sessions.rows_stored(db, session.id)
    if session.ended and not session.final:
        # A series keeps the totals that were shown, however soon the rest goes.
        ending.finish(db, tools, stored)
    sessions.erase(db, session.id)
    return Erased(session.title, rows)
