"""Time that runs in the browser: the timer's ring, and the minutes since the start.

The server says how much is left when it draws; the seconds between two drawings cost it nothing.
"""

from pathlib import Path

import streamlit as st

from modules.screens.views import TimerView

_FOLDER = Path(__file__).parent
_clock = st.components.v2.component(
    "workshop_clock",
    css=(_FOLDER / "clock.css").read_text("utf-8"),
    js=(_FOLDER / "clock.js").read_text("utf-8"),
)


def ring(timer: TimerView, *, key: str) -> None:
    """The countdown as a calm ring with minutes and seconds."""
    _clock(key=key, data=_countdown(timer) | {"shape": "ring"})


def back_at(timer: TimerView, *, key: str) -> None:
    """When a break ends, as “Back at 10:45” by the clock of the screen it is read from."""
    _clock(key=key, data=_countdown(timer) | {"shape": "back"})


def elapsed(minutes: float, *, planned: int, pace: int, key: str) -> None:
    """The time since the start against the plan, as "23:10 of 90:00"; `pace` times as fast."""
    data = {
        "shape": "text",
        "elapsed": round(minutes * 60),
        "total": planned * 60,
        "runs": True,
        "pace": pace,
    }
    _clock(key=key, data=data, width="content")


def _countdown(timer: TimerView) -> dict[str, float | bool]:
    return {
        "left": timer.left_seconds,
        "total": max(timer.total_seconds, 1),
        "runs": timer.ends is not None,
    }
