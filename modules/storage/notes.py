"""What the facilitator writes about a step: a note to self, and what everyone agreed."""

from sqlalchemy import Connection, Table, delete, insert, select

from modules.domain.ballot import SessionId
from modules.storage.tables import agreements, notes


def of_session(db: Connection, session_id: SessionId) -> dict[str, str]:
    """The notes to self by the key of their step."""
    return _texts(db, notes, session_id)


def agreed(db: Connection, session_id: SessionId) -> dict[str, str]:
    """What was agreed, by the key of the step: for everyone's summary."""
    return _texts(db, agreements, session_id)


def save(db: Connection, session_id: SessionId, key: str, text: str) -> None:
    """Keep the note of a step; an empty one is removed."""
    _save(db, notes, session_id, key, text)


def save_agreed(db: Connection, session_id: SessionId, key: str, text: str) -> None:
    """Keep what was agreed at a step; an empty text is removed."""
    _save(db, agreements, session_id, key, text)


def _texts(db: Connection, table: Table, session_id: SessionId) -> dict[str, str]:
    query = select(table.c.step_key, table.c.text).where(table.c.session_id == session_id)
    return {row.step_key: row.text for row in db.execute(query.order_by(table.c.step_key))}


def _save(db: Connection, table: Table, session_id: SessionId, key: str, text: str) -> None:
    db.execute(delete(table).where(table.c.session_id == session_id, table.c.step_key == key))
    if text:
        db.execute(insert(table).values(session_id=session_id, step_key=key, text=text))
