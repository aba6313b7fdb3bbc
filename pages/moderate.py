"""Texts that participants wrote: show, hold with a reason, re-word, group, show large."""

import streamlit as st

from modules.domain.ballot import RoundId
from modules.screens.moderation import moderation
from modules.ui import access, asking, live
from modules.ui.components import keys
from modules.ui.moderating import frame, queue
from modules.ui.moderating.deciding import Decisions
from modules.ui.pressing import Presses
from modules.wiring import workshop

sign_in = access.require_moderator()
session_id = asking.moderated_session(sign_in)
seen = live.look(session_id)
view = moderation(
    workshop().database,
    session_id,
    let_through=workshop().batches.visible,
    facilitator=access.is_facilitator_of(session_id),
)

frame.show(view, Presses(access.acting(), session_id))
if view.ended:
    st.info("The workshop has ended. What was not shown is deleted within a quarter of an hour.")
elif not view.rounds:
    st.info("No texts yet. They appear here as soon as somebody writes one.")
else:
    queue.show(view, lambda round_id: Decisions(access.acting(), session_id, RoundId(round_id)))
frame.foot(view)
keys.listen(keys.MODERATION)
live.follow(session_id, seen)
