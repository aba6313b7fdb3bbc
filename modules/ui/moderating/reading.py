"""Texts that only the facilitators read: a list without a single button."""

import streamlit as st

from modules.screens.moderation_views import ModerationRound
from modules.ui import showing
from modules.ui.wording import count


def show(round_: ModerationRound) -> None:
    """In no order that tells anything: by a random name while open, by the alphabet once sealed."""
    st.header(f"For you to read: {count(len(round_.cards), 'text')}", anchor=False)
    st.caption(
        "Only facilitators see this list. Nothing here can be shown, it is in no file, and it is "
        "deleted when the end is final, at most a quarter of an hour after you end the workshop."
    )
    for card in round_.cards:
        showing.html('<p class="text toread" dir="auto">{text}</p>', text=card.text)
    if round_.in_batches:
        st.caption("New texts come three at a time, or once the answers are closed.")
