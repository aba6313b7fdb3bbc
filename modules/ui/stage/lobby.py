"""The lobby: a code to scan from the last row, and the promise."""

import streamlit as st

from modules.screens.views import ProjectorView
from modules.ui import showing
from modules.ui.addresses import Links
from modules.ui.components import qr
from modules.ui.counts import Counts
from modules.ui.wording import code_in_halves, count, deletion


def show(
    view: ProjectorView, links: Links, counts: Counts[ProjectorView], *, reached: bool
) -> None:
    def invitation(now: ProjectorView) -> None:
        _invitation(now, links, reached=reached)

    with st.container(key="lobby"):
        st.html(f'<div class="lobbyqr">{qr.image(links.qr)}</div>')
        counts.stand_here(invitation, key="invitation")
    kept = deletion(view.delete_on, fleeting=view.practice or view.rehearsal)
    showing.html(
        '<p class="promise">{promise}<br><span class="kept">{kept}.</span></p>',
        promise=view.promise,
        kept=kept,
    )
    if not reached:
        showing.html('<p class="check">{check}</p>', check=CHECK)


CHECK = (
    "Facilitator: scan with one test phone first. No page? Same Wi-Fi, mobile data off · client "
    "isolation off · firewall open · else a phone's hotspot, or a hosted address."
)


def _invitation(view: ProjectorView, links: Links, *, reached: bool) -> None:
    showing.html(
        '<div class="invite"><h1>{title}</h1>'
        '<p class="how">Scan the code, or open</p><p class="address">{address}</p>'
        '<p class="code">{code}</p><p class="here">{here}</p></div>',
        title=view.title,
        address=links.join_shown,
        code=code_in_halves(view.code or ""),
        here=_here(view, reached=reached),
    )


def _here(view: ProjectorView, *, reached: bool) -> str:
    if view.phones:
        return f"{count(view.phones, 'phone')} here"
    return "A phone reached this room" if reached else "No phone has reached this room yet"
