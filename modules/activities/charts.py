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

from modules.domain.colours import Colours, colours, on_colour, scale_colours
from modules.domain.picture import Bars, Picture, Row, Stacked, letter

Size = Literal["projector", "half", "console"]
"""A screen: the whole projector, one of two results beside each other on it, the console."""

FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, system-ui, sans-serif"
_WRAP = 62
_MARGIN_BOTTOM = 8
_MANY_BARS = 5


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, and sizes in pixels, of one screen.

    Labels are broken after `wrap` characters, beside bars after `wrap_beside`; those up to `short`
    stand beside their bars. A segment below `writable` of the width carries no text.
    """

    colours: Colours
    font: int
    bar: int
    wrap: int = _WRAP
    wrap_beside: int = 44
    short: int = 24
    writable: float = 0.07

    @property
    def line_height(self) -> int:
        return round(self.font * 1.3)


def look(*, dark: bool, size: Size) -> Look:
    """The look of a screen; a result alone on the projector is written in 32 pixels."""
    shades = colours(dark=dark)
    if size == "half":
        return Look(shades, 28, 34, wrap=42, wrap_beside=16, short=12, writable=0.13)
    return Look(shades, 32, 40) if size == "projector" else Look(shades, 16, 22)


def escaped(text: str) -> str:
    """The text as Plotly must be given it to draw exactly these characters on one line."""
    plain = html.escape(" ".join(text.split()), quote=False)
    # Two dollar signs would be taken for a formula.
    return plain.replace("$", "&#36;")


def wrapped(text: str, width: int = _WRAP) -> list[str]:
    """The text in lines that fit, at least one, not yet escaped."""
    return textwrap.wrap(" ".join(text.split()), width) or [""]


def bars(picture: Picture, *, dark: bool, size: Size) -> go.Figure:
    """Horizontal bars with their labels above, or beside them where all of these are short."""
    chart = picture.chart
    looks = look(dark=dark, size=size)
    if not isinstance(chart, Bars):
        return frame(looks, height=looks.line_height)
    several = len(chart.series) > 1
    if len(chart.rows) * len(chart.series) > _MANY_BARS:
        looks = replace(looks, bar=looks.bar - looks.bar // (6 if several else 3))
    figure = frame(looks, height=0)
    tops, height = _place_labels(figure, chart.rows, len(chart.series), looks)
    letters = chart.letters
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
            textfont={"size": looks.font, "color": looks.colours.ink},
            constraintext="none",
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
    tops, height = _place_labels(figure, chart.rows, 1, looks)
    fills = scale_colours(len(chart.points), dark=dark)
    for place, (point, fill) in enumerate(zip(chart.points, fills, strict=True)):
        counts = [row.values[place] for row in chart.rows]
        figure.add_bar(
            orientation="h",
            x=counts,
            base=[chart.start(row) + sum(row.values[:place]) for row in chart.rows],
            y=[top + looks.bar / 2 for top in tops],
            width=looks.bar,
            name=escaped(f"{letter(place)} {point}"),
            # A segment too narrow for its letter and count says them in the table instead.
            text=[
                f"{letter(place)} {c:g}" if c / (2 * chart.reach) >= looks.writable else ""
                for c in counts
            ],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"size": looks.font, "color": on_colour(fill)},
            hoverinfo="skip",
            marker={"color": fill, "line": {"color": looks.colours.paper, "width": 2}},
        )
    figure.update_layout(showlegend=True)
    figure.update_xaxes(range=[-chart.reach, chart.reach])
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
            "font": {"family": FONT, "size": looks.font, "color": looks.colours.ink},
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
    lines = -(-sum(len(name) + 6 for name in entries) // looks.wrap)
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
            "font": {"size": looks.font, "color": looks.colours.ink},
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )
    return figure


def series_marker(looks: Look, place: int) -> dict[str, Any]:
    """The colour and pattern of a series; the first is plain."""
    colour = looks.colours.series[place % 2]
    marker: dict[str, Any] = {"color": colour, "line": {"color": colour, "width": 2}}
    if place:
        shape = "/x.-|+"[(place - 1) % 6]
        marker["pattern"] = {
            "shape": shape,
            "fgcolor": looks.colours.paper,
            "fgopacity": 1,
            "size": looks.bar // 3,
            "solidity": 0.3,
        }
    return marker


def _beside_bar(text: str, letter: str) -> str:
    # The leading space that cannot break keeps the text off its bar.
    return escaped(f"{letter} · {text}" if letter and text else text).join(("\u00a0", ""))


def _better_beside(rows: Sequence[Row], series: int, looks: Look) -> bool:
    """Whether labels go beside their bars: they are all short, or this takes less height."""
    if max(len(row.label) for row in rows) <= looks.short:
        return True
    return len(rows) * series > _MANY_BARS and (
        sum(_room(row, series, looks, beside=True) for row in rows)
        < sum(_room(row, series, looks, beside=False) for row in rows)
    )


def _room(row: Row, series: int, looks: Look, *, beside: bool) -> int:
    """The height of a row, with the gap below it."""
    bars_height = series * (looks.bar + 4)
    label = len(_label(row, looks, beside=beside)) * looks.line_height
    gap = looks.bar // 3
    return max(bars_height, label) + gap if beside else bars_height + label + gap


def _label(row: Row, looks: Look, *, beside: bool) -> list[str]:
    return wrapped(row.label, looks.wrap_beside if beside else looks.wrap)


def _place_labels(
    figure: go.Figure, rows: Sequence[Row], series: int, looks: Look
) -> tuple[list[float], int]:
    """Write every row's label; returns where each row's first bar begins, and the height used."""
    beside = _better_beside(rows, series, looks)
    tops = []
    height = 0
    bars_height = series * (looks.bar + 4)
    for row in rows:
        lines = _label(row, looks, beside=beside)
        room = _room(row, series, looks, beside=beside)
        middle = height + (room - looks.bar // 3) / 2
        text = "<br>".join(map(escaped, lines))
        _write(figure, looks, text, y=middle if beside else height, beside=beside)
        below = len(lines) * looks.line_height
        tops.append(middle - bars_height / 2 if beside else height + below)
        height += room
    if beside:
        longest = max(len(line) for row in rows for line in _label(row, looks, beside=True))
        figure.update_layout(margin_l=round(longest * looks.font * 0.56) + 16)
    return tops, height


def _write(figure: go.Figure, looks: Look, text: str, *, y: float, beside: bool) -> None:
    figure.add_annotation(
        text=text,
        x=0,
        y=y,
        xref="paper",
        yref="y",
        xanchor="right" if beside else "left",
        yanchor="middle" if beside else "top",
        xshift=-12 if beside else 0,
        align="right" if beside else "left",
        showarrow=False,
        font={"size": looks.font, "color": looks.colours.ink},
    )
