"""Turning open ballots into counts, inside the caller's transaction."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from modules.activities.counting import tally_of, with_texts
from modules.domain.ballot import SEAL_AFTER_SECONDS, RoundId, RoundState
from modules.domain.guide import Activity
from modules.domain.session import PlannedStep, SessionId
from modules.storage import rounds
from modules.storage import sealing as stored_sealing


def seal(db: Connection, plan: tuple[PlannedStep, ...], round_id: RoundId) -> None:
    """Count a round, store counts and sorted texts, delete ballots and secret."""
    round_ = rounds.held(db, round_id)
    if round_.state is RoundState.SEALED or round_.secret is None:
        return
    activity = activity_of(plan, round_.key)
    tally = tally_of(activity, rounds.ballots_of(db, round_id), round_.secret)
    stored_sealing.seal(db, round_id, tally)


def freeze(db: Connection, session_id: SessionId, step: PlannedStep) -> None:
    """The step's sealed rounds were shown: their counts never change again."""
    for round_ in rounds.of_session(db, session_id):
        if round_.key != step.key or round_.frozen or round_.tally is None:
            continue
        texts = stored_sealing.contributions(db, round_.id)
        tally = with_texts(step.activity, round_.tally, texts, frozen=False)
        stored_sealing.freeze(db, round_.id, tally)


def drop_unshown(db: Connection, session_id: SessionId) -> int:
    """Delete the held and unreviewed texts of a session; returns how many."""
    return stored_sealing.drop_unshown(db, [r.id for r in rounds.of_session(db, session_id)])


def closed_before(now: datetime) -> datetime:
    """Rounds closed before this moment are sealed by the clock."""
    return now - timedelta(seconds=SEAL_AFTER_SECONDS)


def activity_of(plan: tuple[PlannedStep, ...], key: str) -> Activity:
    return next(s.activity for s in plan if s.key == key)
