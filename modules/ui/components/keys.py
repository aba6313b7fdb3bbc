"""The keys of look and clicker: one key presses one button of the page, or opens one field.

A press goes through the button, so a key can do nothing that the screen does not offer. Streamlit's
own shortcuts show the key caps, but take one key a button, repeat while held, and know no ".".
"""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

_keys = st.components.v2.component(
    "workshop_keys", js=(Path(__file__).parent / "keys.js").read_text("utf-8")
)

CONSOLE: Mapping[str, str] = {
    "PageDown": "next",
    "ArrowRight": "next",
    "PageUp": "back",
    "ArrowLeft": "back",
    " ": "results",
    "s": "answers",
    "q": "qr",
    "b": "blank",
    ".": "blank",
    "h": "help",
}
"""Key -> the key of the button it presses. "." is the blank key of presentation clickers."""


MODERATION: Mapping[str, str] = {
    "s": "show",
    **{str(number): f"hold_{number}" for number in range(1, 6)},
    "r": "reword",
    "t": "last_theme",
    "l": "last_large",
    "u": "last_undo",
    "PageDown": "next",
    "PageUp": "back",
}
"""R and T open a field and put the cursor into it. Only a facilitator's page can move the room."""


def listen(keys: Mapping[str, str] = CONSOLE) -> None:
    _keys(key="keys", data=dict(keys), height=1)
