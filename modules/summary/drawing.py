"""One drawing of a result, for phone, page and PDF: plain SVG without style sheets or scripts.

Colours and sizes are presentation attributes, because the phone's content policy refuses styles.
They rank below any style sheet, so a page may recolour `.chart` and its classes for the dark.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from modules.domain.colours import colours, on_colour, scale_colours, scale_steps
from modules.domain.picture import Bars, Picture, Stacked, Terms, letter
from modules.summary.plain import reads_right_to_left
from modules.summary.sheet import LINE, SIZE, Drawn, Sheet, cleaned, number

# What a page adds to its style sheet.
CHARTS_IN_THE_DARK = (Path(__file__).parent / "chart.css").read_text(encoding="utf-8")

WIDTH = 288
"""So many pixels are left beside the margins of the smallest phone: letters keep their size."""
UNKNOWN_FONT = 1.2
"""Phones and pages use whatever font there is; hardly any is so much wider than ours."""
STEP_NAMES = ("l3", "l2", "l1", "m", "h1", "h2", "h3")
_FONT = "Atkinson Hyperlegible Next,system-ui,sans-serif"
_SWATCH = 18
_BETWEEN_NAMES = 16
_BETWEEN_POINTS = 1
_SMALLEST_TERM, _LARGEST_TERM = 15, 30


def svg(
    picture: Picture, *, title: str, dark: bool = False, width: float = WIDTH,
    mirrored: bool = False, spare: float = UNKNOWN_FONT, compact: bool = False,
) -> str:  # fmt: skip
    """The picture's chart as an inline SVG, or "" where it has none or consists of texts.

    `width` is the number of user units across: letters are 15 of them high. `mirrored` is for
    languages that are read from the right, `compact` for few pixels of height.
    """
    unique = hashlib.sha256(f"{title}{picture}".encode(errors="replace")).hexdigest()[:8]
    bar, gap = (15, 5) if compact else (20, 10)
    sheet = Sheet(width, colours(dark=dark), f"p{unique}", mirrored, spare, bar, gap)
    chart = picture.chart
    if isinstance(chart, Bars) and chart.rows:
        drawn = _bars(chart, sheet)
    elif isinstance(chart, Stacked) and chart.rows:
        drawn = _stacked(chart, sheet, scale_colours(len(chart.points), dark=dark))
    elif isinstance(chart, Terms) and chart.terms:
        drawn = _terms(chart, sheet)
    else:
        return ""
    # Anchors mean left and right in every language; words inside still run their own way.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" width="100%" '
        f'viewBox="0 0 {number(width)} {number(drawn.height)}" direction="ltr" '
        f'font-family="{_FONT}" font-size="{SIZE}" fill="{sheet.colours.ink}">'
        f"<title>{cleaned(title)}</title><desc>{cleaned(picture.sentence)}</desc>"
        f"{drawn.elements}</svg>"
    )


def _bars(chart: Bars, sheet: Sheet) -> Drawn:
    """Each row's label above its bars; what a bar stands for is written at its end."""
    several = len(chart.series) > 1
    places = range(len(chart.series))
    key = _key(
        list(zip(chart.letters, chart.series, strict=True)) if several else [],
        [(_fill(place, sheet), f"s{place % 2}") for place in places],
        sheet,
    )
    parts = [_patterns(len(chart.series), sheet), key.elements]
    top = key.height
    ends = [_ends(chart, texts) for texts in (row.texts for row in chart.rows)]
    widest = max((sheet.width_of(end) for row in ends for end in row), default=0)
    room = max(sheet.width - 6 - widest, sheet.width * 0.25)
    for row, told in zip(chart.rows, ends, strict=True):
        label = sheet.paragraph(row.label, top)
        parts.append(label.elements)
        top += label.height
        for place, value in enumerate(row.values):
            length = room * min(max(value / chart.most, 0), 1) if chart.most > 0 else 0
            end = told[place] if place < len(told) else ""
            parts.append(
                sheet.rect(0, top, length, sheet.bar, _fill(place, sheet), f"s{place % 2}")
            )
            parts.append(sheet.write(end, length + 5, sheet.base(top)))
            top += sheet.bar + 3
        top += sheet.gap
    return Drawn("".join(parts), top - sheet.gap)


def _ends(chart: Bars, texts: Sequence[str]) -> list[str]:
    """What is written behind a row's bars, with the series' letter where there are several."""
    if len(chart.series) < 2:
        return list(texts)
    letters = chart.letters
    return [f"{letters[place]} · {text}" if text else "" for place, text in enumerate(texts)]


def _stacked(chart: Stacked, sheet: Sheet, fills: Sequence[str]) -> Drawn:
    """Each statement above its bar; the middle of the scale lies in the middle of the drawing."""
    marks = [STEP_NAMES[step + 3] for step in scale_steps(len(chart.points))]
    names = [(letter(place), point) for place, point in enumerate(chart.points)]
    key = _key(names, list(zip(fills, marks, strict=True)), sheet)
    parts = [key.elements]
    top = key.height
    scale = sheet.width / (2 * chart.reach)
    for row in chart.rows:
        label = sheet.paragraph(row.label, top)
        parts.append(label.elements)
        top += label.height
        start = sheet.width / 2 + chart.start(row) * scale
        for place, (count, fill) in enumerate(zip(row.values, fills, strict=False)):
            length = count * scale
            shown = max(length - _BETWEEN_POINTS, min(length, 1))
            parts.append(sheet.rect(start, top, shown, sheet.bar, fill, marks[place]))
            written = f"{letter(place)} {number(count)}"
            if count and sheet.width_of(written) <= length - 2:
                middle = start + shown / 2
                parts.append(sheet.write_on(written, middle, sheet.base(top), on_colour(fill)))
            start += length
        top += sheet.bar + sheet.gap
    return Drawn("".join(parts), top - sheet.gap)


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
        room = sheet.width - 4 - sheet.width_of(told)
        size = max(8.0, min(size, room / max(sheet.width_of(term, 1), 0.1)))
        length = sheet.width_of(term, size) + 4 + sheet.width_of(told)
        if x and x + length > sheet.width:
            x, top, tallest = 0.0, top + tallest + 6, 0.0
        tallest = max(tallest, size * 1.3)
        # The words of a line share a base line where the tallest so far needs it.
        parts.append(
            f'<text{sheet.placed(term, x, top + _LARGEST_TERM)} font-size="{number(size)}" '
            f'class="w">{cleaned(term)}<tspan dx="{-4 if reads_right_to_left(term) else 4}" '
            f'font-size="{SIZE}" class="q" fill="{sheet.colours.quiet}">{told}</tspan></text>'
        )
        x += length + 14
    return Drawn("".join(parts), top + _LARGEST_TERM * 1.3)


def _key(names: Sequence[tuple[str, str]], fills: Sequence[tuple[str, str]], sheet: Sheet) -> Drawn:
    """Swatches with letters and names, above the bars that carry the same letters."""
    parts: list[str] = []
    top = 0.0
    lengths = [_SWATCH + sheet.width_of(" ".join(name)) for name in names]
    for row in _rows(lengths, sheet.width):
        x, deepest = 0.0, 1
        for place in row:
            name, (fill, mark) = " ".join(names[place]), fills[place]
            lines = sheet.lines_of(name, sheet.width - _SWATCH)
            right = reads_right_to_left(names[place][1])
            parts.append(sheet.rect(x, top + 3, 13, 13, fill, mark))
            for number_, line in enumerate(lines):
                y = top + SIZE + number_ * LINE
                parts.append(sheet.write(line, x + _SWATCH, y, right=right))
            x += lengths[place] + _BETWEEN_NAMES
            deepest = max(deepest, len(lines))
        top += deepest * LINE
    return Drawn("".join(parts), top + 6 if names else 0.0)


def _rows(lengths: Sequence[float], room: float) -> list[list[int]]:
    """Which names share a row: as few rows as possible, and those as even as possible."""
    fewest = _filled(lengths, room)
    narrower = room
    while narrower > room / 4 and len(even := _filled(lengths, narrower)) == len(fewest):
        fewest, narrower = even, narrower - 4
    return fewest


def _filled(lengths: Sequence[float], room: float) -> list[list[int]]:
    rows: list[list[int]] = []
    x = room
    for place, length in enumerate(lengths):
        if not rows or x + length > room:
            rows.append([])
            x = 0.0
        rows[-1].append(place)
        x += length + _BETWEEN_NAMES
    return rows


def _patterns(series: int, sheet: Sheet) -> str:
    """Stripes for every series but the first, turned further for each."""

    def striped() -> Iterator[str]:
        for place in range(1, series):
            yield (
                f'<pattern id="{sheet.name}{place}" width="8" height="8" '
                f'patternUnits="userSpaceOnUse" patternTransform="rotate({45 * place})">'
                f'<rect width="8" height="8" class="s{place % 2}" '
                f'fill="{sheet.colours.series[place % 2]}"/>'
                f'<rect width="3" height="8" class="gap" fill="{sheet.colours.paper}"/></pattern>'
            )

    return f"<defs>{''.join(striped())}</defs>" if series > 1 else ""


def _fill(place: int, sheet: Sheet) -> str:
    return f"url(#{sheet.name}{place})" if place else sheet.colours.series[0]
