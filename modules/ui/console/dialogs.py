"""What opens over the console: the keys, and the question before the end."""

import streamlit as st

from modules.domain.moves import Move
from modules.domain.session import REOPEN_MINUTES
from modules.screens.views import FacilitatorView, PlanState
from modules.ui import state
from modules.ui.components import help_table
from modules.ui.console import planning, wrong_guide
from modules.ui.pressing import Presses
from modules.ui.wording import count, day


def show(view: FacilitatorView, presses: Presses) -> None:
    """Draw the dialog that this tab has open, if any."""
    match state.dialog():
        case "help":
            _help()
        case "end" if not view.ended:
            _end(view, presses)
        case wrong_guide.DIALOG if view.untouched:
            wrong_guide.ask(view, presses.acting)
        case _:
            planning.show(view, presses)


@st.dialog("Keys", on_dismiss=state.close_dialog)
def _help() -> None:
    st.html(help_table.markup())
    st.caption(help_table.CLICKER)


@st.dialog("End the workshop?", on_dismiss=state.close_dialog)
def _end(view: FacilitatorView, presses: Presses) -> None:
    for sentence in _losses(view):
        st.text(sentence)
    with st.container(horizontal=True):
        # Pressed with the step that this dialog was drawn for: a stale one must not end anything.
        end = st.button(
            "End now",
            key="end_now",
            type="primary",
            on_click=presses.move,
            args=(Move.END, view.step),
        )
        go_on = st.button("Go on with the workshop", key="end_not")
    if end or go_on:
        state.close_dialog()
        st.rerun()


def _losses(view: FacilitatorView) -> list[str]:
    sentences = ["Open questions are closed for good and counted. The code stops working."]
    if view.texts_to_read:
        theirs = count(view.texts_to_read, "text")
        sentences.append(f"{theirs} for you to read will be deleted. Read them first.")
    if view.waiting_texts:
        waiting = count(view.waiting_texts, "text")
        verb = "waits" if view.waiting_texts == 1 else "wait"
        sentences.append(f"{waiting} still {verb} for review.")
    sentences.append("Texts that were held back or that nobody has read yet are deleted.")
    sentences.append(
        f"For {REOPEN_MINUTES} minutes you can reopen it; what was sealed stays sealed."
    )
    without = (PlanState.TO_COME, PlanState.PASSED_OVER)
    left_out = sum(line.state in without for line in view.plan)
    if left_out > 0:
        sentences.append(f"{count(left_out, 'step')} of the plan would not take place.")
    if view.practice or view.rehearsal:
        sentences.append("This is a practice: everything is deleted within an hour.")
    else:
        sentences.append(f"Everyone can then download the summary until {day(view.delete_on)}.")
    return sentences
