"""What pages ask: which session this tab is about, and its screens as they are now."""

from datetime import datetime

import streamlit as st

from modules.domain.access import SignIn
from modules.domain.errors import NotFound
from modules.domain.session import SessionId
from modules.screens import facilitator as facilitator_screen
from modules.screens import finding
from modules.screens import projector as projector_screen
from modules.screens.start import session_list
from modules.screens.views import FacilitatorView, ProjectorView
from modules.ui import state
from modules.ui.addresses import Links, links
from modules.wiring import workshop


def now() -> datetime:
    return workshop().tools.now()


def chosen_session() -> SessionId:
    """The session of this tab; where none is chosen, the only one that runs, else a sentence."""
    chosen = state.session_id()
    if chosen is None:
        running = [line.id for line in session_list(workshop().database) if not line.ended]
        if len(running) != 1:
            st.info("Choose a workshop on the start page.")
            st.stop()
        chosen = running[0]
        state.choose_session(chosen)
    return chosen


def moderated_session(sign_in: SignIn) -> SessionId:
    """The session to moderate: a moderator's own, whatever the address says."""
    return sign_in.session_id or chosen_session()


def console(session_id: SessionId, now: datetime) -> FacilitatorView:
    """The console's screen, or a sentence where the session is gone."""
    try:
        return console_at(session_id, now)
    except NotFound as gone:
        state.forget_session()
        st.info(str(gone))
        st.stop()


def console_at(session_id: SessionId, now: datetime) -> FacilitatorView:
    """Raises NoSuchSession."""
    ours = workshop()
    return facilitator_screen.facilitator(
        ours.database,
        session_id,
        now=now,
        phones=ours.presence.count(session_id),
        let_through=ours.batches.seen,
    )


def stage(session_id: SessionId, now: datetime) -> ProjectorView:
    """The projector's screen. Raises NoSuchSession."""
    ours = workshop()
    phones = ours.presence.count(session_id)
    return projector_screen.projector(ours.database, session_id, now=now, phones=phones)


def session_of_code(code: str) -> SessionId:
    """The session of the code in the projector's address; wrong ones slow everyone down.

    Raises NoSuchCode, SlowDown.
    """
    known = state.projected(code)
    if known is not None:
        return known
    tools = workshop().tools
    with tools.code_tries.one_at_a_time():
        tools.code_tries.check(tools.now())
        try:
            found = finding.session_by_code(tools.database, code)
        except NotFound:
            tools.code_tries.note(tools.now())
            raise
    state.remember_projected(code, found)
    return found


def links_of(view: FacilitatorView | ProjectorView) -> Links:
    return links(
        workshop().addresses.phones_from(st.context.url),
        join_secret=view.join_secret,
        code=view.code,
        summary_key=view.summary_key,
    )
