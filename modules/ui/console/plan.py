"""The run of show: what is done, now, and to come, with minutes. A press on a line opens it."""

from itertools import groupby

import streamlit as st

from modules.domain.guide import Priority
from modules.screens.views import FacilitatorView, PlanLine, PlanState
from modules.ui import showing, state
from modules.ui.components import in_view
from modules.ui.wording import plain

_MARKS = {
    PlanState.DONE: "✓ ",
    PlanState.PASSED_OVER: "– ",
    PlanState.NOW: "▸ ",
    PlanState.TO_COME: "",
    PlanState.CUT: "✕ ",
}
STEP = "step "
"""What a dialog about a step is named, followed by the step's key."""


def show(view: FacilitatorView) -> None:
    _list(view)
    if not view.ended:
        _changes()


def _changes() -> None:
    """What adds to the plan, and what ends it: apart from what a hand presses blindly."""
    with st.container(key="changes", gap="small"):
        with st.container(key="adding", horizontal=True):
            for label, name in (("Ask", "ask"), ("Break", "break")):
                st.button(f"+ {label}", key=f"add_{name}", on_click=state.open_dialog, args=(name,))
        st.button(
            "End workshop", key="end", width="stretch", on_click=state.open_dialog, args=("end",)
        )


def _list(view: FacilitatorView) -> None:
    with st.container(key="plan", gap=None):
        for section, lines in groupby(view.plan, key=lambda line: line.section):
            showing.html('<p class="section">{section}</p>', section=section)
            for line in lines:
                _line(line, ended=view.ended)
        in_view.keep('[class*="st-key-line_now"]', changed=view.position, key="plan_in_view")


def _line(line: PlanLine, *, ended: bool) -> None:
    """The state is part of the key, so that the style can follow it."""
    chips = "*cut first*" if line.priority is Priority.CUT_FIRST else "**must**"
    if line.state is PlanState.PASSED_OVER:
        chips = f"*{line.state.value}* {chips}"
    title = plain(line.title)
    struck = f"~~{title}~~" if line.state is PlanState.CUT else title
    st.button(
        f"{_MARKS[line.state]}{line.position} {struck}\u00a0· {line.minutes} {chips}",
        key=f"line_{line.state.value.replace(' ', '_')}_{line.key}",
        type="tertiary",
        width="stretch",
        disabled=ended,
        on_click=state.open_dialog,
        args=(STEP + line.key,),
    )
