"""One text before the moderator: without author, without time, as text and nothing else."""

import streamlit as st

from modules.actions.moderating import REASONS, REWORDED_LENGTH
from modules.screens.moderation_views import CardView
from modules.ui import showing
from modules.ui.components.step_button import step_button
from modules.ui.moderating.deciding import Decisions


def to_decide(card: CardView, decide: Decisions) -> None:
    """The text at the head of the queue, with everything that can be done with it.

    A press is about the text that is on the screen: each text has buttons of its own.
    """
    with st.container(border=True, key="card"):
        showing.html('<p class="text" dir="auto">{text}</p>', text=card.text)
        if card.stopped:
            st.caption("The word filter stopped at this text. Please look twice.")
        with st.container(horizontal=True, vertical_alignment="center", key="decisions"):
            step_button(
                "Show",
                key="show",
                step=card.handle,
                type="primary",
                shortcut="S",
                on_click=decide.show,
                args=(card,),
            )
            showing.html('<span class="quiet">or hold:</span>', narrow=True)
            for number, reason in enumerate(REASONS, 1):
                step_button(
                    reason,
                    key=f"hold_{number}",
                    step=card.handle,
                    shortcut=str(number),
                    help=f"Hold it: {reason}",
                    on_click=decide.hold,
                    args=(card, reason),
                )
        _reword(card, decide)


def _reword(card: CardView, decide: Decisions) -> None:
    with (
        st.container(key="reword"),
        st.expander("Show it in other words `R`", key=f"rewording_{card.handle}"),
    ):
        field = f"wording_{card.handle}"
        wording = st.text_area("Your wording", card.text, max_chars=REWORDED_LENGTH, key=field)
        st.caption(
            "What was written stays hidden. Nothing marks your words as yours, so that nobody "
            "looks for the writer: say aloud that you put a text into other words."
        )
        st.button(
            "Show in these words",
            key=f"reword_{card.handle}",
            disabled=not wording.strip(),
            on_click=decide.reword,
            args=(card, field),
        )


def decided(card: CardView, decide: Decisions, *, large: bool, asked: bool) -> None:
    """A decided text, with the way back; a shown one can fill the projector, or be answered."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"card_{card.handle}"):
        showing.html(
            '<span class="text small" dir="auto">{text}</span> <span class="quiet">{note}</span>',
            text=wording_of(card),
            note=_note(card),
        )
        if asked:
            st.button(
                "Not answered" if card.answered else "Mark answered",
                key=f"answered_{card.handle}",
                on_click=decide.mark_answered,
                args=(card,),
                kwargs={"answered": not card.answered},
            )
        if large:
            st.button("Large", key=f"large_{card.handle}", on_click=decide.show_large, args=(card,))
        st.button("Undo", key=f"undo_{card.handle}", on_click=decide.undo, args=(card,))


def wording_of(card: CardView) -> str:
    return card.reworded or card.text


def _note(card: CardView) -> str:
    said = (card.reason, "in your words" if card.reworded else "", card.theme and f"· {card.theme}")
    return " ".join(filter(None, said))
