"""The room's own settings, one press away: the projector, the link, the door, the moderator."""

import streamlit as st

from modules.screens.views import FacilitatorView
from modules.ui import state
from modules.ui.addresses import Links
from modules.ui.components import qr
from modules.ui.components.copying import copy_line
from modules.ui.pressing import Presses
from modules.ui.wording import count


def show(view: FacilitatorView, links: Links, presses: Presses) -> None:
    with st.popover("Room", key="room"):
        if links.projector and not view.ended:
            st.html(f'<div class="smallqr">{qr.image(links.qr)}</div>')
            st.link_button("Open the projector page", links.projector, icon=":material/tv:")
            copy_line("Link for people who join from elsewhere", links.qr, key="copy_room")
            st.link_button(
                "Poster for the door (PDF)",
                f"/files/{view.session_id}/poster.pdf",
                icon=":material/print:",
            )
            st.button(
                "Unlock the room" if view.locked else "Lock the room",
                key="lock",
                help="A locked room lets nobody join; who is in stays in.",
                on_click=presses.lock,
                args=(not view.locked,),
            )
            _moderator(links, presses)
        st.caption(
            f"Results from {count(view.smallest_group, 'answer')} on · at most {view.cap} "
            f"{'real phones' if view.rehearsal else 'phones'}"
        )


def _moderator(links: Links, presses: Presses) -> None:
    """A second person reads the texts on a second device; the link opens nothing else."""
    with st.container(horizontal=True):
        st.button(
            "Make a moderator's link",
            key="moderator_link",
            on_click=presses.make_moderator_link,
            args=(links.base,),
        )
        st.button(
            "Withdraw moderators", key="moderator_withdraw", on_click=presses.withdraw_moderators
        )
    if link := state.moderator_link():
        copy_line("Opens the moderation page only. Shown this once", link, key="copy_moderator")
