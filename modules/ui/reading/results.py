"""Every step that took place, with its result as the room saw it."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from modules.screens.summary_views import SummaryItem, SummarySection, SummaryView
from modules.screens.views import ResultView
from modules.ui import showing
from modules.ui.components import chart
from modules.ui.components import result as shown
from modules.ui.components.as_picture import Source, copy_as_picture

EVERYTHING = "Everything"


def show(view: SummaryView, pooled: Sequence[SummarySection], pooled_limit: str) -> None:
    """The sections, with a filter; then what the numbers can and cannot say."""
    sections = (*view.sections, *pooled)
    if not sections:
        st.caption("Nothing has taken place yet.")
        return
    showing.style("results")
    titles = [section.title for section in sections]
    chosen = st.selectbox("Show", [EVERYTHING, *titles], key="section")
    own, together = Source(view.language, view.title, view.held_on), Source(view.language)
    for place, section in enumerate(sections):
        if chosen in (EVERYTHING, section.title):
            source = own if place < len(view.sections) else together
            _section(section, place, partial(_drawn_to_copy, source=source))
    st.subheader("What these numbers can and cannot say", anchor=False)
    for limit in (*view.limits, pooled_limit):
        showing.html('<p class="limit">{limit}</p>', limit=limit)


def _section(section: SummarySection, place: int, draw: Callable[..., None]) -> None:
    showing.html('<h2 class="section">{title}</h2>', title=section.title)
    for number, item in enumerate(section.items):
        _item(item, draw, key=f"result_{place}_{number}")


def _item(item: SummaryItem, draw: Callable[..., None], *, key: str) -> None:
    how = ", ".join(said for said in (_minutes(item), item.grouping) if said)
    showing.html(
        '<p class="step"><b>{title}</b> <span class="quiet">{how}</span></p>',
        title=item.title,
        how=how,
    )
    if item.result is not None:
        with st.container(border=True, key=key):
            if item.prompt:
                showing.html('<p class="quiet">{prompt}</p>', prompt=item.prompt)
            shown.show(item.result, key=key, draw=draw)
    elif item.prompt:
        showing.html('<p class="quiet">{prompt}</p>', prompt=item.prompt)
    if item.agreed:
        showing.html('<p class="agreed">What we agreed: {agreed}</p>', agreed=item.agreed)


def _minutes(item: SummaryItem) -> str:
    return f"{item.minutes} min" if item.minutes else ""


def _drawn_to_copy(result: ResultView, *, key: str, source: Source) -> None:
    chart.show(result, key=f"{key}_chart")
    if result.picture is not None:
        copy_as_picture(result.picture, result.title, source, key=f"{key}_picture")
