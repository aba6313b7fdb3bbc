"""A series: what is kept of which sessions, until when, and a way to erase it at once."""

import streamlit as st

from modules.actions import series
from modules.domain.access import Acting
from modules.screens.start_views import SeriesLine
from modules.ui import showing, state
from modules.ui.wording import count, day
from modules.wiring import workshop


def show(acting: Acting, line: SeriesLine) -> None:
    with st.container(border=True, key=f"series_{line.id}"):
        dates = ", ".join(dict.fromkeys(day(held_on) for held_on in line.held_on))
        showing.html(
            '<b>Series “{name}”</b><br><span class="quiet">Shown totals of {sessions} ({dates}) '
            "are kept to compare, without texts, until {until}.</span>",
            name=line.name,
            sessions=count(len(line.held_on), "session"),
            dates=dates,
            until=day(line.delete_on),
        )
        st.button(
            "Delete the series",
            key=f"delete_series_{line.id}",
            on_click=state.open_dialog,
            args=(f"delete series {line.id}",),
        )
    if state.dialog() == f"delete series {line.id}":
        _ask_before_deleting(acting, line)


@st.dialog("Delete this series?", on_dismiss=state.close_dialog)
def _ask_before_deleting(acting: Acting, line: SeriesLine) -> None:
    st.text(f"“{line.name}”")
    st.text(
        f"The totals kept of {count(len(line.held_on), 'session')} are erased at once, and can be "
        "compared no more. The workshops themselves stay until their own dates. "
        "This cannot be undone."
    )
    with st.container(horizontal=True):
        if st.button("Delete the series", type="primary", key="delete_series_sure"):
            _delete(acting, line.id)
            state.close_dialog()
            st.rerun()
        if st.button("Keep it", key="delete_series_not"):
            state.close_dialog()
            st.rerun()


def _delete(acting: Acting, series_id: str) -> None:
    def delete() -> None:
        erased = series.delete_now(workshop().tools, acting=acting, series_id=series_id)
        kept = count(erased.sessions, "session")
        told.append(f"The series “{erased.name}” was erased, with the totals of {kept}.")

    told: list[str] = []
    if showing.run_safely(delete):
        state.leave_notice(told[0], refused=False)
