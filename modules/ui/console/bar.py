"""The top line: the way to other pages, what runs, how time stands, who is here, where to join."""

import streamlit as st

from modules.screens.views import FacilitatorView
from modules.ui import navigation, showing, state
from modules.ui.addresses import Links
from modules.ui.components import clock
from modules.ui.console import room
from modules.ui.counts import Counts
from modules.ui.pressing import Presses
from modules.ui.wording import code_in_halves, count


def show(
    view: FacilitatorView, links: Links, presses: Presses, counts: Counts[FacilitatorView]
) -> None:
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        _menu()
        showing.html(
            '<span class="title">{title}</span><span class="quiet"> · {minutes} min</span>',
            title=view.title,
            minutes=view.minutes_total,
            narrow=True,
        )
        _ribbon(view)
        st.space("stretch")
        _time(view)
        counts.stand_here(_phones, key="phones", narrow=True)
        if view.code and not view.ended:
            showing.html(
                '<span class="fact">code <b class="code">{code}</b></span>',
                code=code_in_halves(view.code),
                narrow=True,
            )
        room.show(view, links, presses)
        if not view.ended:
            st.button(
                "Hide QR" if view.code_shown else "QR",
                key="qr",
                shortcut="Q",
                help="The large code on the projector, until the next move.",
                on_click=presses.show_code,
                args=(not view.code_shown,),
            )
        st.button("Help", key="help", shortcut="H", on_click=state.open_dialog, args=("help",))


def _menu() -> None:
    """The other pages, folded: this page needs every line of the screen."""
    with st.popover("Menu", key="menu"):
        for line in navigation.PAGES:
            if line is not navigation.FACILITATE and not line.for_everyone:
                st.page_link(line.file, label=line.title, icon=line.icon)


def _ribbon(view: FacilitatorView) -> None:
    if view.rehearsal:
        # One word: on a small screen this line has no room for more. The projector says it all.
        showing.html('<span class="ribbon">Rehearsal</span>', narrow=True)
    elif view.practice:
        showing.html('<span class="ribbon">Practice, not anonymous</span>', narrow=True)


def _time(view: FacilitatorView) -> None:
    if view.elapsed_minutes is None or view.ended:
        return
    clock.elapsed(view.elapsed_minutes, planned=view.minutes_total, pace=view.pace, key="elapsed")
    drift = _drift(view.behind_minutes)
    showing.html('<span class="fact">{drift}</span>', drift=drift, narrow=True)


def _drift(behind: float) -> str:
    minutes = round(abs(behind))
    if minutes == 0:
        return "on time"
    return f"{minutes} min {'behind' if behind > 0 else 'ahead'}"


def _phones(view: FacilitatorView) -> None:
    people = f" for {view.head_count} people" if view.head_count else ""
    showing.html(
        '<span class="fact">{phones}{people}</span>',
        phones=count(view.phones, "phone"),
        people=people,
        narrow=True,
    )
