"""Disclosed pictures as Plotly figures, drawn in pixels so that no label can collide.

Every figure is still: no hovering, zooming or legend to click. Texts are escaped, because Plotly
reads a kind of HTML in labels.
"""

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import plotly.graph_objects as go

from modules.activities.colours import on_colour, scale_colours
from modules.domain.picture import Bars, Picture, Row, Stacked

Size = Literal["projector", "console"]

FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, system-ui, sans-serif"
_WRAP = 62
_SHORT = 24
_MARGIN_BOTTOM = 8
_MANY_BARS = 6


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and sizes (pixels) of one screen."""

    ink: str
    paper: str
    line: str
    aubergine: str
    teal: str
    middle: str
    font: int
    bar: int

    @property
    def line_height(self) -> int:
        return round(self.font * 1.3)


def look(*, dark: bool, size: Size) -> Look:
    """The tokens of the project's look; nothing on the projector is written below 32 px."""
    font, bar = (32, 40) if size == "projector" else (16, 22)
    if dark:
        return Look("#F6F0E6", "#17131F", "#3A3347", "#DDB3E6", "#7FD1C4", "#6B6279", font, bar)
    return Look("#201A2B", "#FFFBF5", "#D9D0C3", "#6A2C70", "#00695C", "#CFC8D6", font, bar)


def escaped(text: str) -> str:
    """The text as Plotly must be given it to draw exactly these characters on one line."""
    plain = html.escape(" ".join(text.split()), quote=False)
    # Two dollar signs would be taken for a formula.
    return plain.replace("$", "&#36;")


def wrapped(text: str, width: int = _WRAP) -> list[str]:
    """The text in lines that fit, at least one, not yet escaped."""
    return textwrap.wrap(" ".join(text.split()), width) or [""]


def letters_of(series: Sequence[str]) -> tuple[str, ...]:
    """One letter for each series: its name's own where they differ, otherwise A, B, C …"""
    initials = tuple(name[:1].upper() for name in series)
    if len(set(initials)) == len(series) and all(i.isalpha() for i in initials):
        return initials
    return tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place % 26] for place in range(len(series)))


def bars(picture: Picture, *, dark: bool, size: Size) -> go.Figure:
    """Horizontal bars with their labels above, or beside them where all of these are short."""
    chart = picture.chart
    looks = look(dark=dark, size=size)
    if not isinstance(chart, Bars):
        return frame(looks, height=looks.line_height)
    several = len(chart.series) > 1
    if len(chart.rows) * len(chart.series) > _MANY_BARS:
        looks = replace(looks, bar=looks.bar - looks.bar // (6 if several else 3))
    beside = max(len(row.label) for row in chart.rows) <= _SHORT
    figure = frame(looks, height=0)
    tops, height = _place_labels(figure, chart, looks, beside=beside)
    letters = letters_of(chart.series)
    for place, name in enumerate(chart.series):
        texts = [row.texts[place] if place < len(row.texts) else "" for row in chart.rows]
        figure.add_bar(
            orientation="h",
            x=[row.values[place] if place < len(row.values) else 0 for row in chart.rows],
            y=[top + (place + 0.5) * (looks.bar + 4) for top in tops],
            width=looks.bar,
            name=escaped(f"{letters[place]} {name}" if several else name),
            text=[_beside_bar(t, letters[place] if several else "") for t in texts],
            textposition="outside",
            textfont={"size": looks.font, "color": looks.ink},
            cliponaxis=False,
            hoverinfo="skip",
            marker=series_marker(looks, place),
        )
    longest = max((len(t) for row in chart.rows for t in row.texts), default=0)
    figure.update_layout(margin_r=round((longest + 5) * looks.font * 0.56), showlegend=several)
    figure.update_xaxes(range=[0, chart.most])
    return sized(figure, looks, height, key=several)


def stacked(picture: Picture, *, dark: bool, size: Size) -> go.Figure:
    """A diverging bar for each statement: its middle is the middle of the scale."""
    chart = picture.chart
    looks = look(dark=dark, size=size)
    if not isinstance(chart, Stacked):
        return frame(looks, height=looks.line_height)
    figure = frame(looks, height=0)
    tops, height = _place_statements(figure, chart, looks)
    starts = [left_of_middle(row.values) for row in chart.rows]
    reach = max([1.0, *(-s for s in starts), *(sum(r.values) + s for r, s in _pairs(chart))])
    colours = scale_colours(len(chart.points), dark=dark)
    for place, (point, colour) in enumerate(zip(chart.points, colours, strict=True)):
        counts = [row.values[place] for row in chart.rows]
        letter = "ABCDEFGHIJ"[place]
        figure.add_bar(
            orientation="h",
            x=counts,
            base=[s + sum(r.values[:place]) for r, s in _pairs(chart)],
            y=[top + looks.bar / 2 for top in tops],
            width=looks.bar,
            name=escaped(f"{letter} {point}"),
            # A segment too narrow for its letter and count says them in the table instead.
            text=[f"{letter} {c:g}" if c / (2 * reach) >= 0.06 else "" for c in counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"size": looks.font, "color": on_colour(colour)},
            hoverinfo="skip",
            marker={"color": colour, "line": {"color": looks.paper, "width": 2}},
        )
    figure.update_layout(showlegend=True, barmode="overlay")
    figure.update_xaxes(range=[-reach, reach])
    return sized(figure, looks, height, key=True)


def frame(looks: Look, *, height: int) -> go.Figure:
    """An empty, still figure on a see-through ground. One unit of y is one pixel."""
    axis = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    return go.Figure(
        layout={
            "height": max(height, 10),
            "margin": {"l": 0, "r": 0, "t": 0, "b": _MARGIN_BOTTOM, "autoexpand": False},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": looks.font, "color": looks.ink},
            "barmode": "overlay",
            "bargap": 0,
            "hovermode": False,
            "dragmode": False,
            "showlegend": False,
            "xaxis": axis,
            "yaxis": axis,
        }
    )


def sized(figure: go.Figure, looks: Look, height: int, *, key: bool) -> go.Figure:
    """Set the height that the rows need, with room for the key above them."""
    entries = [trace.name for trace in figure.data if trace.name] if key else []
    # The key may break into a line for each entry on a narrow screen.
    lines = -(-sum(len(name) + 6 for name in entries) // _WRAP)
    above = lines * (looks.line_height + 8)
    figure.update_yaxes(range=[height, 0])
    figure.update_layout(
        height=height + above + _MARGIN_BOTTOM,
        margin_t=above,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1,
            "xanchor": "left",
            "yanchor": "bottom",
            "traceorder": "normal",
            "font": {"size": looks.font, "color": looks.ink},
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )
    return figure


def series_marker(looks: Look, place: int) -> dict[str, Any]:
    """The colour and pattern of a series; the first is plain."""
    colour = looks.aubergine if place % 2 == 0 else looks.teal
    marker: dict[str, Any] = {"color": colour, "line": {"color": colour, "width": 2}}
    if place:
        shape = "/x.-|+"[(place - 1) % 6]
        marker["pattern"] = {
            "shape": shape,
            "fgcolor": looks.paper,
            "fgopacity": 1,
            "size": looks.bar // 3,
            "solidity": 0.3,
        }
    return marker


def left_of_middle(values: Sequence[float]) -> float:
    """Where a statement's bar begins (zero or below), so that its middle point lies on zero."""
    half, odd = divmod(len(values), 2)
    return -(sum(values[:half]) + (values[half] / 2 if odd else 0))


def _beside_bar(text: str, letter: str) -> str:
    # The leading space that cannot break keeps the text off its bar.
    return escaped(f"{letter} · {text}" if letter and text else text).join(("\u00a0", ""))


def _pairs(chart: Stacked) -> list[tuple[Row, float]]:
    return [(row, left_of_middle(row.values)) for row in chart.rows]


def _place_labels(
    figure: go.Figure, chart: Bars, looks: Look, *, beside: bool
) -> tuple[list[int], int]:
    """Write every row's label; returns where each row's first bar begins, and the height used."""
    tops = []
    height = 0
    block = len(chart.series) * (looks.bar + 4)
    for row in chart.rows:
        if beside:
            _write(figure, looks, escaped(row.label), y=height + block / 2, anchor="right")
        else:
            lines = wrapped(row.label)
            _write(figure, looks, "<br>".join(map(escaped, lines)), y=height, anchor="left")
            height += len(lines) * looks.line_height
        tops.append(height)
        height += block + looks.bar // 3
    if beside:
        longest = max(len(row.label) for row in chart.rows)
        figure.update_layout(margin_l=round(longest * looks.font * 0.58) + 16)
    return tops, height


def _place_statements(figure: go.Figure, chart: Stacked, looks: Look) -> tuple[list[int], int]:
    tops = []
    height = 0
    for row in chart.rows:
        lines = wrapped(row.label)
        _write(figure, looks, "<br>".join(map(escaped, lines)), y=height, anchor="left")
        height += len(lines) * looks.line_height
        tops.append(height)
        height += looks.bar + looks.bar // 2
    return tops, height


def _write(figure: go.Figure, looks: Look, text: str, *, y: float, anchor: str) -> None:
    beside = anchor == "right"
    figure.add_annotation(
        text=text,
        x=0,
        y=y,
        xref="paper",
        yref="y",
        xanchor=anchor,
        yanchor="middle" if beside else "top",
        xshift=-12 if beside else 0,
        align="right" if beside else "left",
        showarrow=False,
        font={"size": looks.font, "color": looks.ink},
    )
