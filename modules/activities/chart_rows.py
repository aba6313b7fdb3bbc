"""Where labels and bars go, in pixels, so that the rows fill the room they are given.

Letters, bars and gaps grow with the room. Labels stand beside their bars where that leaves the bars
enough width, else above them. Before a long label is shortened, labels take more of the width.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from modules.domain.lettering import em, wrapped

LINE = 1.3
"""The height of a line of text, in parts of its letter size: Plotly's own."""
_LEAST_BAR, _LEAST_GAP = 1.15, 0.4
_MOST_BAR, _MOST_BAR_OF_SEVERAL, _MOST_GAP = 3.0, 2.2, 2.0
_STEPS = 48
_UNBOUNDED = 6
"""How far bars and gaps grow, of the steps, where no height is given."""
_NARROWEST_LABELS = 7.0
_BETWEEN_BARS = 4
_BESIDE = (0.62, 0.66, 0.7, 0.72)
"""What labels may take of the width before they are shortened, best first."""


@dataclass(frozen=True, slots=True)
class Space:
    """What rows are laid out in. `height` is None where they may take what they need, with some
    air; `least` where that is to be as little as possible.

    `after` is the width, in em, of the longest text that stands behind a bar; all that is not bar
    takes `most_beside` of the width at the most, where labels stand beside their bars; more of it
    only so that fewer of them are shortened.
    """

    width: float
    height: float | None
    fonts: tuple[int, ...]
    after: float = 0.0
    most_beside: float = 0.58
    least: bool = False

    @property
    def wider(self) -> tuple["Space", ...]:
        """The same with ever more width for labels, as much as they may have at last."""
        more = (share for share in _BESIDE if share > self.most_beside)
        return tuple(replace(self, most_beside=share) for share in more)


@dataclass(frozen=True)
class Rows:
    """Rows of labels and `series` bars, laid out with one letter size."""

    labels: tuple[tuple[str, ...], ...]
    series: int
    font: int
    width: float
    """Of the labels at most, in em."""
    beside: bool
    lettered: bool
    bar: float
    gap: float

    @property
    def shortened(self) -> int:
        """How many labels are."""
        return sum(map(_is_cut, self.labels))

    @property
    def line(self) -> float:
        return self.font * LINE

    @property
    def bars(self) -> float:
        """The height of all bars of one row."""
        return self.series * self.bar + (self.series - 1) * _BETWEEN_BARS

    @property
    def left(self) -> float:
        """What labels and letters take of the width, beside the bars."""
        if not self.beside:
            return 0.0
        longest = max((em(line) for label in self.labels for line in label), default=0.0)
        return longest * self.font + self.letter + 0.9 * self.font

    @property
    def letter(self) -> float:
        """The width of the column of letters."""
        return 1.15 * self.font if self.lettered else 0.0

    def _label(self, place: int) -> float:
        below = 0 if self.beside else 0.15 * self.font
        return len(self.labels[place]) * self.line + below

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """Where each row begins, and where the last one ends."""
        found = [0.0]
        for place in range(len(self.labels)):
            label = self._label(place)
            inside = max(self.bars, label) if self.beside else label + self.bars
            found.append(found[-1] + inside + self.gap)
        return tuple(found)

    @property
    def height(self) -> float:
        return self.starts[-1]

    def label_y(self, place: int) -> float:
        """The middle of the label beside its bars, the top of the label above them."""
        if not self.beside:
            return self.starts[place]
        return (self.starts[place] + self.starts[place + 1] - self.gap) / 2

    def bar_y(self, place: int, series: int) -> float:
        """The middle of a bar."""
        top = (
            self.label_y(place) - self.bars / 2
            if self.beside
            else self.starts[place] + self._label(place)
        )
        return top + (self.bar + _BETWEEN_BARS) * series + self.bar / 2


def rows(labels: Sequence[str], series: int, space: Space, *, lettered: bool = False) -> Rows:
    """The largest letters with which everything fits, then the largest bars and gaps.

    What does not fit even when it is shortened to single lines is returned as it is: too high.
    """
    smallest = space.fonts[-1]
    if space.least:
        return _lowest(_with(labels, series, space.wider[-1], lettered, smallest, None))
    if space.height is None:
        whole = _lowest(_with(labels, series, space, lettered, smallest, None))
        return _grown(whole, _UNBOUNDED)
    height = space.height
    whole_ones = (r for f in space.fonts for r in _with(labels, series, space, lettered, f, None))
    found = next((r for r in whole_ones if r.height <= height), None)
    found = found or _shortened(labels, series, space, lettered, height)
    steps = (_grown(found, step) for step in range(_STEPS, 0, -1))
    return next((grown for grown in steps if grown.height <= height), found)


def _shortened(
    labels: Sequence[str], series: int, space: Space, lettered: bool, height: float
) -> Rows:
    """In small letters, as few shortened as can be, if any, and then with the longest bars."""
    found = []
    for wider in (space, *space.wider):
        tries = (
            laid_out
            for most in (None, 3, 2, 1)
            for laid_out in _with(labels, series, wider, lettered, space.fonts[-1], most)
            if laid_out.height <= height
        )
        if fits := next(tries, None):
            found.append(_with_more_lines(fits, labels, height))
    if not found:
        return _lowest(_with(labels, series, space, lettered, space.fonts[-1], 1))
    return min(found, key=lambda laid_out: laid_out.shortened)


def _with_more_lines(laid_out: Rows, labels: Sequence[str], height: float) -> Rows:
    """Shortened labels get a line more while there is room, first those that are whole then."""
    more = [
        wrapped(label, laid_out.width, len(lines) + 1)
        for label, lines in zip(labels, laid_out.labels, strict=True)
    ]
    for place in sorted(range(len(more)), key=lambda place: _is_cut(more[place])):
        lines = (*laid_out.labels[:place], more[place], *laid_out.labels[place + 1 :])
        longer = replace(laid_out, labels=lines)
        if longer.height <= height:
            laid_out = longer
    return laid_out


def _is_cut(label: Sequence[str]) -> bool:
    return label[-1].endswith("…")


def _lowest(found: Iterable[Rows]) -> Rows:
    return min(found, key=lambda laid_out: laid_out.height)


def _with(
    labels: Sequence[str], series: int, space: Space, lettered: bool, font: int, most: int | None
) -> Iterator[Rows]:
    """Short labels beside their bars, else labels above, else longer ones beside."""
    letter = 1.15 if lettered else 0.0
    narrow = space.most_beside * space.width / font - space.after - letter - 0.9

    def laid_out(width: float, beside: bool) -> Rows:
        lines = tuple(wrapped(label, width, most) for label in labels)
        return _grown(Rows(lines, series, font, width, beside, lettered, 0, 0), 0)

    beside = laid_out(narrow, True) if narrow > 1 else None
    on_one_line = beside and all(len(label) == 1 for label in beside.labels)
    if beside and on_one_line:
        yield beside
    yield laid_out(space.width / font - letter - 0.3, False)
    if beside and not on_one_line and narrow >= _NARROWEST_LABELS:
        yield beside


def _grown(laid_out: Rows, step: int) -> Rows:
    share = step / _STEPS
    most = _MOST_BAR if laid_out.series == 1 else _MOST_BAR_OF_SEVERAL
    return replace(
        laid_out,
        bar=round(laid_out.font * (_LEAST_BAR + (most - _LEAST_BAR) * share)),
        gap=round(laid_out.font * (_LEAST_GAP + (_MOST_GAP - _LEAST_GAP) * share)),
    )
