"""The facilitator's list of sessions."""

from modules.domain.session import SessionId
from modules.screens.results import load
from modules.screens.views import SessionLine
from modules.storage import series, sessions, sign_ins
from modules.storage.database import Database


def session_list(database: Database) -> tuple[SessionLine, ...]:
    """The sessions, running ones first."""
    with database.read() as db:
        owner = sign_ins.facilitator(db)
        stored = sessions.every(db, owner[0]) if owner else ()
        kept = {line.name for line in series.every(db, owner[0])} if owner else set()
        return tuple(
            SessionLine(
                id=SessionId(s.session.id),
                title=s.session.title,
                started_on=s.session.started_on,
                ended=s.session.ended,
                practice=s.session.practice,
                rehearsal=s.session.rehearsal,
                code=s.session.code,
                place=load(db, s.session.id).room.place(),
                delete_on=s.session.promised_date,
                series=s.session.series if s.session.ended and s.session.series in kept else "",
            )
            for s in stored
        )
