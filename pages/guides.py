"""The guides: what there is, what is wrong with a file, and one read like a book."""

import streamlit as st

from modules.ui import access, showing
from modules.ui.reading import guide, library
from modules.wiring import workshop

access.require_facilitator()
showing.page_frame("Guides", caption="Workshops written down: each is a document and a programme.")
listed, read = st.columns([1, 2], gap="large")
with listed:
    chosen = library.choose(workshop().guides.all())
with read:
    if chosen is not None:
        guide.show(chosen)
