"""From what a person has (a code, a link) to the session."""

from modules.domain.session import SessionId
from modules.storage import sessions
from modules.storage.database import Database


def session_by_code(database: Database, code: str) -> SessionId:
    """The session of eight typed digits; spaces are ignored. Raises NoSuchCode."""
    digits = "".join(code.split())
    with database.read() as db:
        return sessions.id_by_code(db, digits)


def session_by_join_secret(database: Database, secret: str) -> SessionId:
    """The session of a QR link. Raises NoSuchCode."""
    with database.read() as db:
        return sessions.id_by_join_secret(db, secret)


def session_by_summary_key(database: Database, key: str) -> SessionId:
    """The session of a summary's address. Raises NoSuchSession."""
    with database.read() as db:
        return sessions.id_by_summary_key(db, key)
