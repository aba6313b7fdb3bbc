"""The files, from the address that participants have too: the bytes are the same."""

import streamlit as st

from modules.screens.views import SummaryView
from modules.ui.addresses import Links
from modules.ui.components.copying import copy_line

FILES = (
    ("PDF", "summary.pdf", ":material/picture_as_pdf:"),
    ("CSV", "summary.csv", ":material/csv:"),
)


def show(view: SummaryView, links: Links) -> None:
    if not view.ended:
        st.info("The workshop is still running. The files are made from what was shown so far.")
    with st.container(horizontal=True):
        for label, name, icon in FILES:
            st.link_button(label, f"{links.summary_path}/{name}", icon=icon)
    copy_line("Address of the summary, for everyone", links.summary, key="copy_summary")
