"""The console: where the room is, what to say, what comes next."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from modules.activities.kind import kind_of
from modules.domain.ballot import RoundState
from modules.domain.disclosure import rule_of
from modules.domain.guide import Priority
from modules.domain.moves import next_is_a_reveal
from modules.domain.session import UNSEALED, PlannedStep, SessionId
from modules.domain.tally import TextState
from modules.domain.undoing import can_undo, why_no_undo
from modules.screens import clock
from modules.screens.moderation import LetThrough, none_while_open, rounds_with_texts
from modules.screens.moderation_views import CardView, ModerationRound
from modules.screens.results import Loaded, load, results_at
from modules.screens.series import earlier
from modules.screens.spoken import spoken
from modules.screens.standing import standing_views
from modules.screens.views import (
    AnswersState,
    FacilitatorView,
    PlanLine,
    PlanState,
    UnreadView,
)
from modules.screens.walls import held_back
from modules.storage import notes, rounds
from modules.storage.database import Database

BEHIND_ENOUGH_TO_CUT = 2.0
"""Minutes; less is made up by talking less."""


def facilitator(
    database: Database,
    session_id: SessionId,
    *,
    now: datetime,
    phones: int,
    let_through: LetThrough = none_while_open,
) -> FacilitatorView:
    """The console's screen. `phones` is how many are in the room. Raises NoSuchSession.

    Of an open round, only texts that are `let_through` to the moderator count as unread: beside
    the number of answers, one more of the others would tell that the last person did not pass.
    """
    with database.read() as db:
        loaded = load(db, session_id)
        readable = rounds_with_texts(db, loaded, let_through)
        return _view(db, loaded, now, phones, readable)


def _view(
    db: Connection,
    loaded: Loaded,
    now: datetime,
    phones: int,
    readable: Sequence[ModerationRound],
) -> FacilitatorView:
    session, stage, plan = loaded.session, loaded.session.stage, loaded.room.plan
    current = loaded.current if not stage.ended else None
    state = answers_state(loaded)
    following = next((s for s in plan[stage.position :] if not s.cut), None)
    sealed = state is AnswersState.SEALED
    tied = results_at(db, loaded, current.key) if current and sealed else ()
    result = next((r for r in tied if current and r.key == current.key), None)
    return FacilitatorView(
        session_id=session.id,
        title=session.title,
        guide_id=session.guide_id,
        code=session.code,
        join_secret=session.join_secret,
        summary_key=session.summary_key,
        practice=session.practice,
        rehearsal=session.rehearsal,
        step=stage.step,
        position=stage.position,
        steps_total=len(plan),
        minutes_total=sum(s.activity.minutes for s in plan if not s.cut),
        section=current.section if current else "",
        now=spoken(current.activity, session) if current else None,
        next=following.activity if following and not stage.ended else None,
        plan=plan_lines(loaded),
        answers=state,
        results_shown=stage.results_shown,
        blank=stage.blank,
        ended=stage.ended,
        answered=answered(db, loaded),
        phones=phones,
        head_count=session.head_count,
        cap=session.cap,
        locked=session.locked,
        result=result,
        shown_with=tuple(r for r in tied if r is not result),
        timer=clock.timer_view(stage, now),
        elapsed_minutes=clock.elapsed_minutes(session, now),
        behind_minutes=clock.behind_minutes(session, plan, now),
        next_reveals=next_is_a_reveal(loaded.room),
        unread=_by_question(
            current, [(r, r.in_state(TextState.WAITING)) for r in readable if not r.unshown]
        ),
        to_read=_by_question(current, [(r, r.cards) for r in readable if r.unshown]),
        smallest_group=session.smallest_group,
        delete_on=session.deleted_on(now.date()),
        support_contacts=session.support_contacts,
        standing=standing_views(db, loaded) if not stage.ended else (),
        undo_possible=can_undo(loaded.room, loaded.stored.last_move),
        undo_refused=why_no_undo(loaded.room, loaded.stored.last_move),
        code_shown=session.code_shown,
        pace=session.pace,
        who_comes=session.who_comes,
        untouched=loaded.room.untouched(loaded.stored.visited),
        passed=result.passed if result else None,
        reopen_minutes=clock.minutes_to_reopen(session, now),
        next_seals=loaded.room.round in UNSEALED,
        cut_next=suggestion(loaded, clock.behind_minutes(session, plan, now)),
        note=notes.of_session(db, session.id).get(current.key, "") if current else "",
        agreed=notes.agreed(db, session.id).get(current.key, "") if current else "",
        takes_texts=state is AnswersState.OPEN
        and current is not None
        and kind_of(current.activity).moderated,
        texts_deleted=session.held_deleted,
        earlier=earlier(db, loaded, current.activity) if current else (),
        held_back=held_back(db, loaded, tied) if stage.results_shown else "",
        needed=_needed(loaded),
        options=kind_of(current.activity).lines_on_stage(current.activity) if current else (),
        story=kind_of(current.activity).story_on_stage(current.activity) if current else "",
    )


def _needed(loaded: Loaded) -> int:
    """How many answers the session's rule takes to show anything of the question that is open."""
    if loaded.current is None or loaded.room.round not in UNSEALED:
        return 0
    rule = rule_of(loaded.session, loaded.current.activity)
    return 0 if rule.unshown else rule.smallest_group


def _by_question(
    current: PlannedStep | None, texts: Sequence[tuple[ModerationRound, Sequence[CardView]]]
) -> tuple[UnreadView, ...]:
    """Of each question that has some, in all its rounds; the current question stands first."""
    number = Counter[str]()
    for round_, cards in texts:
        number[round_.key] += len(cards)
    titles = {round_.key: round_.title for round_, _ in texts}
    here = current.key if current else None
    found = [
        UnreadView(key=key, title=titles[key], texts=n, here=key == here)
        for key, n in number.items()
        if n
    ]
    return tuple(sorted(found, key=lambda question: not question.here))


def answers_state(loaded: Loaded) -> AnswersState:
    """What the current step's round is doing."""
    current = loaded.current
    if current is None or current.key not in loaded.room.collecting:
        return AnswersState.NONE
    round_ = loaded.round
    if round_ is None:
        return AnswersState.NOT_OPENED
    return AnswersState(round_.state.value)


def answered(db: Connection, loaded: Loaded) -> int:
    """How many answered the current step while it is not sealed; 0 otherwise."""
    round_ = loaded.round
    if round_ is None or round_.state is RoundState.SEALED:
        return 0
    return rounds.answered(db, round_.id)


def suggestion(loaded: Loaded, behind: float) -> PlanLine | None:
    """What to cut: of the “cut first” steps to come the shortest that makes up for the delay."""
    if behind < BEHIND_ENOUGH_TO_CUT:
        return None
    to_come = [
        line
        for line in plan_lines(loaded)
        if line.state is PlanState.TO_COME and line.priority is Priority.CUT_FIRST
    ]
    enough = [line for line in to_come if line.minutes >= behind]
    if enough:
        return min(enough, key=lambda line: line.minutes)
    return max(to_come, key=lambda line: line.minutes, default=None)


def plan_lines(loaded: Loaded) -> tuple[PlanLine, ...]:
    position = loaded.session.stage.position

    def state(at: int, step: PlannedStep) -> PlanState:
        if at == position and not loaded.session.ended:
            return PlanState.NOW
        if step.cut:
            return PlanState.CUT
        if loaded.took_place(step):
            return PlanState.DONE
        behind = at < position or loaded.session.ended
        return PlanState.PASSED_OVER if behind else PlanState.TO_COME

    return tuple(
        PlanLine(
            position=at,
            key=step.key,
            title=step.activity.title,
            section=step.section,
            minutes=step.activity.minutes,
            priority=step.activity.priority,
            state=state(at, step),
            kind=step.activity.kind,
        )
        for at, step in enumerate(loaded.room.plan, start=1)
    )
