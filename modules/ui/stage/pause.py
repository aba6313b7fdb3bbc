"""A break: until when, and the time that is left, calm and large."""

import streamlit as st

from modules.screens.views import ProjectorView
from modules.ui import showing
from modules.ui.components import clock
from modules.ui.stage import fitting


def show(view: ProjectorView) -> None:
    prompt = view.prompt or view.activity_title
    with st.container(key="scene"), st.container(key="pause"):
        size = fitting.prompt_px(prompt)
        showing.html(
            f'<h1 class="prompt" style="font-size:{size}px">{{prompt}}</h1>', prompt=prompt
        )
        if view.timer is not None:
            clock.ring(view.timer, key="stage_ring_break")
            clock.back_at(view.timer, key="stage_back_at")
