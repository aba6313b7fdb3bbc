"""The moderator's queue: texts without author or time."""

from collections.abc import Callable, Collection

from sqlalchemy import Connection

from modules.activities.counting import contributions_of
from modules.activities.kind import kind_of
from modules.domain.ballot import Round, RoundState
from modules.domain.guide import Activity
from modules.domain.moves import next_is_a_reveal
from modules.domain.session import SessionId
from modules.domain.tally import Contribution
from modules.screens.moderation_views import CardView, ModerationRound, ModerationView, RoomLine
from modules.screens.results import Loaded, load
from modules.storage import rounds, sealing
from modules.storage.database import Database

LetThrough = Callable[..., Collection[str]]
"""Which handles of a round may be seen now: (round id, handles, open=) (live.batches)."""


def all_at_once(_round_id: str, handles: Collection[str], **_open: bool) -> Collection[str]:
    return handles


def none_while_open(_round_id: str, handles: Collection[str], *, open: bool) -> Collection[str]:
    """For screens that nobody has given batches: how many wrote would tell how many passed."""
    return () if open else handles


def moderation(
    database: Database,
    session_id: SessionId,
    *,
    let_through: LetThrough = all_at_once,
    facilitator: bool = True,
) -> ModerationView:
    """Every text of the session that may be read now. Raises NoSuchSession.

    Whoever moderates by a link is no facilitator, and finds nothing that only they read.
    """
    with database.read() as db:
        loaded = load(db, session_id)
        texts = rounds_with_texts(db, loaded, let_through)
        return ModerationView(
            session_id=session_id,
            title=loaded.session.title,
            practice=loaded.session.practice,
            rehearsal=loaded.session.rehearsal,
            ended=loaded.session.ended,
            delete_on=loaded.session.promised_date,
            rounds=tuple(r for r in texts if facilitator or not r.unshown),
            room=_room(loaded) if facilitator and not loaded.session.ended else None,
        )


def _room(loaded: Loaded) -> RoomLine:
    stage, plan = loaded.session.stage, loaded.room.plan
    following = next((s for s in plan[stage.position :] if not s.cut), None)
    return RoomLine(
        step=stage.step,
        position=stage.position,
        steps_total=len(plan),
        title=loaded.current.activity.title if loaded.current else "",
        next_title=following.activity.title if following else "",
        next_reveals=next_is_a_reveal(loaded.room),
    )


def rounds_with_texts(
    db: Connection, loaded: Loaded, let_through: LetThrough = all_at_once
) -> tuple[ModerationRound, ...]:
    """The moderated rounds in the order of the plan, the latest round of a step last."""
    found = []
    for step in loaded.room.plan:
        if not kind_of(step.activity).moderated:
            continue
        for round_ in loaded.rounds:
            if round_.key == step.key:
                found.append(_round(db, loaded, step.activity, round_, let_through))
    return tuple(found)


def _round(
    db: Connection, loaded: Loaded, activity: Activity, round_: Round, let_through: LetThrough
) -> ModerationRound:
    language = loaded.session.language
    texts = _contributions(db, activity, round_)
    is_open = round_.state is RoundState.OPEN
    # In practice nobody is promised anything; questions to the room want an answer in time.
    batched = loaded.session.anonymous and not kind_of(activity).standing
    handles = [c.handle for c in texts]
    seen = let_through(round_.id, handles, open=is_open) if batched else handles
    return ModerationRound(
        key=round_.key,
        round_id=round_.id,
        title=activity.title,
        prompt=activity.prompt,
        sealed=round_.secret is None,
        walled=kind_of(activity).walled,
        cards=tuple(_card(c, language) for c in texts if c.handle in seen),
        unshown=activity.unshown,
        in_batches=batched and is_open,
        standing=kind_of(activity).standing,
    )


def _contributions(db: Connection, activity: Activity, round_: Round) -> tuple[Contribution, ...]:
    if round_.secret is None:
        return sealing.contributions(db, round_.id)
    return contributions_of(activity, rounds.ballots_of(db, round_.id), round_.secret)


def _card(contribution: Contribution, language: str) -> CardView:
    return CardView(
        handle=contribution.handle,
        text=contribution.text,
        state=contribution.state,
        reason=contribution.reason,
        reworded=contribution.reworded,
        theme=contribution.theme,
        language=language,
        answered=contribution.answered,
    )
