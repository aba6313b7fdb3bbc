"""The facilitator's list of sessions."""

from modules.domain.session import SessionId
from modules.screens.results import load
from modules.screens.start_views import FilledView, SessionLine
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


def filled_forms(database: Database) -> tuple[FilledView, ...]:
    """What the facilitator's forms had been filled with, running sessions and newest ones first."""
    with database.read() as db:
        owner = sign_ins.facilitator(db)
        stored = sessions.every(db, owner[0]) if owner else ()
    return tuple(
        FilledView(
            session_id=s.session.id,
            guide_id=s.session.guide_id,
            title=s.session.title,
            language=s.session.language,
            smallest_group=s.session.smallest_group,
            retention_days=s.session.retention_days,
            cap=s.session.cap,
            head_count=s.session.head_count,
            support_contacts=s.session.support_contacts,
            series=s.session.series,
            texts_outside=s.session.texts_outside,
            real=s.session.anonymous,
        )
        for s in stored
    )
