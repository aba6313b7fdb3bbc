"""Entering a room to change it: the sign-in checked, the session held, everything at hand."""

from sqlalchemy import Connection

from modules.actions import signing
from modules.actions.tools import Tools
from modules.activities.counting import collecting, standing
from modules.domain.access import Acting
from modules.domain.moves import Room
from modules.domain.session import PlannedStep, SessionId
from modules.guides.parser import guide_of
from modules.guides.plan import planned
from modules.storage import rounds, sessions
from modules.storage.sessions import StoredSession


def entered(
    db: Connection, tools: Tools, acting: Acting, session_id: SessionId
) -> tuple[StoredSession, Room]:
    """The session and its room, held until the transaction ends.

    Raises NotAllowed, NoSuchSession.
    """
    signing.require(db, acting, now=tools.now(), session_id=session_id)
    stored = sessions.by_id(db, session_id, for_update=True)
    return stored, room_of(db, stored)


def room_of(db: Connection, stored: StoredSession) -> Room:
    plan = plan_of(stored)
    states = {r.key: r.state for r in rounds.of_session(db, stored.session.id)}
    return Room(stored.session.stage, plan, states, collecting(plan), standing(plan))


def plan_of(stored: StoredSession) -> tuple[PlannedStep, ...]:
    return planned(guide_of(stored.guide_text), stored.plan, stored.added)
