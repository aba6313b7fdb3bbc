"""The browser's part of following a room."""

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_following = st.components.v2.component(
    "workshop_following", js=(_HERE / "following.js").read_text("utf-8")
)
_drawn = st.components.v2.component("workshop_drawn", js=(_HERE / "drawn.js").read_text("utf-8"))


def listen(address: str, *, drawing: int) -> None:
    """Listen there, and have the page drawn again once the room's word is not the one `drawn`.

    `drawing` is another number each time: the browser then asks for what was drawn last.
    """
    data = {"address": address, "drawing": drawing}
    _following(key="following", data=data, height=1, on_news_change=_draw_again)


def drawn(seen: str, *, counts: bool, drawing: int) -> None:
    """Say of which word this is the drawing, in the fragment that looks again.

    With `counts`, only that fragment runs where the stage is the one that was seen.
    """
    data = {"seen": seen, "counts": counts, "drawing": drawing}
    _drawn(key="drawn", data=data, height=1, on_news_change=_draw_again)


def _draw_again() -> None:
    """The page or the fragment is drawn anyway; nothing else has to be done."""
