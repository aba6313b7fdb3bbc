"""The big screen: /projector?code=12345678. No sign-in, read-only, nothing secret."""

import streamlit as st

from modules.domain.errors import NoSuchCode, NoSuchSession, WorkshopError
from modules.ui import access, asking, live
from modules.ui.components import lasting
from modules.ui.pressing import Presses
from modules.ui.stage import nothing, remote, scenes

try:
    session_id = asking.session_of_code(st.query_params.get("code", ""))
    seen = live.look(session_id)
    view = asking.stage(session_id)
except NoSuchCode:
    nothing.show(nothing.WRONG_CODE)
except NoSuchSession:
    nothing.show(nothing.ERASED)
except WorkshopError as refusal:
    nothing.show(str(refusal))
else:
    lasting.keep()
    scenes.show(view, asking.links_of(view), reached=seen.reached)
    if access.is_facilitator_of(session_id):
        remote.listen(asking.console(session_id), Presses(access.acting(), session_id))
    live.follow(session_id, seen)
