"""What opens over the console: the big QR code, the keys, and the question before the end."""

import streamlit as st

from modules.domain.moves import Move
from modules.screens.views import FacilitatorView, PlanState
from modules.ui import showing, state
from modules.ui.addresses import Links
from modules.ui.components import qr
from modules.ui.components.copying import copy_line
from modules.ui.console import planning
from modules.ui.pressing import Presses
from modules.ui.wording import code_in_halves, count, day

_KEYS = (
    ("PageDown  →", "Next: the first press closes and reveals, the second moves on"),
    ("PageUp  ←", "Back"),
    ("Space", "Show or hide results"),
    ("S", "Start or stop answers"),
    ("B  .", "Blank the projector, and show it again"),
    ("Q", "Big QR code"),
    ("H", "This help"),
)


def show(view: FacilitatorView, *, links: Links, presses: Presses) -> None:
    """Draw the dialog that this tab has open, if any."""
    match state.dialog():
        case "qr" if view.code and not view.ended:
            _big_qr(view.code, links)
        case "help":
            _help()
        case "end" if not view.ended:
            _end(view, presses)
        case _:
            planning.show(view, presses)


@st.dialog("Join on a phone", width="large", on_dismiss=state.close_dialog)
def _big_qr(code: str, links: Links) -> None:
    st.html(f'<div class="bigqr">{qr.image(links.qr)}</div>')
    showing.html(
        '<p class="bigcode">{address}<br><b>{code}</b></p>',
        address=links.join_shown,
        code=code_in_halves(code),
    )
    copy_line("Link for people who join from elsewhere", links.qr, key="copy_qr")


@st.dialog("Keys", on_dismiss=state.close_dialog)
def _help() -> None:
    rows = "".join(f"<tr><th><kbd>{k}</kbd></th><td>{what}</td></tr>" for k, what in _KEYS)
    st.html(f'<table class="keys">{rows}</table>')
    st.caption("Keys work on this page whenever you are not typing. A clicker's keys are the same.")


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
    if view.waiting_texts:
        waiting = count(view.waiting_texts, "text")
        verb = "waits" if view.waiting_texts == 1 else "wait"
        sentences.append(f"{waiting} still {verb} for review.")
    sentences.append("Texts that were held back or that nobody has read yet are deleted.")
    to_come = sum(line.state is PlanState.TO_COME for line in view.plan)
    if to_come > 0:
        sentences.append(f"{count(to_come, 'step')} of the plan would not take place.")
    if view.practice or view.rehearsal:
        sentences.append("This is a practice: everything is deleted within an hour.")
    else:
        sentences.append(f"Everyone can then download the summary until {day(view.delete_on)}.")
    return sentences
