"""One text before the moderator: without author, without time, as text and nothing else."""

from collections.abc import Callable

import streamlit as st

from modules.actions.moderating import REASONS, REWORDED_LENGTH
from modules.domain.tally import TextState
from modules.screens.views import CardView
from modules.ui import showing, state


def to_decide(round_id: str, card: CardView, decide: Callable[..., None]) -> None:
    """The text at the head of the queue, with everything that can be done with it."""
    with st.container(border=True, key="card"):
        showing.html('<p class="text" dir="auto">{text}</p>', text=card.text)
        st.button(
            "Show",
            key=f"show_{card.handle}",
            type="primary",
            shortcut="S",
            on_click=decide,
            args=(round_id, card.handle, TextState.SHOWN),
        )
        st.caption("Hold it, because it …")
        with st.container(horizontal=True):
            for number, reason in enumerate(REASONS, 1):
                st.button(
                    reason,
                    key=f"hold_{number}_{card.handle}",
                    shortcut=str(number),
                    on_click=decide,
                    args=(round_id, card.handle, TextState.HELD),
                    kwargs={"reason": reason},
                )
        _reword(round_id, card, decide)


def _reword(round_id: str, card: CardView, decide: Callable[..., None]) -> None:
    with st.expander("Show it in other words"):
        field = f"wording_{card.handle}"
        wording = st.text_area("Your wording", card.text, max_chars=REWORDED_LENGTH, key=field)
        st.caption("What was written stays hidden; your words are shown as the facilitator's.")
        st.button(
            "Show in these words",
            key=f"reword_{card.handle}",
            disabled=not wording.strip(),
            on_click=lambda: decide(
                # What stands in the field now, which may be newer than this drawing.
                round_id,
                card.handle,
                TextState.SHOWN,
                reworded=state.typed(field),
            ),
        )


def decided(round_id: str, card: CardView, decide: Callable[..., None]) -> None:
    """A decided text, with the way back."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"card_{card.handle}"):
        showing.html(
            '<span class="text small" dir="auto">{text}</span> <span class="quiet">{note}</span>',
            text=card.reworded or card.text,
            note=card.reason or ("in your words" if card.reworded else ""),
        )
        st.button(
            "Undo",
            key=f"undo_{card.handle}",
            on_click=decide,
            args=(round_id, card.handle, TextState.WAITING),
        )
