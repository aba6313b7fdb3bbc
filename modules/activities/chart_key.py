"""The key of a chart: every colour with its letter and name, above the bars and inside the picture.

Plotly's own legend begins at the plot and is cut off where it has many entries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from modules.activities.chart_rows import LINE
from modules.domain.lettering import em, wrapped

_SWATCH, _BEFORE_NAME, _BETWEEN = 0.85, 0.35, 1.1
_BELOW = 0.6


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with where it is written: pixels from the chart's left edge and top."""

    place: int
    lines: tuple[str, ...]
    x: float
    top: float
    text_x: float


@dataclass(frozen=True, slots=True)
class Key:
    entries: tuple[Entry, ...]
    font: int
    height: float

    @property
    def swatch(self) -> float:
        return self.font * _SWATCH


def key(names: Sequence[str], *, width: float, font: int) -> Key:
    """As many names on a line as fit."""
    if not names:
        return Key((), font, 0)
    entries = tuple(_entries(names, width, font))
    last = entries[-1]
    below = last.top + len(last.lines) * font * LINE
    return Key(entries, font, round(below + font * _BELOW))


def _entries(names: Sequence[str], width: float, font: int) -> Iterator[Entry]:
    x = top = 0.0
    lines_here = 1
    for place, name in enumerate(names):
        before = font * (_SWATCH + _BEFORE_NAME)
        lines = wrapped(name, (width - before) / font)
        wide = before + max(em(line) for line in lines) * font
        if x and x + wide > width:
            x, top, lines_here = 0.0, top + lines_here * font * LINE, 1
        yield Entry(place, lines, x, top, x + before)
        lines_here = max(lines_here, len(lines))
        x += wide + font * _BETWEEN
