"""The wrong guide was started: back to the form, with what was filled in, and nothing left over."""

import streamlit as st

from modules.actions import retention
from modules.domain.access import Acting
from modules.screens.start import filled_forms
from modules.screens.views import FacilitatorView
from modules.ui import navigation, showing, state
from modules.ui.starting import rehearse
from modules.ui.wording import count
from modules.wiring import workshop

DIALOG = "wrong guide"


def offer(view: FacilitatorView, acting: Acting) -> None:
    """Nobody is here yet: one press. Whoever has joined would have to join again: it asks."""
    if st.button("Wrong guide? Choose another", key="wrong_guide"):
        if view.phones:
            state.open_dialog(DIALOG)
            st.rerun()
        _back_to_the_form(view, acting)


@st.dialog("Choose another guide?", on_dismiss=state.close_dialog)
def ask(view: FacilitatorView, acting: Acting) -> None:
    st.text(f"{count(view.phones, 'phone')} would have to join again, with another code.")
    st.text("This room is erased. Nothing was asked in it yet.")
    with st.container(horizontal=True):
        if st.button("Choose another", key="wrong_guide_sure", type="primary"):
            state.close_dialog()
            _back_to_the_form(view, acting)
        if st.button("Keep this one", key="wrong_guide_not"):
            state.close_dialog()
            st.rerun()


def _back_to_the_form(view: FacilitatorView, acting: Acting) -> None:
    def erase() -> None:
        forms = filled_forms(workshop().database)
        filled = next((f for f in forms if f.session_id == view.session_id), None)
        retention.discard(
            workshop().tools,
            acting=acting,
            session_id=view.session_id,
            expected_step=view.step,
        )
        if view.rehearsal:
            rehearse.send_home(view.session_id)
        state.keep_form(filled)
        state.forget_session()

    if showing.run_safely(erase):
        navigation.open_start(view.guide_id)
    st.rerun()
