"""A result as a slide of 1920 by 1080: title, sentence, chart, and from which workshop it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from modules.domain.colours import Colours, colours
from modules.domain.picture import Picture
from modules.summary.drawing import svg
from modules.summary.languages import is_right_to_left, language_tag
from modules.summary.measuring import lines_of
from modules.summary.phrases import phrases_for
from modules.summary.plain import plain, reads_right_to_left
from modules.summary.sheet import SIZE, cleaned, number

WIDTH, HEIGHT = 1920, 1080
MARGIN = 96
TITLE, SENTENCE, SOURCE = 60, 40, 28
"""Letters of the heading, of the sentence, and of what stands below the chart."""
LARGEST, USUAL, SMALLEST = 44, 32, 18
"""Letters in the chart; on the projector they are the usual ones."""
MOST_LINES = 3
# Bold letters are wider than those we measure.
_BOLD = 1.09
_FONT = "Atkinson Hyperlegible Next,system-ui,sans-serif"
_VIEW = re.compile(r'viewBox="0 0 [\d.]+ ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class _Page:
    """Letters from the top down, at the side where the language starts."""

    colours: Colours
    mirrored: bool

    def text(self, text: str, top: float, size: int, fill: str, *, bold: bool) -> tuple[str, float]:
        """The lines with the height they take; a very long text ends in …"""
        if not text:
            return "", 0.0
        room = (WIDTH - 2 * MARGIN) / (_BOLD if bold else 1)
        lines = lines_of(text, size, room)
        if len(lines) > MOST_LINES:
            lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]
        right = reads_right_to_left(text)
        x = WIDTH - MARGIN if self.mirrored else MARGIN
        anchor = "" if right == self.mirrored else ' text-anchor="end"'
        direction = ' direction="rtl"' if right else ""
        weight = ' font-weight="700"' if bold else ""
        step = size * 1.25
        written = "".join(
            f'<text x="{x}" y="{number(top + size + place * step)}" font-size="{size}" '
            f'fill="{fill}"{direction}{anchor}{weight}>{cleaned(line)}</text>'
            for place, line in enumerate(lines)
        )
        return written, len(lines) * step


def slide(
    picture: Picture, *, title: str, workshop: str, held_on: date | None, language: str,
    dark: bool = False,
) -> str:  # fmt: skip
    """The slide as SVG, or "" where the picture has no chart to draw."""
    shades = colours(dark=dark)
    page = _Page(shades, is_right_to_left(language_tag(language)))
    heading, taken = page.text(plain(title), MARGIN - 12, TITLE, shades.series[0], bold=True)
    top = MARGIN + taken
    sentence, taken = page.text(plain(picture.sentence), top, SENTENCE, shades.ink, bold=False)
    top += taken + 36
    source = _source(workshop, held_on, language)
    foot, _ = page.text(source, HEIGHT - MARGIN - 4, SOURCE, shades.quiet, bold=False)
    chart = _chart(picture, page, top, HEIGHT - MARGIN - SOURCE - top, dark=dark)
    if not chart:
        return ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" direction="ltr" font-family="{_FONT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{shades.paper}"/>'
        f"{heading}{sentence}{chart}{foot}</svg>"
    )


def _source(workshop: str, held_on: date | None, language: str) -> str:
    if held_on is None:
        return plain(workshop)
    day = phrases_for(language_tag(language)).date(held_on)
    # Each keeps its own direction (Unicode's isolates).
    return f"\u2068{plain(workshop)}\u2069 · \u2068{day}\u2069"


def _chart(picture: Picture, page: _Page, top: float, room: float, *, dark: bool) -> str:
    """The drawing with letters as large as the room below the sentence allows."""
    width = WIDTH - 2 * MARGIN
    drawn = ""
    for letters, compact in _ways():
        drawn = svg(
            picture, title="", dark=dark, width=width * SIZE / letters,
            mirrored=page.mirrored, spare=1.0, compact=compact,
        )  # fmt: skip
        found = _VIEW.search(drawn)
        if not found:
            return ""
        if float(found[1]) * letters / SIZE <= room:
            break
    place = f'x="{MARGIN}" y="{number(top)}" width="{width}" height="{number(room)}"'
    align = "xMaxYMin" if page.mirrored else "xMinYMin"
    return drawn.replace('width="100%"', f'{place} preserveAspectRatio="{align} meet"', 1)


def _ways() -> Iterator[tuple[int, bool]]:
    """Sizes of letters, and whether bars are flat: that comes before small letters."""
    yield from ((letters, False) for letters in range(LARGEST, USUAL - 1, -2))
    yield from ((letters, True) for letters in range(USUAL, SMALLEST - 1, -2))
