"""The console: run the room from one view."""

import streamlit as st

from modules.ui import access, asking, live, showing
from modules.ui.components import keys
from modules.ui.console import bar, controls, dialogs, ended, lobby, plan, script

acting = access.require_facilitator()
session_id = asking.chosen_session()
seen = live.look(session_id)
view = asking.console(session_id)
links = asking.links_of(view)
press = asking.press_of(acting, session_id)

showing.style("base", "console")
bar.show(view, links, lock=asking.lock_of(acting, session_id))
showing.show_notice()
plan_column, now_column, script_column = st.columns([19, 33, 48], gap="small")
with plan_column:
    plan.show(view)
with now_column:
    controls.show(view, press=press, press_timer=asking.press_timer_of(acting, session_id))
with script_column:
    if view.ended:
        ended.show(view, links)
    elif view.now is None:
        lobby.show(view, links, reached=seen.reached)
    else:
        script.show(view)
dialogs.show(view, links=links, press=press)
keys.listen()
live.follow(session_id, seen)
