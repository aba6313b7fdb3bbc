"""The facilitator's notes to self, one for each step."""

from sqlalchemy import Connection, delete, insert, select

from modules.domain.ballot import SessionId
from modules.storage.tables import notes


def of_session(db: Connection, session_id: SessionId) -> dict[str, str]:
    """The notes by the key of their step."""
    query = select(notes.c.step_key, notes.c.text).where(notes.c.session_id == session_id)
    return {row.step_key: row.text for row in db.execute(query.order_by(notes.c.step_key))}


def save(db: Connection, session_id: SessionId, key: str, text: str) -> None:
    """Keep the note of a step; an empty one is removed."""
    db.execute(delete(notes).where(notes.c.session_id == session_id, notes.c.step_key == key))
    if text:
        db.execute(insert(notes).values(session_id=session_id, step_key=key, text=text))
