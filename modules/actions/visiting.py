"""The steps the room has been at: the summary tells of those that took place."""

from sqlalchemy import Connection

from modules.domain.ballot import SessionId
from modules.domain.moves import Room
from modules.domain.session import PlannedStep, Stage, step_at
from modules.storage import notes, rounds, sessions
from modules.storage.sessions import StoredSession


def first_visit(stored: StoredSession, room: Room, stage: Stage) -> str:
    """The key of the step to which a move to `stage` brings the room for the first time, or ""."""
    step = step_at(room.plan, stage.position)
    if step is None or stage.position == room.stage.position or step.key in stored.visited:
        return ""
    return step.key


def note(
    db: Connection, stored: StoredSession, plan: tuple[PlannedStep, ...], position: int
) -> None:
    step = step_at(plan, position)
    if step is not None and step.key not in stored.visited:
        entries = [{**e, "visited": True} if e["key"] == step.key else e for e in stored.plan]
        sessions.save_plan(db, stored.session.id, entries, stored.added)


def forget(db: Connection, session_id: SessionId, key: str) -> None:
    """A visit that was taken back, unless something is left of it: a round, or what was agreed."""
    if rounds.last_of_step(db, session_id, key) or key in notes.agreed(db, session_id):
        return
    stored = sessions.by_id(db, session_id)
    entries = [{**e, "visited": False} if e["key"] == key else e for e in stored.plan]
    sessions.save_plan(db, session_id, entries, stored.added)
