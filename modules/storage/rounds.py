"""Rounds and the ballots in them. Sealing is in `sealing`."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, Row, Select, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from modules.domain.ballot import (
    Answer,
    Ballot,
    Decision,
    Round,
    RoundId,
    RoundSecret,
    RoundState,
    SessionId,
)
from modules.domain.errors import NewerAnswerStands, NotFound, RoundClosed
from modules.storage.encoding import dump, dump_decisions, load, load_decisions, load_tally
from modules.storage.tables import ballots, rounds


class NoSuchRound(NotFound):
    def __init__(self) -> None:
        super().__init__("This question does not exist, or no longer.")


def open_new(
    db: Connection, session_id: SessionId, key: str, *, round_id: RoundId, secret: bytes
) -> None:
    """Open the next round of a step, beside earlier ones."""
    last = select(func.coalesce(func.max(rounds.c.ordinal), 0)).where(
        rounds.c.session_id == session_id, rounds.c.step_key == key
    )
    db.execute(
        insert(rounds).values(
            id=round_id,
            session_id=session_id,
            step_key=key,
            ordinal=db.execute(last).scalar_one() + 1,
            state=RoundState.OPEN,
            secret=secret,
            frozen=False,
        )
    )


def by_id(db: Connection, round_id: RoundId) -> Round:
    """The round. Raises NoSuchRound."""
    return _one(db, select(rounds).where(rounds.c.id == round_id))


def open_or_refuse(db: Connection, round_id: RoundId) -> Round:
    """The round, held open until this transaction ends. Raises NoSuchRound, RoundClosed."""
    # Shared with other ballots; sealing and closing lock the same row exclusively.
    found = _one(db, select(rounds).where(rounds.c.id == round_id).with_for_update(read=True))
    if found.state is not RoundState.OPEN:
        raise RoundClosed
    return found


def held(db: Connection, round_id: RoundId) -> Round:
    """The round, held against ballots until this transaction ends. Raises NoSuchRound."""
    return _one(db, select(rounds).where(rounds.c.id == round_id).with_for_update())


def of_session(db: Connection, session_id: SessionId) -> tuple[Round, ...]:
    """All rounds, by step and in the order they were opened."""
    query = select(rounds).where(rounds.c.session_id == session_id)
    order = query.order_by(rounds.c.step_key, rounds.c.ordinal)
    return tuple(_round(row) for row in db.execute(order))


def last_of_step(db: Connection, session_id: SessionId, key: str) -> Round | None:
    found = [r for r in of_session(db, session_id) if r.key == key]
    return found[-1] if found else None


def overdue(db: Connection, closed_before: datetime) -> tuple[Round, ...]:
    query = select(rounds).where(
        rounds.c.state == RoundState.CLOSED, rounds.c.closed_at <= closed_before
    )
    return tuple(_round(row) for row in db.execute(query.order_by(rounds.c.id)))


def take_back(db: Connection, round_id: RoundId) -> None:
    db.execute(delete(rounds).where(rounds.c.id == round_id))


def set_state(
    db: Connection, round_id: RoundId, state: RoundState, *, closed_at: datetime | None = None
) -> None:
    """Open or close an unsealed round. Raises RoundClosed for a sealed one: that is final."""
    unsealed = update(rounds).where(rounds.c.id == round_id, rounds.c.secret.is_not(None))
    if not db.execute(unsealed.values(state=state, closed_at=closed_at)).rowcount:
        raise RoundClosed


def cast(db: Connection, round_: Round, *, mark: bytes, answer: Answer, seq: int) -> None:
    """Put a ballot in, or change it if `seq` is newer; its text goes back to review.

    An equal seq with the same answer is a retry and changes nothing.
    Raises NewerAnswerStands otherwise.
    """
    text = dump(answer)
    values = {"round_id": round_.id, "mark": mark, "answer": text, "seq": seq}
    written = db.execute(_upsert(db.dialect.name), values)
    if written.first() is not None:
        return
    standing = db.execute(_ballot_query(round_.id, mark)).one()
    if standing.seq != seq or standing.answer != text:
        raise NewerAnswerStands(standing.seq)


@cache
def _upsert(dialect: str) -> Executable:
    """Built once: building it took a quarter of the processor's time for an answer."""
    new = insert_sqlite(ballots) if dialect == "sqlite" else insert_postgresql(ballots)
    return new.on_conflict_do_update(
        index_elements=[ballots.c.round_id, ballots.c.mark],
        set_={"answer": new.excluded.answer, "seq": new.excluded.seq, "decisions": None},
        where=new.excluded.seq > ballots.c.seq,
    ).returning(ballots.c.seq)


def ballot(db: Connection, round_id: RoundId, mark: bytes) -> Ballot | None:
    row = db.execute(_ballot_query(round_id, mark)).one_or_none()
    return None if row is None else _ballot(row)


def ballots_of(db: Connection, round_id: RoundId) -> tuple[Ballot, ...]:
    """Every ballot of an unsealed round, by mark: an order that says nothing."""
    query = select(ballots).where(ballots.c.round_id == round_id).order_by(ballots.c.mark)
    return tuple(_ballot(row) for row in db.execute(query))


def withdraw(db: Connection, round_id: RoundId, mark: bytes) -> None:
    db.execute(ballots.delete().where(ballots.c.round_id == round_id, ballots.c.mark == mark))


def answered(db: Connection, round_id: RoundId) -> int:
    """How many ballots an unsealed round holds, passes included."""
    query = select(func.count()).select_from(ballots).where(ballots.c.round_id == round_id)
    return db.execute(query).scalar_one()


def decide(
    db: Connection, round_id: RoundId, mark: bytes, decisions: Mapping[str, Decision]
) -> None:
    db.execute(
        update(ballots)
        .where(ballots.c.round_id == round_id, ballots.c.mark == mark)
        .values(decisions=dump_decisions(decisions))
    )


def _ballot_query(round_id: RoundId, mark: bytes) -> Select[Any]:
    return select(ballots).where(ballots.c.round_id == round_id, ballots.c.mark == mark)


def _ballot(row: Row[Any]) -> Ballot:
    return Ballot(row.mark, load(row.answer), row.seq, load_decisions(row.decisions))


def _one(db: Connection, query: Select[Any]) -> Round:
    row = db.execute(query).one_or_none()
    if row is None:
        raise NoSuchRound
    return _round(row)


def _round(row: Row[Any]) -> Round:
    return Round(
        id=row.id,
        session_id=row.session_id,
        key=row.step_key,
        ordinal=row.ordinal,
        state=RoundState(row.state),
        secret=RoundSecret(row.secret) if row.secret else None,
        closed_at=row.closed_at,
        tally=load_tally(row.tally) if row.tally else None,
        frozen=row.frozen,
    )
