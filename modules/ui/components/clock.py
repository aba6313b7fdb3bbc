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
    data = {
        "shape": "ring",
        "left": timer.left_seconds,
        "total": max(timer.total_seconds, 1),
        "runs": timer.ends is not None,
    }
    _clock(key=key, data=data)


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
