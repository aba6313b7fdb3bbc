"""An activity as the room would see it: the real phone page in a frame, the real stage scaled."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from modules.domain.guide import Activity, Guide
from modules.screens.previews import on_the_projector
from modules.screens.views import ProjectorView
from modules.ui import addresses, showing
from modules.ui.counts import Counts
from modules.ui.stage import scenes
from modules.wiring import workshop

PHONE_WIDTH, PHONE_HEIGHT = 390, 680


def show(guide: Guide, text: str, activity: Activity, *, beside: bool = True) -> None:
    """`text` is the guide's own; the phone's frame asks for the activity by it."""
    name = workshop().drafts.keep(text)
    with st.container(key="preview"):
        stage, phone = _places(beside=beside)
        with stage:
            st.caption("Projector")
            with st.container(key="preview_stage"):
                nowhere = addresses.links("", join_secret="", code=None, summary_key=None)
                view, counts = on_the_projector(guide, activity), Counts[ProjectorView]()
                scenes.show(view, nowhere, counts, reached=True)
                counts.draw(view)
        with phone:
            st.caption("Phone")
            st.iframe(
                f"/preview/{name}/{activity.id}",
                width=PHONE_WIDTH,
                height=PHONE_HEIGHT,
                alt=f"How phones show “{activity.title}”",
            )
    # After the stage's own style, which is made for a screen of its own.
    showing.style("preview")


def _places(*, beside: bool) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where the stage and the phone stand: side by side, or the stage above."""
    if not beside:
        return st.container(), st.container()
    phone, stage = st.columns([3, 5], gap="medium")
    return stage, phone
