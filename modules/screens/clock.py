"""Minutes against the plan, and countdowns."""

from datetime import datetime

from modules.domain.session import PlannedStep, Session, Stage
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
    """Minutes since the room left the lobby; None before, and after the end."""
    if session.started_at is None:
        return None
    return max(0.0, (now - session.started_at).total_seconds() / 60)


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
