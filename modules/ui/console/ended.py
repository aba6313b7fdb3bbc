"""The console after the end: the summary, and until when it is kept."""

import streamlit as st

from modules.screens.views import FacilitatorView
from modules.ui import showing
from modules.ui.addresses import Links
from modules.ui.components import qr
from modules.ui.components.copying import copy_line
from modules.ui.pressing import Presses
from modules.ui.wording import count, day, erased


def show(view: FacilitatorView, links: Links, presses: Presses) -> None:
    with st.container(key="script"):
        if view.reopen_minutes:
            _way_back(view, presses)
        showing.html('<p class="label">AFTER THE WORKSHOP</p>')
        if view.practice or view.rehearsal:
            st.text(erased(rehearsal=view.rehearsal))
            st.text("“Delete now” on the start page does so at once.")
            st.page_link("summary.py", label="Look at its results", icon=":material/summarize:")
            return
        st.markdown("### The summary is ready")
        st.text(
            "It is the same for everyone. Participants find it on their phones and on the "
            f"projector, until {day(view.delete_on)}; then everything is deleted."
        )
        if view.texts_deleted:
            verb = "was" if view.texts_deleted == 1 else "were"
            st.text(
                f"{count(view.texts_deleted, 'text')} that {verb} not shown {verb} deleted. Only "
                "you are told how many."
            )
        st.html(f'<div class="smallqr">{qr.image(links.summary)}</div>')
        copy_line("Address of the summary", links.summary, key="copy_summary")
        st.page_link("summary.py", label="Open the results page", icon=":material/summarize:")


def _way_back(view: FacilitatorView, presses: Presses) -> None:
    """Nobody has to read a dialog carefully to be safe."""
    with st.container(key="way_back"):
        st.markdown("### Ended by accident?")
        st.button(
            "Reopen the workshop",
            key="reopen",
            type="primary",
            width="stretch",
            on_click=presses.reopen,
            args=(view.step,),
        )
        st.text(
            f"For {count(view.reopen_minutes, 'more minute')}. The room goes on where it was; "
            "what was sealed stays sealed. Then texts that were not shown are deleted, and the "
            "end is final."
        )
        if not (view.practice or view.rehearsal):
            st.text(
                "Reopening takes the summary's address back, also from whoever has scanned it: "
                "the next end gives another one."
            )
        st.button("Make it final now", key="make_final", on_click=presses.make_final)
