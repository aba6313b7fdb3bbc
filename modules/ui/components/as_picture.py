"""A button that copies a result as a PNG for slides. The browser draws it: nothing is sent."""

import re
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import streamlit as st

from modules.domain.picture import Picture
from modules.summary.slide import HEIGHT, WIDTH, slide

_picture = st.components.v2.component(
    "workshop_as_picture",
    css=(Path(__file__).parent / "as_picture.css").read_text("utf-8"),
    js=(Path(__file__).parent / "as_picture.js").read_text("utf-8"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a result is from, as slides say it; added up over several workshops, from none."""

    language: str
    workshop: str = ""
    held_on: date | None = None


def copy_as_picture(picture: Picture, title: str, source: Source, *, key: str) -> None:
    """A slide in the colours of the theme; saved instead where nothing can be copied."""
    dark = st.context.theme.type == "dark"
    drawn = slide(picture, title=title, dark=dark, **asdict(source))
    if not drawn:
        return
    name = "-".join(re.findall(r"\w+", title.lower()))[:60] or "result"
    size = {"width": WIDTH, "height": HEIGHT}
    _picture(key=key, data={"slide": drawn, "title": title, "name": f"{name}.png", **size})
