"""The big screen: /projector?code=12345678. No sign-in, read-only, nothing secret."""

import streamlit as st

from modules.domain.errors import NoSuchCode, NoSuchSession, WorkshopError
from modules.screens.views import ProjectorView
from modules.ui import access, asking, live
from modules.ui.components import lasting
from modules.ui.counts import Counts
from modules.ui.pressing import Presses
from modules.ui.stage import nothing, remote, scenes

try:
    session_id = asking.session_of_code(st.query_params.get("code", ""))
    seen = live.look(session_id)
    now = asking.now()
    view = asking.stage(session_id, now)
except NoSuchCode:
    nothing.show(nothing.WRONG_CODE)
except NoSuchSession:
    nothing.show(nothing.ERASED)
except WorkshopError as refusal:
    nothing.show(str(refusal))
else:
    lasting.keep()
    counts = Counts[ProjectorView]()
    scenes.show(view, asking.links_of(view), counts, reached=seen.reached)
    if access.is_facilitator_of(session_id):
        remote.listen(asking.console(session_id, now), Presses(access.acting(), session_id))
    counting = live.Counting(counts, view, ask=lambda: asking.stage(session_id, now))
    live.follow(session_id, seen, counting)
