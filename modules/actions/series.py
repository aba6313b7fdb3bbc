"""What a series keeps when a session ends, and erasing a series: at once, or on its date."""

from dataclasses import dataclass

from sqlalchemy import Connection

from modules.actions import signing
from modules.actions.tools import Tools
from modules.activities.kind import kind_of
from modules.domain.access import Acting
from modules.domain.comparison import Measure, Pulse, readings_of, series_ends
from modules.domain.errors import NotAllowed
from modules.domain.guide import Activity
from modules.domain.session import PlannedStep, Session
from modules.storage import rounds
from modules.storage import series as stored_series


@dataclass(frozen=True, slots=True)
class ErasedSeries:
    """What was erased: the name, and of how many sessions totals were kept."""

    name: str
    sessions: int


def keep(db: Connection, tools: Tools, session: Session, plan: tuple[PlannedStep, ...]) -> None:
    """At the end of a session of a series: keep what it showed of the shared items.

    Practice and rehearsal leave nothing, and neither does a session that showed none of them.
    """
    if not session.series or not session.anonymous:
        return
    asked = rounds.of_session(db, session.id)
    readings = readings_of(session, plan, asked, measures_of)
    ends = series_ends(session.started_on)
    if not readings or ends <= tools.today():
        return
    series = stored_series.held(
        db, session.owner, session.series, new_id=tools.token(16), delete_on=ends
    )
    pulse = Pulse(
        held_on=session.started_on,
        guide_id=session.guide_id,
        guide_version=session.guide_version,
        readings=readings,
    )
    stored_series.add(db, series.id, pulse)


def delete_now(tools: Tools, *, acting: Acting, series_id: str) -> ErasedSeries:
    """Erase all that a series keeps, at once; its sessions stay until their own dates.

    Raises NotAllowed, NoSuchSeries.
    """
    with tools.database.begin() as db:
        owner = signing.require(db, acting, now=tools.now()).facilitator
        series = stored_series.by_id(db, series_id)
        if series.owner != owner:
            raise NotAllowed("This series belongs to another facilitator.")
        kept = len(stored_series.pulses_of(db, series_id))
        stored_series.erase(db, series_id)
    tools.database.wipe_residue()
    return ErasedSeries(series.name, kept)


def erase_due(db: Connection, tools: Tools) -> int:
    """Erase the series whose end has come; returns how many. The caller wipes the residue."""
    due = stored_series.due(db, tools.today())
    for series_id in due:
        stored_series.erase(db, series_id)
    return len(due)


def measures_of(activity: Activity) -> tuple[Measure, ...]:
    return kind_of(activity).measures(activity)
