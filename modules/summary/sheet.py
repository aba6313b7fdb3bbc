"""Putting marks and letters onto a drawing, in either reading direction."""

import re
from dataclasses import dataclass
from html import escape

from modules.domain.colours import ENOUGH_CONTRAST, Colours, contrast
from modules.summary.measuring import lines_of, width_of
from modules.summary.plain import reads_right_to_left

SIZE = 15
LINE = 20
# XML has no way to write these, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Elements with the height they take."""

    elements: str
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every drawing needs: its width, its colours, and a name for what it defines.

    Everything is placed from the side where reading starts: `mirrored`, that is the right one.
    `spare` is how much wider than ours the reader's font may be.
    """

    width: float
    colours: Colours
    name: str
    mirrored: bool = False
    spare: float = 1.0
    bar: int = 20
    gap: int = 10

    def width_of(self, text: str, size: float = SIZE) -> float:
        return width_of(text, size) * self.spare

    def lines_of(self, text: str, room: float) -> list[str]:
        return lines_of(text, SIZE, room / self.spare)

    def base(self, top: float) -> float:
        """The base line of letters in or behind a bar."""
        return top + self.bar / 2 + 5

    def rect(self, x: float, y: float, width: float, height: float, fill: str, mark: str) -> str:
        """A bar or swatch. What is too light to stand out from the paper gets an outline."""
        if width <= 0:
            return ""
        pattern = fill.startswith("url")
        # A pattern's colours are recoloured inside it.
        marked = "" if pattern else f' class="{mark}"'
        edge = ""
        if not pattern and contrast(fill, self.colours.paper) < ENOUGH_CONTRAST and width > 1:
            edge = f' stroke="{self.colours.quiet}"'
            x, y, width, height = x + 0.5, y + 0.5, width - 1, height - 1
        left = self.width - x - width if self.mirrored else x
        return (
            f'<rect x="{number(left)}" y="{number(y)}" width="{number(width)}" '
            f'height="{number(height)}"{marked} fill="{fill}"{edge}/>'
        )

    def write(self, text: str, x: float, y: float, *, right: bool | None = None) -> str:
        """A line of letters that starts at `x`, on the base line `y`.

        `right` tells the direction of the whole that the line is a part of.
        """
        if not text:
            return ""
        return f"<text{self.placed(text, x, y, right=right)}>{cleaned(text)}</text>"

    def write_on(self, text: str, x: float, y: float, fill: str) -> str:
        """Letters with their middle at `x`, on a colour."""
        left = self.width - x if self.mirrored else x
        at = f'x="{number(left)}" y="{number(y)}"'
        return f'<text {at} text-anchor="middle" fill="{fill}" class="on">{cleaned(text)}</text>'

    def placed(self, text: str, x: float, y: float, *, right: bool | None = None) -> str:
        """Where a line stands: its own direction says which of its ends is the start."""
        turned = reads_right_to_left(text) if right is None else right
        left = self.width - x if self.mirrored else x
        direction = ' direction="rtl"' if turned else ""
        anchor = "" if turned == self.mirrored else ' text-anchor="end"'
        return f' x="{number(left)}" y="{number(y)}"{direction}{anchor}'

    def paragraph(self, text: str, top: float) -> Drawn:
        """A text in as many lines as it needs."""
        lines, right = self.lines_of(text, self.width), reads_right_to_left(text)
        written = (
            self.write(line, 0, top + SIZE + place * LINE, right=right)
            for place, line in enumerate(lines)
        )
        return Drawn("".join(written), len(lines) * LINE + 2)


def cleaned(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
