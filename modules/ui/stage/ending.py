"""The end: thanks, and the summary for everyone."""

import streamlit as st

from modules.screens.views import ProjectorView
from modules.ui import showing
from modules.ui.addresses import Links
from modules.ui.components import qr
from modules.ui.wording import deletion, erased

SUMMARY = "Scan the code for the summary. It is the same for everyone, and also on your phone."


def show(view: ProjectorView, links: Links) -> None:
    if view.practice or view.rehearsal:
        # It has no summary to keep, so nobody is to scan anything.
        _thanks(view.title, erased(rehearsal=view.rehearsal), place="farewell")
        return
    with st.container(key="lobby"):
        st.html(f'<div class="lobbyqr">{qr.image(links.summary)}</div>')
        _thanks(view.title, SUMMARY, place="invite")
    showing.html(
        '<p class="promise">{kept}.</p>',
        kept=deletion(view.delete_on, fleeting=False),
    )


def _thanks(title: str, what: str, *, place: str) -> None:
    showing.html(
        f'<div class="{place}"><h1>{{title}}</h1><p class="how">Thank you for being here.</p>'
        '<p class="how">{what}</p></div>',
        title=title,
        what=what,
    )
