"""What a chart is made of, measured before it is drawn: sizes of letters, key, rows, height.

Without Plotly, so that a screen can ask what fits before it draws anything.
"""

from dataclasses import dataclass
from math import ceil
from typing import Literal

from modules.activities.chart_key import Key, key
from modules.activities.chart_rows import Rows, Space, rows
from modules.domain.colours import Colours, colours
from modules.domain.lettering import em
from modules.domain.picture import Bars, Stacked, letter

Size = Literal["projector", "half", "console"]
"""A screen: the whole projector, one of two results beside each other on it, the console."""

Room = tuple[float, float]
"""The width and the height that a chart may fill, in pixels."""

MARGIN_BOTTOM = 8


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


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything goes: the key above, the rows below it."""

    width: float
    key: Key
    rows: Rows

    @property
    def top(self) -> float:
        return self.key.height

    @property
    def bottom(self) -> float:
        return self.top + self.rows.height


def layout(looks: Look, chart: Bars | Stacked, room: Room | None, *, least: bool = False) -> Layout:
    """What fills the room; without one whole labels, with some air or in the `least` height."""
    width = room[0] if room else looks.width
    above = key(names(chart), width=width, font=looks.font)
    high = room[1] - above.height - MARGIN_BOTTOM if room else None
    series = len(chart.series) if isinstance(chart, Bars) else 1
    space = Space(width, high, looks.fonts, after(chart), looks.most_beside, least)
    lettered = any(row.letter for row in chart.rows)
    below = rows([row.label for row in chart.rows], series, space, lettered=lettered)
    return Layout(width, above, below)


def height(chart: Bars | Stacked, *, size: Size, least: bool = False) -> int:
    """What whole labels take in the width of a screen, with some air or at least."""
    return ceil(
        layout(look(dark=False, size=size), chart, None, least=least).bottom + MARGIN_BOTTOM
    )


def written(chart: Bars) -> list[tuple[str, ...]]:
    """What stands behind the bars of each row."""
    return [
        tuple(
            f"{sign} · {text}" if sign and text else text
            for text, sign in zip(row.texts, _letters(chart), strict=False)
        )
        for row in chart.rows
    ]


def after(chart: Bars | Stacked) -> float:
    """The width of the longest text behind a bar, in em."""
    if isinstance(chart, Stacked):
        return 0.2
    return max((em(text) for texts in written(chart) for text in texts), default=0.0) + 0.5


def names(chart: Bars | Stacked) -> list[str]:
    """What the key names: the series where there are several, the points of a scale."""
    if isinstance(chart, Stacked):
        return [f"{letter(place)} {point}" for place, point in enumerate(chart.points)]
    return [
        f"{sign} {name}" for sign, name in zip(_letters(chart), chart.series, strict=True) if sign
    ]


def _letters(chart: Bars) -> tuple[str, ...]:
    return chart.letters if len(chart.series) > 1 else ("",) * len(chart.series)
