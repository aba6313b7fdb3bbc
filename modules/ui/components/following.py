"""The browser's part of following a room."""

from pathlib import Path

import streamlit as st

_following = st.components.v2.component(
    "workshop_following", js=(Path(__file__).parent / "following.js").read_text("utf-8")
)


def listen(address: str, *, seen: str) -> None:
    """Listen there, and have the page drawn again once the room's word is not `seen`."""
    data = {"address": address, "seen": seen}
    _following(key="following", data=data, height=1, on_news_change=_draw_again)


def _draw_again() -> None:
    """The page is drawn from the top anyway; nothing else has to be done."""
