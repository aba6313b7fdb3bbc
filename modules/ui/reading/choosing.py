"""Which guide this page shows, and how: its address says it, so that a reload finds it again."""

from typing import Literal, get_args

import streamlit as st

View = Literal["library", "read", "edit"]


def guide_id() -> str:
    return str(st.query_params.get("guide", ""))


def view() -> View:
    if not guide_id():
        return "library"
    asked = st.query_params.get("view")
    return next((known for known in get_args(View) if known == asked), "read")


def part() -> str:
    """The part of the book that is open."""
    return str(st.query_params.get("part", ""))


def activity() -> str:
    """The activity whose preview is open, or ""."""
    return str(st.query_params.get("activity", ""))


def open_guide(guide_id: str, view: View = "read") -> None:
    st.query_params.from_dict({"guide": guide_id, "view": view})


def open_part(part: str) -> None:
    st.query_params.from_dict({"guide": guide_id(), "view": "read", "part": part})


def see(activity_id: str) -> None:
    """Open an activity's preview, or close it again."""
    st.query_params["activity"] = "" if activity() == activity_id else activity_id


def close() -> None:
    st.query_params.clear()
