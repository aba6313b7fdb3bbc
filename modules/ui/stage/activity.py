"""An activity: its prompt, what can be chosen, how many have answered."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from modules.screens.views import AnswersState, ProjectorView
from modules.ui import showing
from modules.ui.stage import fitting
from modules.ui.wording import answered


def show(view: ProjectorView) -> None:
    with st.container(key="scene"):
        prompt = view.prompt or view.activity_title
        showing.html(
            f'<h1 class="prompt" style="font-size:{fitting.prompt_px(prompt)}px">{{prompt}}</h1>',
            prompt=prompt,
        )
        if view.options:
            st.html(_options(view.options, fitting.height_below(prompt)))
        if view.answers is not AnswersState.NONE:
            showing.html('<p class="count">{count}</p>', count=_count(view))
        if view.held_back:
            showing.html('<p class="held">{held}</p>', held=view.held_back)


def _options(options: Sequence[str], height: float) -> str:
    size, columns = fitting.options(options, height)
    items = "".join(
        f"<li><b>{letter}</b><span>{escape(option)}</span></li>"
        for letter, option in zip("ABCDEFGHIJ", options, strict=False)
    )
    return f'<ol class="options" style="font-size:{size}px;columns:{columns}">{items}</ol>'


def _count(view: ProjectorView) -> str:
    match view.answers:
        case AnswersState.OPEN:
            return answered(view.answered, view.phones)
        case AnswersState.CLOSED:
            return f"{answered(view.answered, view.phones)} · answers are closed"
        case AnswersState.NOT_OPENED:
            return "Answers open in a moment"
        case _:
            return ""
