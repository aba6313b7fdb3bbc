"""A button that copies a chart as a PNG for slides. The browser draws it: nothing is sent."""

import re
from pathlib import Path

import streamlit as st

_picture = st.components.v2.component(
    "workshop_as_picture",
    css=(Path(__file__).parent / "as_picture.css").read_text("utf-8"),
    js=(Path(__file__).parent / "as_picture.js").read_text("utf-8"),
)


def copy_as_picture(container: str, title: str, *, key: str) -> None:
    """For the chart in the container with this key; saved instead where nothing can be copied."""
    name = "-".join(re.findall(r"\w+", title.lower()))[:60] or "result"
    _picture(key=key, data={"container": container, "title": title, "name": f"{name}.png"})
