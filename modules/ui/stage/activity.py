"""An activity: its prompt, its story, what can be chosen, how many have answered, the time left."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from modules.domain.guide import TimedStep
from modules.screens.views import AnswersState, ProjectorView, StandingView
from modules.ui import showing
from modules.ui.components import clock
from modules.ui.counts import Counts
from modules.ui.stage import fitting
from modules.ui.wording import answered, minutes

QUESTIONS_SHOWN = 4
NOTE_PX = 34
ASKED_PX = 40
LETTERS = "ABCDEFGHIJ"


def show(view: ProjectorView, counts: Counts[ProjectorView]) -> None:
    with st.container(key="scene"):
        noted = _content_note(view.content_note) if view.content_note else 0
        prompt = view.prompt or view.activity_title
        # Where a story is to be read as well, the prompt leaves it room.
        size = (
            fitting.PROMPT_SIZES[-1]
            if view.story
            else fitting.prompt_above(prompt, view.options or [_step(step) for step in view.steps])
        )
        showing.html(
            f'<h1 class="prompt" style="font-size:{size}px">{{prompt}}</h1>', prompt=prompt
        )
        left = fitting.height_below(prompt, size) - noted
        if view.story:
            left -= _story(view.story, left * (0.58 if view.options else 1))
        if view.options:
            st.html(_list(LETTERS, view.options, left))
        elif view.steps:
            st.html(_list("123456789", [_step(step) for step in view.steps], left))
        elif view.timer is not None:
            clock.ring(view.timer, key="stage_ring_large")
        if view.answers is not AnswersState.NONE:
            counts.stand_here(_count, key="count")
        elif view.standing:
            alone = not (view.options or view.steps or view.story or view.timer)
            _questions(view.standing, left + fitting.COUNT_HEIGHT if alone else 0)


def ring_is_large(view: ProjectorView) -> bool:
    """Whether the time left is what the scene is about: talks, pairs, breaks."""
    return not (view.options or view.steps or view.rests)


def _content_note(note: str) -> float:
    """Draw what is said before a sensitive item; returns the height it takes, at the most."""
    showing.html('<p class="note">{note}</p>', note=note)
    return fitting.lines(note, NOTE_PX, fitting.OPTIONS_WIDTH) * NOTE_PX * 1.25 + 60


def _story(story: str, height: float) -> float:
    """Draw the story of a scenario; returns the height it takes, at the most."""
    size = fitting.paragraph(story, height)
    showing.html(f'<p class="story" style="font-size:{size}px">{{story}}</p>', story=story)
    return fitting.lines(story, size, fitting.OPTIONS_WIDTH) * size * 1.3 + 30


def _step(step: TimedStep) -> str:
    # “(1.5 min)” stays on one line.
    time = minutes(step.minutes).replace(" ", "\u00a0")
    return f"{step.text} ({time})" if step.minutes else step.text


def _list(signs: Sequence[str], texts: Sequence[str], height: float) -> str:
    """What can be chosen, or what is to be done, each line with its sign."""
    size, columns = fitting.options(texts, height)
    items = "".join(
        f"<li><b>{sign}</b><span>{escape(text)}</span></li>"
        for sign, text in zip(signs, texts, strict=False)
    )
    return f'<ol class="options" style="font-size:{size}px;columns:{columns}">{items}</ol>'


def _questions(standing: Sequence[StandingView], height: float) -> None:
    """What the room asks, most wanted first; numbers only where they may be.

    Beside something else it is a few at the foot, on a stage of their own as many as fit.
    """
    asked = [a for view in standing for a in view.asked if not a.answered]
    alone = height > 0
    shown = (
        fitting.how_many([a.text for a in asked], ASKED_PX, height) if alone else QUESTIONS_SHOWN
    )
    items = "".join(
        f'<li dir="auto">{escape(a.text)} {f"<b>{a.support}</b>" if a.support else ""}</li>'
        for a in asked[:shown]
    )
    if items:
        st.html(f'<ul class="questions {"alone" if alone else ""}">{items}</ul>')


def _count(view: ProjectorView) -> None:
    showing.html('<p class="count">{count}</p>', count=_how_many(view))


def _how_many(view: ProjectorView) -> str:
    match view.answers:
        case AnswersState.OPEN:
            return answered(view.answered, view.phones)
        case AnswersState.CLOSED:
            return f"{answered(view.answered, view.phones)} · answers are closed"
        case AnswersState.NOT_OPENED:
            return "Answers open in a moment"
        case _:
            return ""
