"""What the facilitator reads: say, why, steps, watch for, debrief, next, and the result.

Guide texts are Markdown by whoever wrote the guide. What participants typed never comes through
here but inside a result, which is drawn as text.
"""

import streamlit as st

from modules.domain.guide import Activity
from modules.screens.views import FacilitatorView, ResultView
from modules.ui import showing
from modules.ui.components import result as result_card
from modules.ui.wording import minutes


def show(view: FacilitatorView) -> None:
    if view.now is None:
        return
    with st.container(key="script", gap="small"):
        revealed = view.result if view.results_shown else None
        if revealed:
            _result(revealed)
            _debrief(revealed.debrief or view.now.debrief)
        _say(view.now)
        _prompt(view.now)
        _part("Why", view.now.why)
        _part("Watch for", view.now.watch_for)
        _steps(view.now)
        if not revealed:
            _debrief(view.now.debrief)
        _more(view.now)


def _say(activity: Activity) -> None:
    if activity.say:
        with st.container(key="say"):
            showing.html('<p class="label">SAY</p>')
            st.markdown(activity.say)


def _prompt(activity: Activity) -> None:
    if activity.prompt:
        showing.html(
            '<p class="label">ON THE SCREENS</p><p class="prompt">{prompt}</p>',
            prompt=activity.prompt,
        )


def _steps(activity: Activity) -> None:
    if not activity.steps:
        return
    lines = [
        f"{n}. {step.text}" + (f" *({minutes(step.minutes)})*" if step.minutes else "")
        for n, step in enumerate(activity.steps, 1)
    ]
    _part("Steps", "\n".join(lines))


def _debrief(questions: tuple[str, ...]) -> None:
    _part("Debrief", "\n".join(f"{n}. {q}" for n, q in enumerate(questions, 1)))


def _part(label: str, text: str) -> None:
    if text:
        showing.html('<p class="label">{label}</p>', label=label.upper())
        st.markdown(text)


def _more(activity: Activity) -> None:
    parts = {
        "Expected answers": activity.expected,
        "If it goes wrong": activity.if_wrong,
        "Remote": activity.remote,
        "Hybrid": activity.hybrid,
        "Paper": activity.paper,
        "Data": activity.data,
        "Notes": activity.notes,
    }
    for label, text in parts.items():
        if text:
            with st.expander(label):
                st.markdown(text)


def _result(result: ResultView) -> None:
    with st.container(key="result", border=True):
        result_card.show(result, key="console_result")
