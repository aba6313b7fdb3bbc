"""A revealed result: its sentence, its chart or its wall of texts; two that are tied share it."""

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from modules.domain.picture import Picture, Texts
from modules.screens.views import ProjectorView, ResultView
from modules.ui import showing
from modules.ui.components import chart
from modules.ui.stage import fitting

WIDTH = 1420
"""Beside it stands the corner with the code for latecomers."""
ON_PHONES = "The charts are on your phones."
_GAP = 40


def show(view: ProjectorView) -> None:
    with st.container(key="scene"):
        if view.spotlight:
            _spotlight(view.spotlight)
            return
        if view.held_back:
            showing.html('<p class="held">{held}</p>', held=view.held_back)
        if len(view.results) == 1:
            _result(view.results[0], WIDTH, size="projector")
        elif len(view.results) == 2:
            for column, result in zip(st.columns(2, gap="large"), view.results, strict=True):
                with column:
                    _result(result, WIDTH / 2 - _GAP, size="half")
        else:
            _sentences(view.results)


def _sentences(results: Sequence[ResultView]) -> None:
    """Three and more results that belong together: what they say, on one screen."""
    said = [(r.prompt or r.title, r.picture.sentence if r.picture else r.notice) for r in results]
    size = fitting.sentences(said, WIDTH)
    entries = "".join(
        f"<dt>{escape(prompt)}</dt><dd>{escape(_unbroken(text))}</dd>" for prompt, text in said
    )
    st.html(f'<dl class="together" style="font-size:{size}px">{entries}</dl>')
    showing.html('<p class="more">{more}</p>', more=ON_PHONES)


def _spotlight(text: str) -> None:
    """One text, as large as it fits."""
    size = fitting.spotlight(text)
    showing.html(
        f'<p class="spotlight" dir="auto" style="font-size:{size}px">{{text}}</p>', text=text
    )


def _result(result: ResultView, width: float, *, size: str) -> None:
    prompt = result.prompt or result.title
    showing.html('<h1 class="asked">{prompt}</h1>', prompt=prompt)
    if result.picture is None:
        showing.html('<p class="notice">{notice}</p>', notice=result.notice)
        return
    drawn = _drawn(result, result.picture, size)
    needs = None if result.picture.chart is None else _height_to_read(drawn, size)
    font, left = fitting.sentence(prompt, result.picture.sentence, width, needs=needs)
    showing.html(
        f'<p class="sentence" style="font-size:{font}px">{{sentence}}</p>',
        sentence=_unbroken(result.picture.sentence),
    )
    if isinstance(result.picture.chart, Texts):
        st.html(wall(result.picture.chart, width=width, height=left))
    elif drawn is not None and left < _height_to_read(drawn, size):
        # Smaller than the last row can read it is no chart any more.
        showing.html('<p class="more">{more}</p>', more=ON_PHONES)
    elif drawn is not None:
        _chart(result.key, drawn, left)


def _drawn(result: ResultView, picture: Picture, size: str) -> Any | None:
    if picture.chart is None or isinstance(picture.chart, Texts):
        return None
    return chart.figure(result, size=size)


def _height_to_read(drawn: Any | None, size: str) -> float:
    """How high a chart must stay so that its labels are not below the smallest size."""
    if drawn is None:
        return 0
    return float(drawn.layout.height or 0) * fitting.SMALLEST / fitting.CHART_PX[size]


def _chart(key: str, drawn: Any, height: float) -> None:
    zoom = min(1.0, height / (drawn.layout.height or height))
    with st.container(key=f"chart_{key}"):
        # Plotly measures before the zoom: wider by as much, the chart fills its place again.
        wide = f"width: {100 / zoom:.1f}% !important; max-width: none !important"
        showing.style_text(f".st-key-chart_{key} {{ zoom: {zoom:.3f}; {wide} }}")
        chart.draw(drawn, key=f"plot_{key}")


def _unbroken(sentence: str) -> str:
    """“2–3” stays on one line."""
    return sentence.replace("–", "\u2060–\u2060")


def wall(texts: Texts, *, width: float, height: float) -> str:
    """As many texts as fit at a readable size, then how many more there are; all of it escaped."""
    entries = [(theme, entry) for theme, group in texts.groups for entry in group]
    size, columns, fitted = fitting.cards([entry for _, entry in entries], width, height)
    parts = []
    shown_theme = ""
    for theme, entry in entries[:fitted]:
        if theme != shown_theme:
            parts.append(f'<li class="theme">{escape(theme)}</li>')
            shown_theme = theme
        parts.append(f'<li dir="auto">{escape(entry)}</li>')
    more = len(entries) - fitted
    rest = f'<p class="more">and {more} more, on your phones</p>' if more else ""
    style = f"font-size:{size}px;columns:{columns};max-height:{height:.0f}px"
    return f'<ul class="wall" style="{style}">{"".join(parts)}</ul>{rest}'
