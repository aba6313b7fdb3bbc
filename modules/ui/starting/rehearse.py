"""Rehearsing a guide: who comes, how fast they are, and sending them home again."""

import streamlit as st

from modules.domain.access import Acting
from modules.domain.guide import Guide
from modules.domain.session import SessionId
from modules.rehearsal import staging
from modules.rehearsal.cast import PEOPLE_RANGE, SPEED_RANGE, Case
from modules.rehearsal.staging import REHEARSALS, Wanted
from modules.screens.start_views import SessionLine
from modules.ui import navigation, showing, state
from modules.ui.entries import Entry
from modules.wiring import workshop


def show(acting: Acting, entry: Entry, guide: Guide) -> None:
    with st.expander("Rehearse with invented participants"), st.form("rehearse", border=False):
        wanted = _fields()
        start = st.form_submit_button("Start the rehearsal", key="start_rehearsal")
        st.caption(
            "They join, answer and pass like people on their phones, through the same pages. "
            "Up to 10 real phones may join them. Every screen and file says that it is a "
            "rehearsal; stopping deletes all of it."
        )
    if start:
        _start(acting, entry, guide, wanted)


def buttons(acting: Acting, line: SessionLine) -> None:
    """For a rehearsal in the list: bring its people back after a restart; end all of it."""
    session_id = line.id
    if not line.ended:
        call_in(acting, session_id, key=f"call_{session_id}")
    st.button(
        "Stop and delete", key=f"stop_{session_id}", on_click=_stop, args=(acting, session_id)
    )


def call_in(acting: Acting, session_id: SessionId, *, key: str) -> None:
    """Where the people are gone: bring back as many, in the same case and at the same speed."""
    if REHEARSALS.of(session_id) is None:
        st.button(
            "Call the people in",
            key=key,
            help="They went home: the app was started again, or the rehearsal had ended.",
            on_click=_call,
            args=(acting, session_id),
        )


def send_home(session_id: SessionId) -> None:
    """Where the rehearsal itself is erased already."""
    REHEARSALS.stop(session_id)


def _fields() -> Wanted:
    usual = Wanted()
    case = Case(st.selectbox("Who comes", [c.value for c in Case], key="rehearse_case"))
    many, fast = st.columns(2)
    people = many.slider(
        "Invented people",
        PEOPLE_RANGE.start,
        PEOPLE_RANGE.stop - 1,
        usual.people,
        key="rehearse_people",
    )
    speed = fast.slider(
        "Speed",
        SPEED_RANGE.start,
        SPEED_RANGE.stop - 1,
        usual.speed,
        format="%d×",
        key="rehearse_speed",
        help="At 1× they read, think and type as slowly as people do.",
    )
    return Wanted(people=people, case=case, speed=speed)


def _start(acting: Acting, entry: Entry, guide: Guide, wanted: Wanted) -> None:
    def start() -> None:
        state.choose_session(
            staging.put_on(
                workshop(), acting=acting, guide=guide, guide_text=entry.text, wanted=wanted
            )
        )

    if showing.run_safely(start):
        navigation.open_session(navigation.FACILITATE)
    showing.show_notice()


def _call(acting: Acting, session_id: SessionId) -> None:
    showing.run_safely(lambda: staging.call_back(workshop(), acting=acting, session_id=session_id))


def _stop(acting: Acting, session_id: SessionId) -> None:
    def erase() -> None:
        title = staging.stop_and_delete(workshop(), acting=acting, session_id=session_id)
        state.forget_session()
        state.leave_notice(f"The rehearsal of “{title}” was stopped and erased.", refused=False)

    showing.run_safely(erase)
