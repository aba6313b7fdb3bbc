"""A result stays on the big screen until the next one is drawn, sentence and charts together.

Streamlit takes the chart before away as soon as the next one arrives; until Plotly has drawn that,
on a busy machine a quarter of a second later, the stage would be without a chart.
"""

from pathlib import Path
from zlib import crc32

import streamlit as st

from modules.ui import showing

_lasting = st.components.v2.component(
    "workshop_lasting", js=(Path(__file__).parent / "lasting.js").read_text("utf-8")
)


def keep() -> None:
    """Keep what `begin` and `end` enclose, while other such results follow."""
    _lasting(key="lasting", height=1)


def name_of(shown: object) -> str:
    """A short name that is another one once anything else is shown."""
    return f"{crc32(repr(shown).encode()):08x}"


def begin(name: str) -> None:
    """Before anything of a result. Where the screen has no such mark, nothing is kept."""
    showing.html('<i class="begins" data-result="{name}"></i>', name=name)


def end(name: str) -> None:
    """After all of it. The keys of its charts end in its name."""
    showing.html('<i class="ends" data-result="{name}"></i>', name=name)
