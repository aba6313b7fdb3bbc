"""The projector without a workshop: one sentence, large."""

import streamlit as st

from modules.ui import showing


def show(sentence: str) -> None:
    showing.style("base", "stage")
    with st.container(key="stage"), st.container(key="scene"):
        showing.html('<h1 class="prompt nothing">{sentence}</h1>', sentence=sentence)
