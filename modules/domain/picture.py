"""A disclosed result, laid out: what to draw, its sentence and its table.

Made by a kind from disclosed numbers only, so nothing here can give away more than `disclosure`
allowed. One drawer turns it into SVG for phone, HTML and PDF; each kind's `chart.py` into Plotly.
"""

from dataclasses import dataclass

PEOPLE_FOR_PERCENT = 30
"""Below this, one person more or less moves a share by over three points: say the count."""


def of(count: int, people: int) -> str:
    """“11 of 18”, from thirty people on “23 of 40 (58 %)”."""
    if people < PEOPLE_FOR_PERCENT:
        return f"{count} of {people}"
    return f"{count} of {people} ({round(100 * count / people)} %)"


def letter(place: int) -> str:
    """A, B, C … for the first, second, third …"""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place % 26]


@dataclass(frozen=True, slots=True)
class Row:
    """One label with one value for each series; `texts` is what is written on each bar.

    `letter` is the one under which phones offer it, where they do.
    """

    label: str
    values: tuple[float, ...]
    texts: tuple[str, ...]
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars; series (rounds) lie below each other, told apart by pattern and letter.

    `most` is the value of a full-length bar.
    """

    series: tuple[str, ...]
    rows: tuple[Row, ...]
    most: float

    @property
    def letters(self) -> tuple[str, ...]:
        """What a series' bars carry: its name's own letter where they differ, else A, B, C …"""
        initials = tuple(name[:1].upper() for name in self.series)
        if len(set(initials)) == len(initials) and all(i.isalpha() for i in initials):
            return initials
        return tuple(map(letter, range(len(initials))))


@dataclass(frozen=True, slots=True)
class Stacked:
    """A diverging stacked bar for each statement; one value for each point of the scale."""

    points: tuple[str, ...]
    rows: tuple[Row, ...]

    @staticmethod
    def start(row: Row) -> float:
        """Where a row's bar begins (zero or below), so that its scale's middle lies on zero."""
        half, odd = divmod(len(row.values), 2)
        return -(sum(row.values[:half]) + (row.values[half] / 2 if odd else 0))

    @property
    def reach(self) -> float:
        """How far the longest side of any bar lies from zero; at least 1."""
        ends = ((-self.start(row), sum(row.values) + self.start(row)) for row in self.rows)
        return max((max(pair) for pair in ends), default=1.0) or 1.0


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
