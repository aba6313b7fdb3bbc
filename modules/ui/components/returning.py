"""A page whose connection was given up comes back by itself."""

from pathlib import Path

import streamlit as st

_returning = st.components.v2.component(
    "workshop_returning", js=(Path(__file__).parent / "returning.js").read_text("utf-8")
)


def by_itself() -> None:
    _returning(key="returning", height=1)
