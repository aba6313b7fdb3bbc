"""The browser's part of following a room."""

from pathlib import Path

import streamlit as st

_following = st.components.v2.component(
    "workshop_following", js=(Path(__file__).parent / "following.js").read_text("utf-8")
)


def listen(address: str, *, seen: str, drawing: int) -> None:
    """Listen there, and have the page look again once the room's word is not `seen`.

    Only the fragment around this runs then. `drawing` is the number of the whole drawing: with
    another one, the browser asks for the fragment that this drawing has left.
    """
    data = {"address": address, "seen": seen, "drawing": drawing}
    _following(key="following", data=data, height=1, on_news_change=_look_again)


def _look_again() -> None:
    """The fragment runs anyway; nothing else has to be done."""
