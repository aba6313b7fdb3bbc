"""Start a workshop, try one out, or go back to one that runs."""

import streamlit as st

from modules.screens.series import series_list
from modules.screens.start import session_list
from modules.ui import access, showing
from modules.ui.components import series_card, sign_in_form
from modules.ui.starting import form, sessions
from modules.wiring import workshop

acting = access.require_facilitator()
showing.page_frame("Start a workshop")
lines = session_list(workshop().database)
sessions.show_running(acting, lines)
ended, starting = st.columns([2, 3], gap="large")
with starting:
    form.show(acting, workshop().guides.all())
with ended:
    sessions.show_ended(acting, lines)
    for series in series_list(workshop().database):
        series_card.show(acting, series)
    sign_in_form.sign_out()
