"""The room's own settings, one press away: the projector, the link, the door."""

from collections.abc import Callable

import streamlit as st

from modules.screens.views import FacilitatorView
from modules.ui.addresses import Links
from modules.ui.components.copying import copy_line
from modules.ui.wording import count, day


def show(view: FacilitatorView, links: Links, *, lock: Callable[[bool], None]) -> None:
    with st.popover("Room", key="room"):
        if links.projector and not view.ended:
            st.link_button("Open the projector page", links.projector, icon=":material/tv:")
            copy_line("Link for people who join from elsewhere", links.qr, key="copy_room")
            st.button(
                "Unlock the room" if view.locked else "Lock the room",
                key="lock",
                help="A locked room lets nobody join; who is in stays in.",
                on_click=lock,
                args=(not view.locked,),
            )
        st.caption(
            f"Results from {count(view.smallest_group, 'answer')} on · at most {view.cap} phones · "
            f"deleted on {day(view.delete_on)}"
        )
