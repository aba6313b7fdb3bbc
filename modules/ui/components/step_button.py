"""A button that acts on the step its screen shows."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def step_button(
    label: str, *, key: str, step: object, on_click: Callable[..., None], args: Any, **look: Any
) -> None:
    """One button for each `step` of the room (or whatever else its press is about).

    Between the server's drawing and the browser's a press would count for what nobody has seen yet.
    The button of an older step is gone by then, so that its press does nothing. Styles and the keys
    find it by `key`, and keys.js gives the new one the focus of the old one.
    """
    wide = look.get("width") == "stretch"
    with st.container(key=key, width="stretch" if wide else "content"):
        st.button(label, key=f"{key} {step}", on_click=on_click, args=args, **look)
