"""The console before the start: does the network let phones in, and how do people join."""

import streamlit as st

from modules.screens.views import FacilitatorView
from modules.ui import showing
from modules.ui.addresses import Links
from modules.ui.components import qr
from modules.ui.components.copying import copy_line
from modules.ui.counts import Counts
from modules.ui.wording import code_in_halves, count

REMEDIES = (
    "Is the test phone on the same Wi-Fi as this computer, with mobile data off?",
    "Is “client isolation” or “guest network” switched off on the Wi-Fi?",
    "Does this computer's firewall let others in on this port?",
    "If the Wi-Fi cannot be changed: open a hotspot on a phone and join it with everything.",
    "Or run the app on a hosted address that phones reach over the internet.",
)


def show(
    view: FacilitatorView, links: Links, counts: Counts[FacilitatorView], *, reached: bool
) -> None:
    with st.container(key="script"):
        if reached:
            counts.stand_here(_here, key="network")
        else:
            _unreached(links)
        joining, showing_ = st.columns([1, 2], gap="medium")
        with joining:
            st.html(f'<div class="smallqr">{qr.image(links.qr)}</div>')
        with showing_:
            showing.html(
                '<p class="label">PEOPLE JOIN AT</p>'
                '<p class="joinat">{address}<br><b>{code}</b></p>',
                address=links.join_shown,
                code=code_in_halves(view.code or ""),
            )
            st.link_button("Open the projector page", links.projector, icon=":material/tv:")
        copy_line("Link for people who join from elsewhere", links.qr, key="copy_link")
        st.caption(
            "Your own phones should not answer: results are for the participants. "
            f"Results appear from {count(view.smallest_group, 'answer')} on{_why(view)}."
        )


def _why(view: FacilitatorView) -> str:
    return "" if view.practice else ", so that nobody can be picked out"


def _here(view: FacilitatorView) -> None:
    st.success(
        # “Reach”, not “reached”: phones that have left are not in the number.
        f"Phones reach this room: {view.phones or 'none'} here now.",
        icon=":material/check:",
    )


def _unreached(links: Links) -> None:
    showing.html('<p class="label">FIRST</p>')
    st.markdown("### Scan with one test phone")
    st.text("Nothing has reached this room yet. If your phone shows no page:")
    st.markdown("\n".join(f"{n}. {remedy}" for n, remedy in enumerate(REMEDIES, 1)))
    if "127.0.0.1" in links.join or "localhost" in links.join:
        st.warning("Phones cannot reach this address: it is known to this computer only.")
