"""A disclosed result, laid out: what to draw, its sentence and its table.

Made by a kind from disclosed numbers only, so nothing here can give away more than `disclosure`
allowed. One drawer turns it into SVG for phone, HTML and PDF; each kind's `chart.py` into Plotly.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One label with one value for each series; `texts` is what is written on each bar."""

    label: str
    values: tuple[float, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars; series (rounds) lie below each other, told apart by pattern and letter.

    `most` is the value of a full-length bar.
    """

    series: tuple[str, ...]
    rows: tuple[Row, ...]
    most: float


@dataclass(frozen=True, slots=True)
class Stacked:
    """A diverging stacked bar for each statement; one value for each point of the scale."""

    points: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """Words with how often they were mentioned, most often first."""

    terms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts the moderator showed, in shuffled or themed order: (theme or "", texts)."""

    groups: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[str | int | float, ...], ...]


Chart = Bars | Stacked | Terms | Texts


@dataclass(frozen=True, slots=True)
class Picture:
    """`chart` is None where there is nothing to draw; the sentence always says what is so."""

    sentence: str
    chart: Chart | None = None
    table: Table | None = None
