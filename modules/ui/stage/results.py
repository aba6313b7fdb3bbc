"""A revealed result: its sentence, its chart or its wall of texts; two that are tied share it.

Tied results stand beside each other where every label is whole, else below each other, else their
sentences stand alone.
"""

import re
from collections.abc import Sequence
from html import escape

import streamlit as st

from modules.activities import chart_layout
from modules.activities.chart_layout import Size
from modules.domain.picture import Bars, Chart, Stacked, Terms, Texts
from modules.screens.views import ProjectorView, ResultView
from modules.ui import showing
from modules.ui.components import chart, lasting
from modules.ui.stage import fitting

WIDTH = 1420
"""Beside it stands the corner with the code for latecomers."""
ON_PHONES = "The charts are on your phones."
_HALF = WIDTH / 2 - 40
_TEXTS = 400
"""The height that cards, or a cloud of words, are to be left."""
_FEW_TEXTS = 250
"""The same above or below another result."""
_HELD = 50
"""The line at the foot that says how many texts were held back."""


def show(view: ProjectorView) -> None:
    name = lasting.name_of((view.results, view.held_back, view.spotlight))
    with st.container(key="scene"):
        lasting.begin(name)
        if view.spotlight:
            _spotlight(view.spotlight)
        else:
            _results(view.results, name, left_out=_HELD if view.held_back else 0)
        if view.held_back and not view.spotlight:
            showing.html('<p class="held">{held}</p>', held=view.held_back)
        lasting.end(name)


def _results(results: Sequence[ResultView], name: str, *, left_out: float) -> None:
    if len(results) == 1:
        _result(results[0], WIDTH, size="projector", key=f"projector_0_{name}", left_out=left_out)
    elif len(results) == 2 and _whole_beside(results, left_out):
        for side, column in enumerate(st.columns(2, gap="large")):
            key = f"half_{side}_{name}"
            with column:
                _result(results[side], _HALF, size="half", key=key, left_out=left_out)
    elif len(results) == 2 and (said_px := _sentences_below(results, left_out)):
        _below_each_other(results, name, said_px, left_out)
    else:
        _sentences(results)


def _whole_beside(results: Sequence[ResultView], left_out: float) -> bool:
    """Whether no label of two tied results has to be shortened in half of the width."""
    for result in results:
        if result.picture and isinstance(drawn := result.picture.chart, Bars | Stacked):
            least = chart_layout.height(drawn, size="half", least=True) + left_out
            asked, said = result.prompt or result.title, result.picture.sentence
            if fitting.result(asked, said, _HALF, needs=(least,))[2] < least:
                return False
    return True


def _sentences_below(results: Sequence[ResultView], left_out: float) -> int | None:
    """The size of sentences at which two results fit below each other, if there is one."""
    sizes = (32, 29, 26)
    return next((size for size in sizes if _left_below(results, size, left_out) >= 0), None)


def _left_below(results: Sequence[ResultView], said_px: int, left_out: float) -> float:
    """What two results below each other leave of the height; negative where they do not fit."""
    taken = sum(_head(result, said_px) + _least(result) for result in results)
    return fitting.SCENE_HEIGHT - left_out - taken


def _least(result: ResultView) -> float:
    """The least height of its chart in the whole width, with every label whole, or of its texts."""
    drawn = result.picture.chart if result.picture else None
    if isinstance(drawn, Bars | Stacked):
        return chart_layout.height(drawn, size="projector", least=True)
    return _FEW_TEXTS if drawn else 0


def _head(result: ResultView, said_px: int) -> float:
    said = result.picture.sentence if result.picture else result.notice
    return fitting.heading(result.prompt or result.title, said, WIDTH, said_px=said_px)


def _below_each_other(
    results: Sequence[ResultView], name: str, said_px: int, left_out: float
) -> None:
    """Two results with long statements: the whole width for each, what is left shared out."""
    needed = [_least(result) for result in results]
    left = _left_below(results, said_px, left_out)
    with st.container(key="pair"):
        for place, (result, least) in enumerate(zip(results, needed, strict=True)):
            said = result.picture.sentence if result.picture else result.notice
            showing.html(
                '<h1 class="asked">{asked}</h1>'
                f'<p class="sentence" style="font-size:{said_px}px">{{said}}</p>',
                asked=result.prompt or result.title,
                said=_unbroken(said),
            )
            room = (WIDTH, least + left * least / sum(needed))
            _picture(result, "projector", f"projector_{place}_{name}", room)


def _sentences(results: Sequence[ResultView]) -> None:
    """What results that belong together say, where their charts do not fit on one screen."""
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


def _result(result: ResultView, width: float, *, size: Size, key: str, left_out: float) -> None:
    asked, picture = result.prompt or result.title, result.picture
    if picture is None:
        showing.html('<h1 class="asked">{asked}</h1>', asked=asked)
        showing.html('<p class="notice">{notice}</p>', notice=result.notice)
        return
    asked_px, said_px, left = fitting.result(
        asked, picture.sentence, width, needs=_needs(picture.chart, size, left_out)
    )
    showing.html(f'<h1 class="asked" style="font-size:{asked_px}px">{{asked}}</h1>', asked=asked)
    showing.html(
        f'<p class="sentence" style="font-size:{said_px}px">{{said}}</p>',
        said=_unbroken(picture.sentence),
    )
    _picture(result, size, key, (width, left - left_out))


def _picture(result: ResultView, size: Size, key: str, room: tuple[float, float]) -> None:
    drawn = result.picture.chart if result.picture else None
    if isinstance(drawn, Texts):
        st.html(wall(drawn, width=room[0], height=room[1]))
    elif drawn is not None:
        _chart(result, size, key, room)


def _needs(drawn: Chart | None, size: Size, left_out: float) -> tuple[float, ...]:
    """The heights at which it can be read, best first: charts with some air, and without."""
    if drawn is None:
        return ()
    if isinstance(drawn, Texts | Terms):
        return (_TEXTS + left_out,)
    heights = (chart_layout.height(drawn, size=size, least=least) for least in (False, True))
    return tuple(height + left_out for height in heights)


def _chart(result: ResultView, size: Size, key: str, room: tuple[float, float]) -> None:
    drawn = chart.figure(result, size=size, room=room)
    wide, high = drawn.layout.width or room[0], drawn.layout.height
    if high > room[1]:
        # Smaller than the last row can read it is no chart any more.
        showing.html('<p class="more">{more}</p>', more=ON_PHONES)
        return
    with st.container(key=f"chart_{key}"):
        # Streamlit measures on the screen, after the stage was scaled, and tells Plotly.
        showing.style_text(f".st-key-chart_{key} {{ --wide: {wide}px; --high: {high}px }}")
        chart.draw(drawn, key=f"plot_{key}")


def _unbroken(sentence: str) -> str:
    """“2–3” and “9 of 18” stay on one line."""
    joined = re.sub(r"(\d+) of (\d+)", "\\1\u00a0of\u00a0\\2", sentence)
    return joined.replace("–", "\u2060–\u2060")


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
