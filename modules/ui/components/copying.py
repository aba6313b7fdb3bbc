"""A line of text with a button that copies it, on plain HTTP as well."""

from pathlib import Path

import streamlit as st

_copy = st.components.v2.component(
    "workshop_copy",
    css=(Path(__file__).parent / "copying.css").read_text("utf-8"),
    js=(Path(__file__).parent / "copying.js").read_text("utf-8"),
)


def copy_line(label: str, text: str, *, key: str) -> None:
    _copy(key=key, data={"label": label, "text": text})
