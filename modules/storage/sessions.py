"""Reading and writing sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from modules.domain.ballot import SessionId
from modules.domain.errors import NoSuchCode, NoSuchSession
from modules.domain.moves import LastMove, RoundEffect
from modules.domain.session import Session, Stage, Timer
from modules.storage.encoding import dump, load
from modules.storage.tables import (
    agreements,
    ballots,
    notes,
    rounds,
    sessions,
    sign_in_links,
    sign_ins,
    texts,
)

PlanEntry = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSession:
    """A session with the guide as it was at the start and this session's own run of show."""

    session: Session
    guide_text: str
    plan: tuple[PlanEntry, ...]
    added: Mapping[str, Mapping[str, Any]]
    last_move: LastMove | None = None

    @property
    def visited(self) -> frozenset[str]:
        """The keys of the steps the room has been at."""
        return frozenset(entry["key"] for entry in self.plan if entry.get("visited"))


def add(db: Connection, stored: StoredSession) -> None:
    values = asdict(stored.session) | _stage_columns(stored.session.stage)
    del values["stage"]
    db.execute(
        insert(sessions).values(
            **values,
            guide_text=stored.guide_text,
            plan=dump(list(stored.plan)),
            added=dump(dict(stored.added)),
        )
    )


def by_id(db: Connection, session_id: SessionId, *, for_update: bool = False) -> StoredSession:
    """The session. Raises NoSuchSession."""
    query = select(sessions).where(sessions.c.id == session_id)
    row = db.execute(query.with_for_update() if for_update else query).one_or_none()
    if row is None:
        raise NoSuchSession
    return _stored(row)


def id_by_code(db: Connection, code: str) -> SessionId:
    return _id_where(db, sessions.c.code == code, NoSuchCode)


def id_by_join_secret(db: Connection, secret: str) -> SessionId:
    return _id_where(db, sessions.c.join_secret == secret, NoSuchCode)


def id_by_summary_key(db: Connection, key: str) -> SessionId:
    return _id_where(db, sessions.c.summary_key == key, NoSuchSession)


def code_is_free(db: Connection, code: str) -> bool:
    return db.execute(select(sessions.c.id).where(sessions.c.code == code)).first() is None


def every(db: Connection, owner: str) -> tuple[StoredSession, ...]:
    """The owner's sessions: running ones first, then by date, newest first."""
    query = select(sessions).where(sessions.c.owner == owner)
    order = (sessions.c.ended, sessions.c.started_on.desc(), sessions.c.title, sessions.c.id)
    return tuple(_stored(row) for row in db.execute(query.order_by(*order)))


def running(db: Connection) -> tuple[SessionId, ...]:
    query = select(sessions.c.id).where(sessions.c.ended.is_(False)).order_by(sessions.c.id)
    return tuple(db.scalars(query))


def due(db: Connection, today: date) -> tuple[SessionId, ...]:
    """Sessions whose deletion date has come; one that can be reopened waits until that is over."""
    can_be_reopened = sessions.c.ended & sessions.c.entered_at.is_not(None)
    query = select(sessions.c.id).where(sessions.c.delete_on <= today, ~can_be_reopened)
    return tuple(db.scalars(query.order_by(sessions.c.id)))


def ended_before(db: Connection, time: datetime) -> tuple[SessionId, ...]:
    """Sessions that ended before and can still be reopened."""
    query = select(sessions.c.id).where(sessions.c.ended, sessions.c.entered_at <= time)
    return tuple(db.scalars(query.order_by(sessions.c.id)))


def save_stage(db: Connection, session_id: SessionId, stage: Stage) -> None:
    change(db, session_id, **_stage_columns(stage))


def save_last_move(db: Connection, session_id: SessionId, last: LastMove | None) -> None:
    """Remember what can be undone; None where nothing can."""
    kept = None
    if last is not None:
        # When the step was entered is not taken back, so it is not kept a second time.
        stage = asdict(last.before) | {"timer": None, "entered": None}
        kept = dump(
            {
                "before": stage,
                "timer": _timer_kept(last.before.timer),
                "effects": [list(effect) for effect in last.effects],
                "first_visit": last.first_visit,
            }
        )
    change(db, session_id, last_move=kept)


def save_plan(
    db: Connection,
    session_id: SessionId,
    plan: Sequence[PlanEntry],
    added: Mapping[str, Mapping[str, Any]],
) -> None:
    change(db, session_id, plan=dump(list(plan)), added=dump(dict(added)))


def change(db: Connection, session_id: SessionId, **columns: Any) -> None:
    db.execute(update(sessions).where(sessions.c.id == session_id).values(**columns))


def erase(db: Connection, session_id: SessionId) -> None:
    """Delete the session and, by cascade, everything of it."""
    db.execute(delete(sessions).where(sessions.c.id == session_id))


def rows_stored(db: Connection, session_id: SessionId) -> dict[str, int]:
    """How many rows of each sort exist for the session, and go with it.

    What its series keeps is in `series.rows_stored`.
    """
    of_session = select(rounds.c.id).where(rounds.c.session_id == session_id)
    counts = {
        "session": select(func.count()).where(sessions.c.id == session_id),
        "rounds": select(func.count()).where(rounds.c.session_id == session_id),
        "ballots": select(func.count()).where(ballots.c.round_id.in_(of_session)),
        "texts": select(func.count()).where(texts.c.round_id.in_(of_session)),
        "notes": select(func.count()).where(notes.c.session_id == session_id),
        "agreements": select(func.count()).where(agreements.c.session_id == session_id),
        "moderators signed in": select(func.count()).where(sign_ins.c.session_id == session_id),
        "links for moderators": select(func.count()).where(
            sign_in_links.c.session_id == session_id
        ),
    }
    return {name: db.execute(query).scalar_one() for name, query in counts.items()}


def _id_where(
    db: Connection, condition: ColumnElement[bool], missing: type[Exception]
) -> SessionId:
    found: SessionId | None = db.scalars(select(sessions.c.id).where(condition)).one_or_none()
    if found is None:
        raise missing
    return found


def _stage_columns(stage: Stage) -> dict[str, Any]:
    timer = stage.timer
    return {
        "step": stage.step,
        "position": stage.position,
        "results_shown": stage.results_shown,
        "blank": stage.blank,
        "ended": stage.ended,
        "entered_at": stage.entered,
        "timer_seconds": timer.total_seconds if timer else None,
        "timer_ends": timer.ends if timer else None,
        "timer_left": timer.left_seconds if timer else None,
    }


def _stored(row: Row[Any]) -> StoredSession:
    values = dict(row._mapping)
    guide_text = values.pop("guide_text")
    plan = tuple(load(values.pop("plan")))
    added = load(values.pop("added"))
    last_move = _last_move(values.pop("last_move"))
    stage = _stage(values)
    session = Session(**values, stage=stage)
    return StoredSession(
        session=session, guide_text=guide_text, plan=plan, added=added, last_move=last_move
    )


def _last_move(text: str | None) -> LastMove | None:
    if text is None:
        return None
    stored = load(text)
    effects = tuple((key, RoundEffect(effect)) for key, effect in stored["effects"])
    timer = _timer_of(stored.get("timer"))
    before = replace(Stage(**stored["before"]), timer=timer)
    # An older release kept no first visit.
    return LastMove(before, effects, stored.get("first_visit", ""))


def _timer_kept(timer: Timer | None) -> list[Any] | None:
    if timer is None:
        return None
    return [timer.total_seconds, timer.left_seconds, timer.ends and timer.ends.isoformat()]


def _timer_of(kept: list[Any] | None) -> Timer | None:
    if kept is None:
        return None
    total, left, ends = kept
    return Timer(total, ends and datetime.fromisoformat(ends), left)


def _stage(values: dict[str, Any]) -> Stage:
    seconds, ends, left = (values.pop(n) for n in ("timer_seconds", "timer_ends", "timer_left"))
    timer = None if seconds is None else Timer(seconds, ends, left or 0)
    return Stage(
        entered=values.pop("entered_at"),
        timer=timer,
        **{n: values.pop(n) for n in ("step", "position", "results_shown", "blank", "ended")},
    )
