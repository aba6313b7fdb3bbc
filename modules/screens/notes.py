"""The facilitator's own notes: on no screen and in no file that anybody else gets."""

from modules.domain.session import SessionId
from modules.screens.results import load
from modules.screens.summary_views import OwnNotesView
from modules.storage import notes
from modules.storage.database import Database


def own_notes(database: Database, session_id: SessionId) -> OwnNotesView:
    """Raises NoSuchSession."""
    with database.read() as db:
        loaded = load(db, session_id)
        written = notes.of_session(db, session_id)
    session, plan = loaded.session, loaded.room.plan
    return OwnNotesView(
        title=session.title,
        held_on=session.started_on,
        delete_on=session.delete_on,
        fleeting=not session.anonymous,
        notes=tuple((s.activity.title, written[s.key]) for s in plan if s.key in written),
    )
