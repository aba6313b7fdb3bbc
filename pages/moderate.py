"""Texts that participants wrote: show, hold with a reason, re-word, group, show large."""

import streamlit as st

from modules.domain.ballot import RoundId
from modules.screens.moderation import moderation
from modules.ui import access, asking, live, showing
from modules.ui.components import keys
from modules.ui.moderating import queue
from modules.ui.moderating.deciding import Decisions
from modules.ui.wording import deletion, ribbon
from modules.wiring import workshop

sign_in = access.require_moderator()
session_id = asking.moderated_session(sign_in)
seen = live.look(session_id)
view = moderation(workshop().database, session_id, let_through=workshop().batches.visible)

facts = [view.title, f"{view.waiting} waiting"]
if view.delete_on is not None:
    fleeting = view.practice or view.rehearsal
    kept = deletion(view.delete_on, fleeting=fleeting)
    facts.append(f"{kept[0].lower()}{kept[1:]}")
showing.page_frame(
    "Moderation",
    caption=" · ".join(facts),
    ribbon=ribbon(practice=view.practice, rehearsal=view.rehearsal),
)
if view.ended:
    st.info("The workshop has ended. What was not shown is deleted.")
elif not view.rounds:
    st.info("No texts yet. They appear here as soon as somebody writes one.")
else:
    queue.show(view, lambda round_id: Decisions(access.acting(), session_id, RoundId(round_id)))
keys.listen(keys.MODERATION)
live.follow(session_id, seen)
