"""Disclosed pictures as Plotly figures, drawn in pixels so that no label can collide.

Every figure is still: no hovering, zooming or legend to click. Texts are escaped, because Plotly
reads a kind of HTML in labels.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any, Literal

import plotly.graph_objects as go

from modules.activities.chart_key import Key, key
from modules.activities.chart_rows import Rows, Space, rows
from modules.domain.colours import Colours, colours, on_colour, scale_colours
from modules.domain.lettering import em
from modules.domain.picture import Bars, Picture, Row, Stacked, letter

Size = Literal["projector", "half", "console"]
"""A screen: the whole projector, one of two results beside each other on it, the console."""

Room = tuple[float, float]
"""The width and the height that a chart may fill, in pixels."""

FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, system-ui, sans-serif"
_MARGIN_BOTTOM = 8


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, and the letter sizes that a screen may use, largest first.

    `width` is what the chart is sure to have; on the console it may turn out wider.
    """

    colours: Colours
    fonts: tuple[int, ...]
    width: float
    most_beside: float = 0.58

    @property
    def font(self) -> int:
        return self.fonts[-1]

    @property
    def line_height(self) -> int:
        return round(self.font * 1.3)


def look(*, dark: bool, size: Size) -> Look:
    """The look of a screen; nothing on the projector is written below 32 pixels."""
    shades = colours(dark=dark)
    if size == "console":
        return Look(shades, (16,), 400, most_beside=0.5)
    if size == "half":
        return Look(shades, (40, 36, 32), 660)
    return Look(shades, (52, 48, 44, 40, 36, 32), 1420)


def escaped(text: str) -> str:
    """The text as Plotly must be given it to draw exactly these characters on one line."""
    plain = html.escape(" ".join(text.split()), quote=False)
    # Two dollar signs would be taken for a formula.
    return plain.replace("$", "&#36;")


def bars(picture: Picture, *, dark: bool, size: Size, room: Room | None = None) -> go.Figure:
    """Horizontal bars with their labels above or beside them, whichever suits the room."""
    chart = picture.chart
    looks = look(dark=dark, size=size)
    if not isinstance(chart, Bars):
        return frame(looks, height=looks.line_height)
    written = _written(chart)
    figure, laid_out, top = _framed(looks, chart, room)
    for place, name in enumerate(chart.series):
        figure.add_bar(
            orientation="h",
            x=[row.values[place] if place < len(row.values) else 0 for row in chart.rows],
            y=[top + laid_out.bar_y(n, place) for n, _ in enumerate(chart.rows)],
            width=laid_out.bar,
            name=escaped(name),
            text=[
                escaped(t[place]).join(("\u00a0", "")) if place < len(t) else "" for t in written
            ],
            textposition="outside",
            textfont={"size": laid_out.font, "color": looks.colours.ink},
            constraintext="none",
            cliponaxis=False,
            hoverinfo="skip",
            marker=series_marker(looks, place, laid_out.bar),
        )
    fills = [looks.colours.series[place % 2] for place, _ in enumerate(chart.series)]
    _draw_key(figure, _key_of(chart, looks, _width(looks, room)), looks, fills, left=laid_out.left)
    figure.update_layout(margin_r=round(_after(chart) * laid_out.font))
    figure.update_xaxes(range=[0, chart.most])
    return figure


def stacked(picture: Picture, *, dark: bool, size: Size, room: Room | None = None) -> go.Figure:
    """A diverging bar for each statement: its middle is the middle of the scale."""
    chart = picture.chart
    looks = look(dark=dark, size=size)
    if not isinstance(chart, Stacked):
        return frame(looks, height=looks.line_height)
    figure, laid_out, top = _framed(looks, chart, room)
    fills = scale_colours(len(chart.points), dark=dark)
    wide = (_width(looks, room) - laid_out.left) / (2 * chart.reach)
    for place, (name, fill) in enumerate(zip(_names(chart), fills, strict=True)):
        counts = [row.values[place] for row in chart.rows]
        figure.add_bar(
            orientation="h",
            x=counts,
            base=[chart.start(row) + sum(row.values[:place]) for row in chart.rows],
            y=[top + laid_out.bar_y(n, 0) for n, _ in enumerate(chart.rows)],
            width=laid_out.bar,
            name=escaped(name),
            text=[_inside(letter(place), count, count * wide / laid_out.font) for count in counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"size": laid_out.font, "color": on_colour(fill)},
            hoverinfo="skip",
            marker={"color": fill, "line": {"color": looks.colours.paper, "width": 2}},
        )
    _draw_key(figure, _key_of(chart, looks, _width(looks, room)), looks, fills, left=laid_out.left)
    figure.update_xaxes(range=[-chart.reach, chart.reach])
    return figure


def frame(looks: Look, *, height: float, width: float | None = None) -> go.Figure:
    """An empty, still figure on a see-through ground. One unit of y is one pixel."""
    axis = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    return go.Figure(
        layout={
            "height": max(height, 10),
            "width": width,
            "autosize": width is None,
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


def series_marker(looks: Look, place: int, bar: float) -> dict[str, Any]:
    """The colour and pattern of a series; the first is plain."""
    colour = looks.colours.series[place % 2]
    marker: dict[str, Any] = {"color": colour, "line": {"color": colour, "width": 2}}
    if place:
        marker["pattern"] = {
            "shape": "/x.-|+"[(place - 1) % 6],
            "bgcolor": colour,
            "fgcolor": looks.colours.paper,
            "fgopacity": 1,
            "size": round(bar / 3),
            "solidity": 0.3,
        }
    return marker


def _width(looks: Look, room: Room | None) -> float:
    return room[0] if room else looks.width


def height(chart: Bars | Stacked, *, size: Size, width: float, least: bool = False) -> int:
    """How high it is with whole labels: with some air, or the least. Nothing is drawn."""
    laid_out, top = _laid_out(look(dark=False, size=size), chart, width, None, least=least)
    return ceil(top + laid_out.height + _MARGIN_BOTTOM)


def _letters(chart: Bars) -> tuple[str, ...]:
    return chart.letters if len(chart.series) > 1 else ("",) * len(chart.series)


def _written(chart: Bars) -> list[tuple[str, ...]]:
    """What stands behind the bars of each row."""
    return [
        tuple(
            f"{sign} · {text}" if sign and text else text
            for text, sign in zip(row.texts, _letters(chart), strict=False)
        )
        for row in chart.rows
    ]


def _names(chart: Bars | Stacked) -> list[str]:
    """What the key names: the series where there are several, the points of a scale."""
    if isinstance(chart, Stacked):
        return [f"{letter(place)} {point}" for place, point in enumerate(chart.points)]
    return [
        f"{sign} {name}" for sign, name in zip(_letters(chart), chart.series, strict=True) if sign
    ]


def _key_of(chart: Bars | Stacked, looks: Look, width: float) -> Key:
    return key(_names(chart), width=width, font=looks.font)


def _after(chart: Bars | Stacked) -> float:
    """The width of the longest text behind a bar, in em."""
    if isinstance(chart, Stacked):
        return 0.2
    return max((em(text) for texts in _written(chart) for text in texts), default=0.0) + 0.5


def _laid_out(
    looks: Look, chart: Bars | Stacked, width: float, high: float | None, *, least: bool = False
) -> tuple[Rows, float]:
    """The rows, and how much is kept above them for the key."""
    top = _key_of(chart, looks, width).height
    left = None if high is None else high - top - _MARGIN_BOTTOM
    space = Space(width, left, looks.fonts, _after(chart), looks.most_beside, least)
    series = len(chart.series) if isinstance(chart, Bars) else 1
    lettered = any(row.letter for row in chart.rows)
    return rows([row.label for row in chart.rows], series, space, lettered=lettered), top


def _framed(looks: Look, chart: Bars | Stacked, room: Room | None) -> tuple[go.Figure, Rows, float]:
    """A frame with every row's label, where the bars go, and how much is kept above for the key."""
    laid_out, top = _laid_out(looks, chart, _width(looks, room), room[1] if room else None)
    looks = replace(looks, fonts=(laid_out.font,))
    total = top + laid_out.height
    figure = frame(looks, height=total + _MARGIN_BOTTOM, width=room[0] if room else None)
    figure.update_yaxes(range=[total, 0])
    figure.update_layout(margin_l=round(laid_out.left))
    for place, row in enumerate(chart.rows):
        _write_label(figure, looks, laid_out, place, row, top)
    return figure, laid_out, top


def _write_label(
    figure: go.Figure, looks: Look, laid_out: Rows, place: int, row: Row, top: float
) -> None:
    beside, y = laid_out.beside, top + laid_out.label_y(place)
    off = 0.45 * laid_out.font
    side: dict[str, Any] = {"xanchor": "right" if beside else "left"}
    side["yanchor"] = "middle" if beside else "top"
    text = "<br>".join(map(escaped, laid_out.labels[place]))
    shift = -off - laid_out.letter if beside else laid_out.letter
    _write(figure, looks, text, y=y, xshift=shift, align=side["xanchor"], **side)
    if row.letter:
        sign = f"<b>{escaped(row.letter)}</b>"
        _write(figure, looks, sign, y=y, xshift=-off if beside else 0, accent=True, **side)


def _draw_key(
    figure: go.Figure, drawn: Key, looks: Look, fills: Sequence[str], *, left: float
) -> None:
    """Swatches and names, in pixels from the left edge; the plot begins further right."""
    for entry in drawn.entries:
        x, middle = entry.x - round(left), entry.top + looks.line_height / 2
        box = {"xref": "paper", "yref": "y", "xsizemode": "pixel", "xanchor": 0, "line_width": 2}
        half = drawn.swatch / 2
        colour = fills[entry.place]
        edges = {"x0": x, "x1": x + drawn.swatch, "y0": middle - half, "y1": middle + half}
        figure.add_shape(type="rect", **edges, **box, fillcolor=colour, line_color=colour)
        if entry.place and len(fills) == 2 and colour in looks.colours.series:
            stripe = {"x0": x + 4, "x1": x + drawn.swatch - 4}
            slope = {"y0": middle + half - 4, "y1": middle - half + 4}
            figure.add_shape(type="line", **stripe, **slope, **box, line_color=looks.colours.paper)
        text = "<br>".join(map(escaped, entry.lines))
        shift = entry.text_x - round(left)
        _write(figure, looks, text, y=entry.top, xshift=shift, xanchor="left", yanchor="top")


def _inside(sign: str, count: float, room: float) -> str:
    """What a segment can hold, of its letter and count; the table says what it cannot."""
    if not count:
        return ""
    return next((t for t in (f"{sign} {count:g}", f"{count:g}") if em(t) + 0.3 <= room), "")


def _write(
    figure: go.Figure, looks: Look, text: str, *, y: float, accent: bool = False, **where: Any
) -> None:
    figure.add_annotation(
        text=text,
        x=0,
        y=y,
        xref="paper",
        yref="y",
        showarrow=False,
        borderpad=0,
        font={
            "size": looks.font,
            "color": looks.colours.series[0] if accent else looks.colours.ink,
        },
        **where,
    )
