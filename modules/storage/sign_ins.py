"""Facilitators, signed-in devices, links that sign in, and the server's own secrets."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from modules.domain.access import Role, SignIn
from modules.domain.ballot import SessionId
from modules.storage.tables import facilitators, server_secrets, sign_in_links, sign_ins


def facilitator(db: Connection) -> tuple[str, str] | None:
    """The one facilitator account: (id, passcode hash)."""
    row = db.execute(select(facilitators)).one_or_none()
    return row and (row.id, row.passcode_hash)


def add_facilitator(db: Connection, *, id: str, name: str, passcode_hash: str) -> None:
    db.execute(insert(facilitators).values(id=id, name=name, passcode_hash=passcode_hash))


def change_passcode(db: Connection, id: str, passcode_hash: str) -> None:
    where = facilitators.c.id == id
    db.execute(update(facilitators).where(where).values(passcode_hash=passcode_hash))


def add(db: Connection, sign_in: SignIn) -> None:
    db.execute(insert(sign_ins).values(**_columns(sign_in)))


def find(db: Connection, id: str) -> SignIn | None:
    row = db.execute(select(sign_ins).where(sign_ins.c.id == id)).one_or_none()
    return None if row is None else _sign_in(row)


def remove(db: Connection, id: str) -> None:
    db.execute(delete(sign_ins).where(sign_ins.c.id == id))


def remove_all(db: Connection, facilitator_id: str) -> None:
    """Withdraw every sign-in and every link that was not used yet."""
    for table in (sign_ins, sign_in_links):
        db.execute(delete(table).where(table.c.facilitator == facilitator_id))


def remove_moderators(db: Connection, session_id: SessionId) -> None:
    """Withdraw every moderator's sign-in and link for a session."""
    for table in (sign_ins, sign_in_links):
        db.execute(
            delete(table).where(table.c.session_id == session_id, table.c.role == Role.MODERATOR)
        )


def remove_expired(db: Connection, now: datetime) -> None:
    for table in (sign_ins, sign_in_links):
        db.execute(delete(table).where(table.c.expires <= now))


def add_link(db: Connection, link: SignIn, *, works_once: bool) -> None:
    db.execute(insert(sign_in_links).values(**_columns(link), works_once=works_once))


def use_link(db: Connection, id: str) -> SignIn | None:
    """The link's permission; a link that works once is gone afterwards."""
    row = db.execute(select(sign_in_links).where(sign_in_links.c.id == id)).one_or_none()
    if row is None:
        return None
    if row.works_once:
        used = db.execute(delete(sign_in_links).where(sign_in_links.c.id == id))
        # Somebody may have used it between looking and deleting.
        if not used.rowcount:
            return None
    return _sign_in(row)


def secret(db: Connection, name: str) -> bytes | None:
    query = select(server_secrets.c.value).where(server_secrets.c.name == name)
    return db.scalars(query).one_or_none()


def add_secret(db: Connection, name: str, value: bytes) -> None:
    db.execute(insert(server_secrets).values(name=name, value=value))


def _columns(sign_in: SignIn) -> dict[str, Any]:
    return {
        "id": sign_in.id,
        "facilitator": sign_in.facilitator,
        "role": sign_in.role,
        "session_id": sign_in.session_id,
        "expires": sign_in.expires,
    }


def _sign_in(row: Row[Any]) -> SignIn:
    return SignIn(
        id=row.id,
        facilitator=row.facilitator,
        role=Role(row.role),
        session_id=row.session_id,
        expires=row.expires,
    )
