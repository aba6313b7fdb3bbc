"""Every step that took place, with its result as everyone may see it."""

import streamlit as st

from modules.screens.views import SummaryItem, SummaryView
from modules.ui import showing
from modules.ui.components import result as result_card


def show(view: SummaryView) -> None:
    if not view.sections:
        st.caption("Nothing has taken place yet.")
    for section in view.sections:
        st.subheader(section.title, anchor=False)
        for number, item in enumerate(section.items):
            _item(item, key=f"{section.title}_{number}")
    for limit in view.limits:
        st.caption(limit)


def _item(item: SummaryItem, *, key: str) -> None:
    showing.html(
        '<p class="step"><b>{title}</b> <span class="quiet">{minutes} min</span></p>',
        title=item.title,
        minutes=item.minutes,
    )
    if item.result is not None:
        with st.container(border=True):
            showing.html('<p class="quiet">{prompt}</p>', prompt=item.prompt)
            result_card.show(item.result, key=f"result_{key}")
