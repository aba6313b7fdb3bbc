"""Disclosed pictures as Plotly figures, drawn in pixels so that no label can collide.

Every figure is still: no hovering, zooming or legend to click. Texts are escaped, because Plotly
reads a kind of HTML in labels.
"""

import html
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go

from modules.activities.chart_key import Key
from modules.activities.chart_layout import (
    MARGIN_BOTTOM,
    Layout,
    Look,
    Room,
    Size,
    after,
    layout,
    look,
    names,
    written,
)
from modules.domain.colours import on_colour, scale_colours
from modules.domain.lettering import em
from modules.domain.picture import Bars, Picture, Row, Stacked, letter

FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, system-ui, sans-serif"


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
    figure, laid_out = _framed(looks, chart, room)
    rows, texts = laid_out.rows, written(chart)
    for place, name in enumerate(chart.series):
        figure.add_bar(
            orientation="h",
            x=[row.values[place] if place < len(row.values) else 0 for row in chart.rows],
            y=[laid_out.top + rows.bar_y(n, place) for n, _ in enumerate(chart.rows)],
            width=rows.bar,
            name=escaped(name),
            text=[escaped(t[place]).join(("\u00a0", "")) if place < len(t) else "" for t in texts],
            textposition="outside",
            textfont={"size": rows.font, "color": looks.colours.ink},
            constraintext="none",
            cliponaxis=False,
            hoverinfo="skip",
            marker=series_marker(looks, place, rows.bar),
        )
    fills = [looks.colours.series[place % 2] for place, _ in enumerate(chart.series)]
    _draw_key(figure, laid_out.key, looks, fills, left=rows.left)
    figure.update_layout(margin_r=round(after(chart) * rows.font))
    figure.update_xaxes(range=[0, chart.most])
    return figure


def stacked(picture: Picture, *, dark: bool, size: Size, room: Room | None = None) -> go.Figure:
    """A diverging bar for each statement: its middle is the middle of the scale."""
    chart = picture.chart
    looks = look(dark=dark, size=size)
    if not isinstance(chart, Stacked):
        return frame(looks, height=looks.line_height)
    figure, laid_out = _framed(looks, chart, room)
    rows = laid_out.rows
    fills = scale_colours(len(chart.points), dark=dark)
    wide = (laid_out.width - rows.left) / (2 * chart.reach)
    for place, (name, fill) in enumerate(zip(names(chart), fills, strict=True)):
        counts = [row.values[place] for row in chart.rows]
        figure.add_bar(
            orientation="h",
            x=counts,
            base=[chart.start(row) + sum(row.values[:place]) for row in chart.rows],
            y=[laid_out.top + rows.bar_y(n, 0) for n, _ in enumerate(chart.rows)],
            width=rows.bar,
            name=escaped(name),
            text=[_inside(letter(place), count, count * wide / rows.font) for count in counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"size": rows.font, "color": on_colour(fill)},
            hoverinfo="skip",
            marker={"color": fill, "line": {"color": looks.colours.paper, "width": 2}},
        )
    _draw_key(figure, laid_out.key, looks, fills, left=rows.left)
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
            "margin": {"l": 0, "r": 0, "t": 0, "b": MARGIN_BOTTOM, "autoexpand": False},
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


def _framed(looks: Look, chart: Bars | Stacked, room: Room | None) -> tuple[go.Figure, Layout]:
    """A frame with every row's label, and where the rest goes."""
    laid_out = layout(looks, chart, room)
    width = room[0] if room else None
    figure = frame(looks, height=laid_out.bottom + MARGIN_BOTTOM, width=width)
    figure.update_yaxes(range=[laid_out.bottom, 0])
    figure.update_layout(margin_l=round(laid_out.rows.left))
    for place, row in enumerate(chart.rows):
        _write_label(figure, looks, laid_out, place, row)
    return figure, laid_out


def _write_label(figure: go.Figure, looks: Look, laid_out: Layout, place: int, row: Row) -> None:
    rows = laid_out.rows
    looks = replace(looks, fonts=(rows.font,))
    beside, y = rows.beside, laid_out.top + rows.label_y(place)
    off = 0.45 * rows.font
    side: dict[str, Any] = {"xanchor": "right" if beside else "left"}
    side["yanchor"] = "middle" if beside else "top"
    text = "<br>".join(map(escaped, rows.labels[place]))
    shift = -off - rows.letter if beside else rows.letter
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
