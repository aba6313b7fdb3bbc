"""What stays open beside the stage: the room's questions, with support from the smallest group."""

from sqlalchemy import Connection

from modules.activities.counting import tally_of
from modules.activities.kind import kind_of
from modules.domain.ballot import Round, RoundState
from modules.domain.disclosure import rule_of
from modules.domain.guide import Activity
from modules.domain.session import UNSEALED, PlannedStep
from modules.domain.tally import Contribution, TextState
from modules.screens.results import Loaded
from modules.screens.views import AskedView, StandingView
from modules.storage import rounds


def standing_views(db: Connection, loaded: Loaded) -> tuple[StandingView, ...]:
    """The standing steps whose round takes answers now."""
    found = []
    for step in loaded.room.plan:
        round_ = loaded.last_round(step.key)
        if step.key in loaded.room.standing and round_ and round_.state in UNSEALED:
            found.append(_view(db, loaded, step, round_))
    return tuple(found)


def _view(db: Connection, loaded: Loaded, step: PlannedStep, round_: Round) -> StandingView:
    return StandingView(
        key=step.key,
        round_id=round_.id,
        activity=public(step.activity),
        accepting=round_.state is RoundState.OPEN,
        asked=_asked(db, loaded, step.activity, round_),
    )


def _asked(
    db: Connection, loaded: Loaded, activity: Activity, round_: Round
) -> tuple[AskedView, ...]:
    """Shown questions, ordered by support; the numbers only from the smallest group."""
    if round_.secret is None:
        return ()
    tally = tally_of(activity, rounds.ballots_of(db, round_.id), round_.secret)
    support = {c.id: c.count for q in tally.questions for c in q.cells}
    told = tally.answers >= rule_of(loaded.session, activity).smallest_group
    shown = [c for c in tally.contributions if c.state is TextState.SHOWN]
    ordered = sorted(shown, key=lambda c: (-support.get(c.handle, 0) if told else 0, c.wording))
    return tuple(_asked_view(c, support.get(c.handle, 0) if told else None) for c in ordered)


def _asked_view(contribution: Contribution, support: int | None) -> AskedView:
    c = contribution
    return AskedView(c.handle, c.wording, support, c.answered)


def public(activity: Activity) -> Activity:
    """An activity without anything that is for the facilitator only."""
    return Activity(
        id=activity.id,
        kind=activity.kind,
        title=activity.title,
        minutes=activity.minutes,
        prompt=activity.prompt,
        settings=activity.settings,
        grouping=activity.grouping,
        visibility=activity.visibility,
        sensitivity=activity.sensitivity,
        content_note=activity.content_note,
        steps=kind_of(activity).steps_for_everyone(activity),
    )
