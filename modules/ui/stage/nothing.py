"""The projector without a workshop: one sentence, large."""

import streamlit as st

from modules.ui import showing

# What phones are told leads to the big screen, which is this one.
WRONG_CODE = (
    "No workshop is running under this code. Check the eight digits on the facilitator's page."
)
ERASED = "This workshop no longer exists. The facilitator's page leads to one that runs."


def show(sentence: str) -> None:
    showing.style("base", "stage")
    with st.container(key="stage"), st.container(key="scene"):
        showing.html('<h1 class="prompt nothing">{sentence}</h1>', sentence=sentence)
