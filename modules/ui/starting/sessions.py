"""The workshops there are: back into one that runs, results of one that ended, erase one."""

from collections.abc import Sequence

import streamlit as st

from modules.actions import retention
from modules.domain.access import Acting
from modules.domain.session import SessionId
from modules.screens.start_views import SessionLine
from modules.ui import navigation, showing, state
from modules.ui.starting import rehearse
from modules.ui.wording import code_in_halves, day
from modules.wiring import workshop


def show_running(acting: Acting, lines: Sequence[SessionLine]) -> None:
    """First and largest on the page: after a crash, the way back is one obvious click.

    A real room comes before what is only tried out, whichever was started last.
    """
    running = sorted((line for line in lines if not line.ended), key=_tried_out)
    if not running:
        return
    with st.container(key="running"):
        st.header("Running now", anchor=False)
        for line in running:
            _card(acting, line)


def show_ended(acting: Acting, lines: Sequence[SessionLine]) -> None:
    ended = [line for line in lines if line.ended]
    if len(ended) == len(lines):
        st.caption("No workshop is running.")
    if ended:
        st.header("Ended", anchor=False)
    for line in ended:
        _card(acting, line)
    if (chosen := state.dialog()).startswith("delete "):
        found = next((line for line in lines if chosen == f"delete {line.id}"), None)
        if found is not None:
            _ask_before_deleting(acting, found)


def _card(acting: Acting, line: SessionLine) -> None:
    with st.container(border=True, key=f"session_{line.id}"):
        showing.html(
            f'<b>{{title}}</b> {_badge(line)}<br><span class="quiet">{{where}}</span>',
            title=line.title,
            where=_where(line),
        )
        with st.container(horizontal=True):
            target = navigation.SUMMARY if line.ended else navigation.FACILITATE
            if st.button(
                "Results" if line.ended else "Resume",
                key=f"open_{line.id}",
                type="secondary" if line.ended or _tried_out(line) else "primary",
            ):
                state.choose_session(line.id)
                navigation.open_session(target)
            if line.rehearsal:
                rehearse.buttons(acting, line)
            else:
                st.button(
                    "Delete now",
                    key=f"delete_{line.id}",
                    on_click=state.open_dialog,
                    args=(f"delete {line.id}",),
                )


def _where(line: SessionLine) -> str:
    kept = _kept(line)
    if line.ended:
        return f"{day(line.started_on)}{kept}"
    code = f" · code {code_in_halves(line.code)}" if line.code else ""
    return f"At {line.place}{code}{kept}"


def _kept(line: SessionLine) -> str:
    if line.practice or line.rehearsal:
        return " · deleted within an hour of the end"
    return f" · deleted on {day(line.delete_on)}" if line.delete_on else ""


def _tried_out(line: SessionLine) -> bool:
    return line.practice or line.rehearsal


def _badge(line: SessionLine) -> str:
    if not _tried_out(line):
        return ""
    return f'<span class="ribbon">{"Rehearsal" if line.rehearsal else "Practice"}</span>'


@st.dialog("Delete this workshop?", on_dismiss=state.close_dialog)
def _ask_before_deleting(acting: Acting, line: SessionLine) -> None:
    st.text(f"“{line.title}” of {day(line.started_on)}")
    st.text(
        "Every answer, text and result of it is erased at once, the summary included. "
        "This cannot be undone."
    )
    if line.series:
        st.text(
            f"Totals that it showed stay in the series “{line.series}”. Delete the series to erase "
            "them, too."
        )
    with st.container(horizontal=True):
        if st.button("Delete now", type="primary", key="delete_sure"):
            _delete(acting, line.id)
            state.close_dialog()
            st.rerun()
        if st.button("Keep it", key="delete_not"):
            state.close_dialog()
            st.rerun()


def _delete(acting: Acting, session_id: SessionId) -> None:
    def delete() -> None:
        erased = retention.delete_now(workshop().tools, acting=acting, session_id=session_id)
        rows = ", ".join(f"{n} {what}" for what, n in erased.rows.items() if n)
        state.forget_session()
        told.append(f"“{erased.title}” was erased: {rows or 'there was nothing in it'}.")

    told: list[str] = []
    if showing.run_safely(delete):
        state.leave_notice(told[0], refused=False)
