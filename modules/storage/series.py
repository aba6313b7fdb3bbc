"""What a series keeps of its sessions, and until when."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from modules.domain.comparison import Measure, Moment, Pulse, Reading
from modules.domain.disclosure import Counted, InWords, Worded
from modules.domain.errors import NotFound
from modules.domain.tally import Cell
from modules.storage.encoding import dump, load
from modules.storage.tables import pulses, series


class NoSuchSeries(NotFound):
    def __init__(self) -> None:
        super().__init__("This series does not exist, or no longer.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The same group over months, by the name its facilitator gave it."""

    id: str
    owner: str
    name: str
    delete_on: date


def named(db: Connection, owner: str, name: str) -> Series | None:
    row = db.execute(_called(owner, name)).one_or_none()
    return None if row is None else _series(row)


def by_id(db: Connection, series_id: str) -> Series:
    """Raises NoSuchSeries."""
    row = db.execute(select(series).where(series.c.id == series_id)).one_or_none()
    if row is None:
        raise NoSuchSeries
    return _series(row)


def every(db: Connection, owner: str) -> tuple[Series, ...]:
    query = select(series).where(series.c.owner == owner).order_by(series.c.name)
    return tuple(_series(row) for row in db.execute(query))


def held(db: Connection, owner: str, name: str, *, new_id: str, delete_on: date) -> Series:
    """The series, made where there is none, held until this transaction ends.

    It ends on the earlier of `delete_on` and the date it had.
    """
    insert_into = insert_sqlite if db.dialect.name == "sqlite" else insert_postgresql
    new = insert_into(series).values(id=new_id, owner=owner, name=name, delete_on=delete_on)
    db.execute(new.on_conflict_do_nothing(index_elements=[series.c.owner, series.c.name]))
    found = _series(db.execute(_called(owner, name).with_for_update()).one())
    if delete_on >= found.delete_on:
        return found
    db.execute(update(series).where(series.c.id == found.id).values(delete_on=delete_on))
    return by_id(db, found.id)


def add(db: Connection, series_id: str, pulse: Pulse) -> None:
    """Keep what one session showed. Numbered by the order in which sessions ended."""
    last = select(func.coalesce(func.max(pulses.c.n), 0)).where(pulses.c.series_id == series_id)
    db.execute(
        insert(pulses).values(
            series_id=series_id,
            n=db.execute(last).scalar_one() + 1,
            held_on=pulse.held_on,
            guide_id=pulse.guide_id,
            guide_version=pulse.guide_version,
            readings=dump([_stored(reading) for reading in pulse.readings]),
        )
    )


def pulses_of(db: Connection, series_id: str) -> tuple[Pulse, ...]:
    """What is kept of the series' sessions, by date."""
    query = select(pulses).where(pulses.c.series_id == series_id)
    return _pulses(db, query.order_by(pulses.c.held_on, pulses.c.n))


def pulses_of_guide(
    db: Connection, owner: str, guide_id: str, guide_version: str
) -> tuple[Pulse, ...]:
    """What is kept of all sessions that ran one version of a guide, whatever their series."""
    query = select(pulses).join(series).where(series.c.owner == owner)
    runs = query.where(pulses.c.guide_id == guide_id, pulses.c.guide_version == guide_version)
    return _pulses(db, runs.order_by(series.c.name, pulses.c.n))


def rows_stored(db: Connection, owner: str, name: str) -> dict[str, int]:
    """How many rows there are of a series: its own, and one for each session that it keeps."""
    found = named(db, owner, name)
    kept = pulses_of(db, found.id) if found else ()
    return {"series": int(found is not None), "sessions kept in the series": len(kept)}


def due(db: Connection, today: date) -> tuple[str, ...]:
    """Series whose end has come."""
    query = select(series.c.id).where(series.c.delete_on <= today).order_by(series.c.id)
    return tuple(db.scalars(query))


def erase(db: Connection, series_id: str) -> None:
    """Delete the series and, by cascade, all it keeps."""
    db.execute(delete(series).where(series.c.id == series_id))


def _called(owner: str, name: str) -> Select[Any]:
    return select(series).where(series.c.owner == owner, series.c.name == name)


def _series(row: Row[Any]) -> Series:
    return Series(id=row.id, owner=row.owner, name=row.name, delete_on=row.delete_on)


def _pulses(db: Connection, query: Select[Any]) -> tuple[Pulse, ...]:
    return tuple(
        Pulse(
            held_on=row.held_on,
            guide_id=row.guide_id,
            guide_version=row.guide_version,
            readings=_readings(load(row.readings)),
        )
        for row in db.execute(query)
    )


def _stored(reading: Reading) -> dict[str, Any]:
    kind = "counted" if isinstance(reading.shown, Counted) else "in words"
    return asdict(reading) | {"kind": kind}


def _readings(stored: Sequence[dict[str, Any]]) -> tuple[Reading, ...]:
    return tuple(
        Reading(
            measure=_measure(entry["measure"]),
            moment=Moment(entry["moment"]),
            shown=_counted(entry["shown"])
            if entry["kind"] == "counted"
            else _in_words(entry["shown"]),
        )
        for entry in stored
    )


def _measure(stored: dict[str, Any]) -> Measure:
    lists = {name: tuple(stored[name]) for name in ("reached", "beside")}
    return Measure(**{**stored, **lists})


def _counted(stored: dict[str, Any]) -> Counted:
    return Counted(**{**stored, "cells": tuple(Cell(**cell) for cell in stored["cells"])})


def _in_words(stored: dict[str, Any]) -> InWords:
    return InWords(**{**stored, "cells": tuple(Worded(**cell) for cell in stored["cells"])})
