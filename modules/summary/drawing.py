"""One drawing of a result, for phone, page and PDF: plain SVG without style sheets or scripts.

Colours and sizes are presentation attributes, because the phone's content policy refuses styles.
They rank below any style sheet, so a page may recolour `.chart` and its classes for the dark.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from modules.domain.colours import Colours, colours, on_colour, scale_colours
from modules.domain.picture import Bars, Picture, Stacked, Terms, letter
from modules.summary.measuring import lines_of, width_of

WIDTH = 360
_FONT = "Atkinson Hyperlegible Next,system-ui,sans-serif"
_SIZE = 15
_LINE = 20
_BAR = 20
_GAP = 10
_SMALLEST_TERM, _LARGEST_TERM = 15, 30
# XML has no way to write these, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every drawing needs: its width, its colours, and a name for what it defines."""

    width: int
    colours: Colours
    name: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """Elements with the height they take."""

    elements: str
    height: float


def svg(picture: Picture, *, title: str, dark: bool = False, width: int = WIDTH) -> str:
    """The picture's chart as an inline SVG, or "" where it has none or consists of texts.

    `width` is the number of user units across: letters are 15 of them high.
    """
    unique = hashlib.sha256(f"{title}{picture}".encode(errors="replace")).hexdigest()[:8]
    sheet = Sheet(width, colours(dark=dark), f"p{unique}")
    chart = picture.chart
    if isinstance(chart, Bars) and chart.rows:
        drawn = _bars(chart, sheet)
    elif isinstance(chart, Stacked) and chart.rows:
        drawn = _stacked(chart, sheet, dark=dark)
    elif isinstance(chart, Terms) and chart.terms:
        drawn = _terms(chart, sheet)
    else:
        return ""
    # Anchors mean left and right in every language; words inside still run their own way.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" width="100%" '
        f'viewBox="0 0 {width} {_n(drawn.height)}" direction="ltr" '
        f'font-family="{_FONT}" font-size="{_SIZE}" fill="{sheet.colours.ink}">'
        f"<title>{_text(title)}</title><desc>{_text(picture.sentence)}</desc>"
        f"{drawn.elements}</svg>"
    )


def _bars(chart: Bars, sheet: Sheet) -> Drawn:
    """Each row's label above its bars; what a bar stands for is written at its end."""
    letters = chart.letters
    several = len(chart.series) > 1
    key = _key(
        [f"{c} {n}" for c, n in zip(letters, chart.series, strict=True)] if several else [],
        [_fill(place, sheet) for place in range(len(chart.series))],
        sheet,
    )
    parts = [_patterns(len(chart.series), sheet), key.elements]
    top = key.height
    ends = [
        f"{letters[place]} · {text}" if several and text else text
        for row in chart.rows
        for place, text in enumerate(row.texts)
    ]
    room = sheet.width - 6 - max((width_of(end, _SIZE) for end in ends), default=0)
    room = max(room, sheet.width * 0.25)
    for row in chart.rows:
        label = _lines(row.label, top, sheet)
        parts.append(label.elements)
        top += label.height
        for place, value in enumerate(row.values):
            length = room * min(max(value / chart.most, 0), 1) if chart.most > 0 else 0
            end = row.texts[place] if place < len(row.texts) else ""
            written = f"{letters[place]} · {end}" if several and end else end
            parts.append(_rect(0, top, length, _BAR, _fill(place, sheet), f"s{place}"))
            parts.append(_write(written, length + 5, top + _BAR - 5))
            top += _BAR + 3
        top += _GAP
    return Drawn("".join(parts), top - _GAP)


def _stacked(chart: Stacked, sheet: Sheet, *, dark: bool) -> Drawn:
    """Each statement above its bar; the middle of the scale lies in the middle of the drawing."""
    fills = scale_colours(len(chart.points), dark=dark)
    names = [f"{letter(place)} {point}" for place, point in enumerate(chart.points)]
    key = _key(names, fills, sheet)
    parts = [key.elements]
    top = key.height
    scale = sheet.width / (2 * chart.reach)
    for row in chart.rows:
        label = _lines(row.label, top, sheet)
        parts.append(label.elements)
        top += label.height
        left = sheet.width / 2 + chart.start(row) * scale
        for place, (count, fill) in enumerate(zip(row.values, fills, strict=False)):
            length = count * scale
            parts.append(_rect(left, top, length, _BAR, fill, f"k{place}"))
            written = f"{letter(place)} {_n(count)}"
            if count and width_of(written, _SIZE) <= length:
                x = left + length / 2
                parts.append(_write(written, x, top + _BAR - 5, on_colour(fill), middle=True))
            left += length
        top += _BAR + _GAP
    return Drawn("".join(parts), top - _GAP)


def _terms(chart: Terms, sheet: Sheet) -> Drawn:
    """Words one after the other, larger the more often they were mentioned, with their counts."""
    counts = [count for _, count in chart.terms]
    spread = max(max(counts) - min(counts), 1)
    parts: list[str] = []
    x, top, tallest = 0.0, 0.0, 0.0
    for term, count in chart.terms:
        share = (count - min(counts)) / spread
        size = _SMALLEST_TERM + share * (_LARGEST_TERM - _SMALLEST_TERM)
        told = f"×{count}"
        room = sheet.width - 4 - width_of(told, _SIZE)
        size = max(8.0, min(size, room / max(width_of(term, 1), 0.1)))
        length = width_of(term, size) + 4 + width_of(told, _SIZE)
        if x and x + length > sheet.width:
            x, top, tallest = 0.0, top + tallest + 6, 0.0
        tallest = max(tallest, size * 1.3)
        # The words of a line share a base line where the tallest so far needs it.
        parts.append(
            f'<text x="{_n(x)}" y="{_n(top + _LARGEST_TERM)}" font-size="{_n(size)}" class="w">'
            f'{_text(term)}<tspan dx="4" font-size="{_SIZE}" class="q" '
            f'fill="{sheet.colours.quiet}">{_text(told)}</tspan></text>'
        )
        x += length + 14
    return Drawn("".join(parts), top + _LARGEST_TERM * 1.3)


def _key(names: Sequence[str], fills: Sequence[str], sheet: Sheet) -> Drawn:
    """Swatches with names, above the bars that carry the same letters."""
    parts: list[str] = []
    x, top = 0.0, 0.0
    for place, (name, fill) in enumerate(zip(names, fills, strict=False)):
        length = 18 + width_of(name, _SIZE)
        if x and x + length > sheet.width:
            x, top = 0.0, top + _LINE
        lines = lines_of(name, _SIZE, sheet.width - 18)
        parts.append(_rect(x, top + 3, 13, 13, fill, f"{'s' if '(' in fill else 'k'}{place}"))
        for number, line in enumerate(lines):
            parts.append(_write(line, x + 18, top + 15 + number * _LINE))
        top += (len(lines) - 1) * _LINE
        x += length + 14
    return Drawn("".join(parts), top + _LINE + 6 if names else 0.0)


def _patterns(series: int, sheet: Sheet) -> str:
    """Stripes for every series but the first, turned further for each."""
    return "".join(
        f'<pattern id="{sheet.name}{place}" width="8" height="8" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate({45 * place})">'
        f'<rect width="8" height="8" class="s{place}" fill="{sheet.colours.series[place % 2]}"/>'
        f'<rect width="3" height="8" class="gap" fill="{sheet.colours.paper}"/></pattern>'
        for place in range(1, series)
    ).join(("<defs>", "</defs>") if series > 1 else ("", ""))


def _fill(place: int, sheet: Sheet) -> str:
    return f"url(#{sheet.name}{place})" if place else sheet.colours.series[0]


def _lines(text: str, top: float, sheet: Sheet) -> Drawn:
    lines = lines_of(text, _SIZE, sheet.width)
    written = (_write(line, 0, top + 15 + n * _LINE) for n, line in enumerate(lines))
    return Drawn("".join(written), len(lines) * _LINE + 2)


def _rect(x: float, y: float, width: float, height: float, fill: str, name: str) -> str:
    if width <= 0:
        return ""
    # A pattern's colours are recoloured inside it.
    marked = "" if fill.startswith("url") else f' class="{name}"'
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
        f'{marked} fill="{fill}"/>'
    )


def _write(text: str, x: float, y: float, fill: str = "", *, middle: bool = False) -> str:
    if not text:
        return ""
    own = f' fill="{fill}" class="on"' if fill else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text x="{_n(x)}" y="{_n(y)}"{anchor}{own}>{_text(text)}</text>'


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
