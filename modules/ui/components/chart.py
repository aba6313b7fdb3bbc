"""A result's chart, drawn by its kind."""

import importlib
from typing import Any

import streamlit as st

from modules.screens.views import ResultView


def figure(result: ResultView, *, size: str, room: tuple[float, float] | None = None) -> Any:
    """The kind's own Plotly figure of a result that has a chart, in the colours of the theme.

    `size` is "projector", "half" (of it) or "console"; `room` the width and height to fill.
    """
    module = importlib.import_module(f"modules.activities.{result.kind}.chart")
    dark = st.context.theme.type == "dark"
    return module.figure(result.picture, dark=dark, size=size, room=room)


def show(result: ResultView, *, key: str) -> None:
    draw(figure(result, size="console"), key=key)


def get_ready() -> None:
    """Have the browser fetch what draws charts, 4.7 MB, before the first result waits for it."""
    with st.container(key="chart_library"):
        draw({"data": [{"type": "bar"}], "layout": {"width": 10, "height": 10}}, key="no_chart")


def draw(drawn: Any, *, key: str) -> None:
    # The figure brings its own colours, and nothing in it moves or answers the pointer.
    still = {"staticPlot": True, "displayModeBar": False}
    st.plotly_chart(drawn, key=key, theme=None, config=still)
