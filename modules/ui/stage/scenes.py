"""Which scene the projector shows, with what every scene has in common."""

import streamlit as st

from modules.screens.views import ProjectorView, Scene
from modules.ui import showing
from modules.ui.addresses import Links
from modules.ui.components import chart, clock, qr
from modules.ui.counts import Counts
from modules.ui.stage import activity, ending, lobby, pause, results
from modules.ui.wording import code_in_halves


def show(
    view: ProjectorView, links: Links, counts: Counts[ProjectorView], *, reached: bool
) -> None:
    showing.style("base", "stage")
    with st.container(key="stage"):
        _ribbon(view)
        if view.scene in (Scene.LOBBY, Scene.ACTIVITY):
            chart.get_ready()
        # The facilitator's Q: the lobby's large code for latecomers, until the next move.
        match Scene.LOBBY if view.code_shown else view.scene:
            case Scene.LOBBY:
                lobby.show(view, links, counts, reached=reached)
            case Scene.ACTIVITY if view.rests:
                _head(view)
                pause.show(view)
                _corner(view, links, ring=False)
            case Scene.ACTIVITY:
                _head(view)
                activity.show(view, counts)
                _corner(view, links, ring=not activity.ring_is_large(view))
            case Scene.RESULT:
                _head(view)
                results.show(view)
                _corner(view, links, ring=True)
            case Scene.ENDED:
                ending.show(view, links)
            case Scene.BLANK:
                st.html('<p class="blank"><span class="visually-hidden">A short pause</span></p>')


def _head(view: ProjectorView) -> None:
    showing.html(
        '<p class="head"><b>{title}</b>{activity}<span class="place">{place}</span></p>',
        title=view.title,
        activity=f" · {view.activity_title}" if view.activity_title else "",
        place=f"{view.position}/{view.steps_total}",
    )


def _corner(view: ProjectorView, links: Links, *, ring: bool) -> None:
    """For latecomers, in every scene: never the code without its address."""
    with st.container(key="corner"):
        if view.timer is not None and ring:
            clock.ring(view.timer, key="stage_ring")
        if view.code:
            st.html(qr.image(links.qr))
            showing.html(
                '<p class="join">{address}<br><b>{code}</b></p>',
                address=links.join_shown,
                code=code_in_halves(view.code),
            )


def _ribbon(view: ProjectorView) -> None:
    if view.rehearsal:
        showing.html('<p class="ribbon">Rehearsal: invented participants</p>')
    elif view.practice:
        showing.html('<p class="ribbon">Practice, not anonymous</p>')
