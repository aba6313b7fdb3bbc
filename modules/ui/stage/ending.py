"""The end: thanks, and the summary for everyone."""

import streamlit as st

from modules.screens.views import ProjectorView
from modules.ui import showing
from modules.ui.addresses import Links
from modules.ui.components import qr
from modules.ui.wording import deletion


def show(view: ProjectorView, links: Links) -> None:
    with st.container(key="lobby"):
        if links.summary:
            st.html(f'<div class="lobbyqr">{qr.image(links.summary)}</div>')
        showing.html(
            '<div class="invite"><h1>{title}</h1><p class="how">Thank you for being here.</p>'
            '<p class="how">{summary}</p></div>',
            title=view.title,
            summary=_summary(links),
        )
    showing.html(
        '<p class="promise">{kept}.</p>',
        kept=deletion(view.delete_on, fleeting=view.practice or view.rehearsal),
    )


def _summary(links: Links) -> str:
    if not links.summary:
        return "This was a practice, so there is no summary to keep."
    return "Scan the code for the summary. It is the same for everyone, and also on your phone."
