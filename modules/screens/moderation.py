"""The moderator's queue: texts without author or time."""

from sqlalchemy import Connection

from modules.activities.counting import contributions_of
from modules.activities.kind import kind_of
from modules.activities.word_filter import stops_at
from modules.domain.ballot import Round
from modules.domain.guide import Activity
from modules.domain.session import SessionId
from modules.domain.tally import Contribution
from modules.screens.results import Loaded, load
from modules.screens.views import CardView, ModerationRound, ModerationView
from modules.storage import rounds, sealing
from modules.storage.database import Database


def moderation(database: Database, session_id: SessionId) -> ModerationView:
    """Every text of the session that a moderator may decide about. Raises NoSuchSession."""
    with database.read() as db:
        loaded = load(db, session_id)
        return ModerationView(
            session_id=session_id,
            title=loaded.session.title,
            practice=loaded.session.practice,
            rehearsal=loaded.session.rehearsal,
            ended=loaded.session.ended,
            rounds=rounds_with_texts(db, loaded),
        )


def rounds_with_texts(db: Connection, loaded: Loaded) -> tuple[ModerationRound, ...]:
    """The moderated rounds in the order of the plan, the latest round of a step last."""
    found = []
    for step in loaded.room.plan:
        if not kind_of(step.activity).moderated:
            continue
        for round_ in loaded.rounds:
            if round_.key == step.key:
                found.append(_round(db, loaded, step.activity, round_))
    return tuple(found)


def _round(db: Connection, loaded: Loaded, activity: Activity, round_: Round) -> ModerationRound:
    language = loaded.session.language
    return ModerationRound(
        key=round_.key,
        round_id=round_.id,
        title=activity.title,
        prompt=activity.prompt,
        sealed=round_.secret is None,
        cards=tuple(_card(c, language) for c in _contributions(db, activity, round_)),
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
        stopped=stops_at(contribution.text, language),
    )
