"""The console: run the room from one view."""

import streamlit as st

from modules.screens.views import FacilitatorView
from modules.ui import access, asking, live, showing
from modules.ui.components import chart, keys
from modules.ui.console import bar, controls, dialogs, ended, lobby, plan, script
from modules.ui.counts import Counts
from modules.ui.pressing import Presses

acting = access.require_facilitator()
session_id = asking.chosen_session()
seen = live.look(session_id, console=True)
now = asking.now()
view = asking.console(session_id, now)
links = asking.links_of(view)
presses = Presses(acting, session_id)
counts = Counts[FacilitatorView]()

showing.style("base", "console")
bar.show(view, links, presses, counts)
showing.show_notice()
plan_column, now_column, script_column = st.columns([19, 33, 48], gap="small")
with plan_column:
    plan.show(view)
with now_column:
    controls.show(view, presses, counts, signals=seen.signals)
with script_column:
    if view.ended:
        ended.show(view, links, presses)
    elif view.now is None:
        lobby.show(view, links, counts, reached=seen.reached)
    else:
        script.show(view, presses)
dialogs.show(view, presses)
keys.listen()
counting = live.Counting(counts, view, ask=lambda: asking.console_at(session_id, now))
live.follow(session_id, seen, counting)
# Last, so that the keys listen before the browser reads 4.7 MB.
if not (view.results_shown or view.ended):
    chart.get_ready()
