"""Before and after, the sessions of a series, and runs of one guide version, beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from modules.activities.kind import kind_of
from modules.domain.comparison import (
    Measure,
    Moment,
    Pulse,
    Reading,
    before_and_after,
    pooled,
    readings_of,
    series_ends,
)
from modules.domain.dates import in_words
from modules.domain.guide import Activity
from modules.domain.session import Session, SessionId
from modules.screens import comparing
from modules.screens.comparing import Line
from modules.screens.results import Loaded, load
from modules.screens.start_views import SeriesLine
from modules.screens.summary_views import SummarySection
from modules.storage import series as stored_series
from modules.storage import sessions, sign_ins
from modules.storage.database import Database
from modules.storage.series import Series

MOMENTS = {
    Moment.BEFORE: "Before",
    Moment.LOOKING_BACK: "Before (looking back)",
    Moment.NOW: "After",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """Sections to add to a summary, with the sentence on what they can show ("" without any).

    `series_until` is the date until which this session's totals stay in its series, if they do.
    """

    sections: tuple[SummarySection, ...] = ()
    limit: str = ""
    series_until: date | None = None


def compared(db: Connection, loaded: Loaded) -> Compared:
    """This session's readings beside each other, and beside earlier ones of its series."""
    own = _readings(loaded)
    changes = [_lines(change) for change in before_and_after(own)]
    all_own = _lines(own)
    within = tuple(comparing.item(change, all_own, key="change") for change in changes)
    series = _series(db, loaded.session)
    dated = _dated(_pulses_until(db, loaded, series, own))
    repeated = _repeated(dated, own)
    over_time = tuple(
        comparing.item(lines, dated, key="over-time", dated=True) for lines in repeated
    )
    titled = (("Before and after", within), (f"Over time: {loaded.session.series}", over_time))
    sections = tuple(SummarySection(title=t, items=items) for t, items in titled if items)
    until = _kept_until(loaded.session, series) if own else None
    return Compared(sections, comparing.limit([*changes, *repeated]), until)


def _kept_until(session: Session, series: Series | None) -> date | None:
    """Until when totals stay. The summary says so from the end on, though they are kept only once
    that is final."""
    if session.ended and series is not None:
        return series.delete_on
    named = session.series and session.anonymous
    return (
        series_ends(session.started_on) if named and session.ended and not session.final else None
    )


def pooled_runs(database: Database, session_id: SessionId) -> Compared:
    """This guide version over at least three of the facilitator's sessions; nothing from fewer,
    and nothing while this session runs.

    Raises NoSuchSession.
    """
    with database.read() as db:
        loaded = load(db, session_id)
        groups = pooled(_runs(db, loaded)) if loaded.session.ended else ()
    version = loaded.session.guide_version
    sections, told = [], []
    for runs in sorted({group.sessions for group in groups}, reverse=True):
        alike = [_lines(group.readings) for group in groups if group.sessions == runs]
        others = [line for lines in alike for line in lines]
        items = tuple(comparing.item(lines, others, key=f"pooled-{runs}") for lines in alike)
        title = f"{runs} sessions with version {version} of this guide, added up"
        sections.append(SummarySection(title=title, items=items))
        told += alike
    return Compared(tuple(sections), comparing.limit_added_up(told))


def earlier(db: Connection, loaded: Loaded, activity: Activity) -> tuple[tuple[str, str], ...]:
    """What earlier sessions of the series showed for an activity's shared items, to be read aloud:
    the item, and its counts with their dates."""
    series = _series(db, loaded.session)
    kept = _pulses_until(db, loaded, series, ()) if series and not loaded.session.ended else ()
    dated = _dated(kept)
    items = dict.fromkeys(measure.item for measure in kind_of(activity).measures(activity))
    found = [[line for line in dated if line.reading.measure.item == item] for item in items]
    return tuple(
        (lines[0].reading.measure.text, comparing.sentence(lines, dated, dated=True))
        for lines in found
        if lines
    )


def series_of(database: Database, session_id: SessionId) -> SeriesLine | None:
    """The session's series, once something is kept for it. Raises NoSuchSession."""
    with database.read() as db:
        session = sessions.by_id(db, session_id).session
        found = stored_series.named(db, session.owner, session.series)
        return _line(db, found) if found else None


def series_list(database: Database) -> tuple[SeriesLine, ...]:
    """Every series for which something is kept, by name."""
    with database.read() as db:
        owner = sign_ins.facilitator(db)
        found = stored_series.every(db, owner[0]) if owner else ()
        return tuple(_line(db, series) for series in found)


def series_names(database: Database) -> tuple[str, ...]:
    """The series a new session could belong to: those that are kept, and those of sessions."""
    with database.read() as db:
        owner = sign_ins.facilitator(db)
        if owner is None:
            return ()
        kept = {series.name for series in stored_series.every(db, owner[0])}
        named = {s.session.series for s in sessions.every(db, owner[0])}
        return tuple(sorted(kept | named - {""}))


def _line(db: Connection, series: Series) -> SeriesLine:
    dates = tuple(pulse.held_on for pulse in stored_series.pulses_of(db, series.id))
    return SeriesLine(id=series.id, name=series.name, held_on=dates, delete_on=series.delete_on)


def _readings(loaded: Loaded) -> tuple[Reading, ...]:
    def measures_of(activity: Activity) -> tuple[Measure, ...]:
        return kind_of(activity).measures(activity)

    return readings_of(loaded.session, loaded.room.plan, loaded.rounds, measures_of)


def _series(db: Connection, session: Session) -> Series | None:
    if not session.series or not session.anonymous:
        return None
    return stored_series.named(db, session.owner, session.series)


def _pulses_until(
    db: Connection, loaded: Loaded, series: Series | None, own: tuple[Reading, ...]
) -> tuple[Pulse, ...]:
    """What the series keeps up to this session, so that its summary stays as it is later on."""
    if series is None:
        return ()
    session, kept = loaded.session, stored_series.pulses_of(db, series.id)
    kept = tuple(pulse for pulse in kept if pulse.held_on <= session.started_on)
    return kept if session.final else (*kept, _pulse(loaded, own))


def _pulse(loaded: Loaded, readings: tuple[Reading, ...]) -> Pulse:
    session = loaded.session
    return Pulse(
        held_on=session.started_on,
        guide_id=session.guide_id,
        guide_version=session.guide_version,
        readings=readings,
    )


def _runs(db: Connection, loaded: Loaded) -> tuple[Pulse, ...]:
    """What is known of the guide version: kept in series, or of sessions that still exist."""
    session = loaded.session
    guide = session.guide_id, session.guide_version
    alone = [
        load(db, SessionId(s.session.id))
        for s in sessions.every(db, session.owner)
        if s.session.ended and s.session.anonymous and not s.session.series
        if (s.session.guide_id, s.session.guide_version) == guide
    ]
    kept = stored_series.pulses_of_guide(db, session.owner, *guide)
    return (*kept, *(_pulse(run, _readings(run)) for run in alone))


def _lines(readings: Sequence[Reading]) -> list[Line]:
    """Readings of one session, or of several added up, named by their moment where they differ."""
    several = len(readings) > 1
    return [Line(MOMENTS[r.moment] if several else "", r) for r in readings]


def _dated(pulses: Sequence[Pulse]) -> list[Line]:
    """Every reading with its date; what was asked looking back says nothing of another day."""
    lines = []
    for place, pulse in enumerate(pulses):
        day = _day(place, pulses)
        asked_twice = {r.measure.item for r in pulse.readings if r.moment is Moment.BEFORE}
        for reading in pulse.readings:
            if reading.moment is not Moment.LOOKING_BACK:
                twice = reading.measure.item in asked_twice
                moment = f", {MOMENTS[reading.moment].lower()}" if twice else ""
                lines.append(Line(f"{day}{moment}", reading, session=place))
    return lines


def _day(place: int, pulses: Sequence[Pulse]) -> str:
    held_on = pulses[place].held_on
    day = in_words(held_on)
    if days := (held_on - pulses[0].held_on).days:
        day = f"{day}, {days} days later"
    earlier = sum(pulse.held_on == held_on for pulse in pulses[:place])
    return f"{day}, session {earlier + 1}" if earlier else day


def _repeated(dated: Sequence[Line], own: Sequence[Reading]) -> list[list[Line]]:
    """Of the items this session asked, those that another session of the series asked too."""
    items = dict.fromkeys(reading.measure.item for reading in own)
    found = [[line for line in dated if line.reading.measure.item == item] for item in items]
    return [lines for lines in found if len({line.session for line in lines}) > 1]
