"""What earlier sessions of a series showed, for the facilitator to read aloud."""

from collections.abc import Sequence

import streamlit as st

from modules.ui import showing


def show(lines: Sequence[tuple[str, str]]) -> None:
    if not lines:
        return
    with st.expander("Earlier in this series"):
        for text, counts in lines:
            showing.html(
                '<p class="quiet">{text}</p><p>{counts}</p>',
                text=text,
                counts=counts,
            )
