"""The run of show: what is done, now, and to come, with minutes."""

from html import escape
from itertools import groupby

import streamlit as st

from modules.domain.guide import Priority
from modules.screens.views import FacilitatorView, PlanLine, PlanState
from modules.ui.components import in_view

_MARKS = {
    PlanState.DONE: "✓",
    PlanState.NOW: "▸",
    PlanState.TO_COME: "",
    PlanState.CUT: "–",
}


def show(view: FacilitatorView) -> None:
    with st.container(key="plan"):
        parts = ['<ol class="plan" aria-label="Run of show">']
        for section, lines in groupby(view.plan, key=lambda line: line.section):
            parts.append(f'<li class="section">{escape(section)}</li>')
            parts.extend(_line(line) for line in lines)
        parts.append("</ol>")
        st.html("".join(parts))
        in_view.keep('ol.plan [aria-current="step"]', changed=view.position, key="plan_in_view")


def _line(line: PlanLine) -> str:
    current = ' aria-current="step"' if line.state is PlanState.NOW else ""
    cut_first = '<i class="tag">cut first</i>' if line.priority is Priority.CUT_FIRST else ""
    state = line.state.value.replace(" ", "-")
    return (
        f'<li class="line {state}"{current}>'
        f'<span class="mark" title="{line.state.value}">{_MARKS[line.state]}</span>'
        f'<span class="name">{line.position} {escape(line.title)} {cut_first}</span>'
        f'<span class="minutes">{line.minutes}</span></li>'
    )
