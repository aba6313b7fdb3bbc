"""Minutes against the plan, and countdowns."""

from datetime import datetime, timedelta
from math import ceil

from modules.domain.session import REOPEN_MINUTES, PlannedStep, Session, Stage
from modules.screens.views import TimerView


def timer_view(stage: Stage, now: datetime) -> TimerView | None:
    timer = stage.timer
    if timer is None:
        return None
    if timer.ends is None:
        return TimerView(timer.total_seconds, timer.left_seconds, None)
    left = max(0, round((timer.ends - now).total_seconds()))
    return TimerView(timer.total_seconds, left, timer.ends)


def elapsed_minutes(session: Session, now: datetime) -> float | None:
    """Minutes since the room left the lobby; None before, and after the end.

    In a rehearsal the plan's minutes pass as fast as its people are, so that a delay can be
    rehearsed too.
    """
    if session.started_at is None:
        return None
    return max(0.0, (now - session.started_at).total_seconds() / 60 * session.pace)


def minutes_to_reopen(session: Session, now: datetime) -> int:
    """For how many minutes an end can still be taken back, begun ones counted; 0 otherwise."""
    if not session.ended or session.stage.entered is None:
        return 0
    left = session.stage.entered + timedelta(minutes=REOPEN_MINUTES) - now
    return max(1, ceil(left.total_seconds() / 60))


def behind_minutes(session: Session, plan: tuple[PlannedStep, ...], now: datetime) -> float:
    """How many minutes the room is behind the plan; negative when it is ahead.

    A step is on time until its own minutes are used up.
    """
    elapsed = elapsed_minutes(session, now)
    position = session.stage.position
    if elapsed is None or position == 0:
        return 0.0
    before = sum(s.activity.minutes for s in plan[: position - 1] if not s.cut)
    here = plan[position - 1].activity.minutes if position <= len(plan) else 0
    if elapsed > before + here:
        return elapsed - before - here
    return min(0.0, elapsed - before)
