"""Turning open ballots into counts, inside the caller's transaction."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from modules.activities.counting import tally_of, to_be_read, with_texts
from modules.activities.kind import kind_of
from modules.domain.ballot import SEAL_AFTER_SECONDS, RoundId, RoundState
from modules.domain.guide import Activity
from modules.domain.session import PlannedStep, SessionId, Stage, step_at, tied_steps
from modules.domain.tally import Tally
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


def freeze_shown(
    db: Connection, session_id: SessionId, plan: tuple[PlannedStep, ...], stage: Stage
) -> None:
    """What is on the screens stays as it is; what waits for a moderator is not on them yet."""
    current = step_at(plan, stage.position)
    if current is None or not stage.results_shown:
        return
    for step in tied_steps(plan, current.key):
        _freeze(db, session_id, step)


def _freeze(db: Connection, session_id: SessionId, step: PlannedStep) -> None:
    """The step's sealed rounds were shown: their counts never change again."""
    for round_ in rounds.of_session(db, session_id):
        if round_.key != step.key or round_.frozen or round_.tally is None:
            continue
        texts = stored_sealing.contributions(db, round_.id)
        if to_be_read(step.activity, texts):
            continue
        tally = with_texts(step.activity, round_.tally, texts, frozen=False)
        stored_sealing.freeze(db, round_.id, tally)


def keep_what_is_shown(db: Connection, plan: tuple[PlannedStep, ...], session_id: SessionId) -> int:
    """At the end moderation is final: of texts only what is shown stays, in the words in which it
    is shown, and no count changes any more. Returns how many were not shown.
    """
    dropped = 0
    for round_ in rounds.of_session(db, session_id):
        if round_.tally is None:
            continue
        written = len(stored_sealing.contributions(db, round_.id))
        kept = stored_sealing.keep_what_is_shown(db, round_.id, round_.tally)
        dropped += written - len(kept.contributions)
        activity = activity_of(plan, round_.key)
        counted = with_texts(activity, kept, kept.contributions, frozen=round_.frozen)
        stored_sealing.freeze(db, round_.id, _without_lost_words(activity, counted))
    return dropped


def _without_lost_words(activity: Activity, tally: Tally) -> Tally:
    """The frozen counts without words too few to be drawn that no shown text holds any more.

    They were held or re-worded after the result was shown, and nobody has seen them in it.
    """
    from_texts = kind_of(activity).questions_from_texts(
        activity, tally.contributions, tally.answers
    )
    said = {cell.id for question in from_texts for cell in question.cells}
    return replace(
        tally,
        questions=tuple(
            replace(q, cells=tuple(c for c in q.cells if c.count >= q.least or c.id in said))
            for q in tally.questions
        ),
    )


def closed_before(now: datetime) -> datetime:
    """Rounds closed before this moment are sealed by the clock."""
    return now - timedelta(seconds=SEAL_AFTER_SECONDS)


def activity_of(plan: tuple[PlannedStep, ...], key: str) -> Activity:
    return next(s.activity for s in plan if s.key == key)
