"""The clock of the stage: when the room came to a step, and the step's countdown."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from modules.actions.rooms import entered
from modules.actions.tools import Tools
from modules.activities.kind import kind_of
from modules.domain.access import Acting
from modules.domain.errors import MoveRefused
from modules.domain.moves import Room
from modules.domain.session import SessionId, Stage, Timer, Topic, step_at
from modules.storage import sessions

TimerAction = Literal["start", "pause", "add minute", "stop"]


def set_timer(
    tools: Tools,
    *,
    acting: Acting,
    session_id: SessionId,
    action: TimerAction,
    expected_step: int,
    seconds: int | None = None,
) -> None:
    """Run the countdown of the current step: "start" also resumes, "pause" pauses only.

    `expected_step` is the step of the screen that was pressed; a press meant for another step
    raises StaleMove. `seconds` is the length for "start" without a timer; by default the step's
    minutes. Raises MoveRefused where nothing can be timed.
    """
    with tools.database.begin() as db:
        _stored, room = entered(db, tools, acting, session_id)
        room.refuse_stale(expected_step)
        if room.current is None or room.stage.ended:
            raise MoveRefused("There is nothing to time here.")
        length = seconds or max(room.current.activity.minutes, 1) * 60
        timer = _after(room.stage.timer, action, length, tools.now())
        sessions.save_stage(db, session_id, replace(room.stage, timer=timer))
    tools.announce(session_id, Topic.STAGE)


def clocked(room: Room, stage: Stage, now: datetime) -> Stage:
    """The stage that a move leads to, with when the room came there.

    A break's time runs from its beginning: nobody has to remember to start it.
    """
    if stage.ended:
        return replace(stage, entered=None)
    if stage.position == room.stage.position:
        return stage
    step, timer = step_at(room.plan, stage.position), stage.timer
    if timer is None and step is not None and kind_of(step.activity).rests(step.activity):
        timer = _after(None, "start", step.activity.minutes * 60, now)
    return replace(stage, entered=now, timer=timer)


def _after(timer: Timer | None, action: TimerAction, length: int, now: datetime) -> Timer | None:
    if action == "stop":
        return None
    if action == "pause" and (timer is None or timer.ends is None):
        # Pressed on two devices: it is paused, and stays so.
        return timer
    if timer is None:
        return Timer(length, ends=now + timedelta(seconds=length))
    left = round((timer.ends - now).total_seconds()) if timer.ends else timer.left_seconds
    left = max(left, 0)
    if action == "add minute":
        longer = timer.total_seconds + 60
        if timer.ends is None:
            return Timer(longer, left_seconds=left + 60)
        return Timer(longer, ends=now + timedelta(seconds=left + 60))
    if action == "pause":
        return Timer(timer.total_seconds, left_seconds=left)
    return Timer(timer.total_seconds, ends=now + timedelta(seconds=left or length))
