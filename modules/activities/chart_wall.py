"""Texts on a wall: two columns of cards, each as high as its text."""

import plotly.graph_objects as go

from modules.activities.charts import Look, Size, escaped, frame, look, wrapped
from modules.domain.picture import Picture, Texts

_COLUMNS = 2
_LINE_WIDTH = {"projector": 44, "console": 34}


def wall(picture: Picture, *, dark: bool, size: Size) -> go.Figure:
    """Every text in full, each in the shorter column; a theme's name stands above its texts."""
    looks = look(dark=dark, size=size)
    figure = frame(looks, height=looks.line_height)
    if not isinstance(picture.chart, Texts):
        return figure
    heights = [0.0] * _COLUMNS
    for theme, texts in picture.chart.groups:
        if theme:
            # A theme begins on a line of its own, across both columns.
            start = max(heights)
            _write(figure, looks, f"<b>{escaped(theme)}</b>", x=0, y=start)
            heights = [start + looks.line_height * 1.4] * _COLUMNS
        for text in texts:
            column = heights.index(min(heights))
            heights[column] = _card(figure, looks, text, column, heights[column], _LINE_WIDTH[size])
    height = round(max(heights))
    figure.update_xaxes(range=[0, _COLUMNS])
    figure.update_yaxes(range=[height, 0])
    figure.update_layout(height=height + 8)
    return figure


def _card(figure: go.Figure, looks: Look, text: str, column: int, top: float, width: int) -> float:
    lines = wrapped(text, width)
    pad = looks.font * 0.5
    bottom = top + len(lines) * looks.line_height + 2 * pad
    figure.add_shape(
        type="rect",
        x0=column,
        x1=column + 0.98,
        y0=top,
        y1=bottom,
        line={"color": looks.line, "width": 2},
    )
    _write(figure, looks, "<br>".join(map(escaped, lines)), x=column + 0.01, y=top + pad)
    return bottom + pad


def _write(figure: go.Figure, looks: Look, text: str, *, x: float, y: float) -> None:
    figure.add_annotation(
        text=text,
        x=x,
        y=y,
        xanchor="left",
        yanchor="top",
        align="left",
        showarrow=False,
        font={"size": looks.font, "color": looks.ink},
    )
