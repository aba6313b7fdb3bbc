"""Numbers beside the lines of a text field; a press on `data-line` goes to that line.

The field stays Streamlit's own and works without this; nothing is sent from here.
"""

from pathlib import Path

import streamlit as st

_lines = st.components.v2.component(
    "workshop_lines", js=(Path(__file__).parent / "lines.js").read_text("utf-8")
)


def number(field: str) -> None:
    """Number the lines of the text area with this key. They must not wrap."""
    _lines(key=f"lines_{field}", data={"field": field}, height=1)
