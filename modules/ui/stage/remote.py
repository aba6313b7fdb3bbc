"""The keys on the projector, for the facilitator who is signed in there: buttons nobody sees.

A key presses a button here as on the console, with the step that this screen showed.
"""

import streamlit as st

from modules.domain.moves import Move
from modules.screens.views import AnswersState, FacilitatorView
from modules.ui import showing, state
from modules.ui.components import help_table, keys
from modules.ui.components.step_button import step_button
from modules.ui.pressing import Presses

HELP = "help"


def listen(view: FacilitatorView, presses: Presses) -> None:
    showing.style_text(
        ".st-key-remote { position: fixed !important; left: -9999px; top: 0; width: 1px; }"
    )
    is_open = view.answers is AnswersState.OPEN
    moves = {
        "next": Move.NEXT,
        "back": Move.BACK,
        "blank": Move.BLANK,
        "answers": Move.CLOSE_ANSWERS if is_open else Move.OPEN_ANSWERS,
        "results": Move.HIDE_RESULTS if view.results_shown else Move.SHOW_RESULTS,
    }
    helping = state.dialog() == HELP
    with st.container(key="remote"):
        for key, move in moves.items():
            step_button(
                move.value,
                key=key,
                step=view.step,
                disabled=view.ended,
                on_click=_press,
                args=(presses, move, view),
            )
        st.button("QR", key="qr", disabled=view.ended, on_click=_code, args=(presses, view))
        st.button("Help", key="help", on_click=state.close_dialog if helping else _help)
    if helping:
        # No secret: whoever sees it learns that a clicker has keys.
        showing.html('<div class="helping"><h2>Keys</h2>' + help_table.markup() + "</div>")
    keys.listen()


def _press(presses: Presses, move: Move, view: FacilitatorView) -> None:
    """A refusal is not for the room to read: the screen just shows where the room is."""
    state.close_dialog()
    presses.move(move, view.step)
    state.clear_notice()


def _code(presses: Presses, view: FacilitatorView) -> None:
    state.close_dialog()
    presses.show_code(not view.code_shown)
    state.clear_notice()


def _help() -> None:
    state.open_dialog(HELP)
