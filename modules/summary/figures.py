"""Charts for the PDF: the one drawing, with its letters taken out for Typst to set.

Typst draws SVG, but sets letters in it only from the simplest scripts, and not validly for PDF/UA.
"""

# Only our own drawings are read here.
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import Literal

from modules.domain.picture import Chart, Picture
from modules.summary.drawing import svg

# Letters in charts are as large as those beside them: a chart that fills the page, and one that
# leaves room for its table.
WIDTH = 640
BESIDE_TABLE = 370
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one size and colour; `gap` is the space before them. In the drawing's units."""

    text: str
    size: float
    fill: str
    gap: float


@dataclass(frozen=True, slots=True)
class Label:
    """A line of letters on the base line `y`; `side` says which point of it lies at `x`.

    `right` is set where it is read from the right.
    """

    x: float
    y: float
    side: Literal["left", "middle", "right"]
    right: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing without letters, `width` units wide, and the letters that belong onto it."""

    drawing: str
    width: int
    labels: tuple[Label, ...]


def figure(chart: Chart, *, width: int = WIDTH, mirrored: bool = False) -> Figure:
    """The chart's drawing and its letters, apart."""
    drawn = svg(Picture("", chart), title="", width=width, mirrored=mirrored, spare=1.0)
    root = ET.fromstring(drawn)  # noqa: S314
    labels = tuple(_label(text, root) for text in root.iter(f"{_SVG}text"))
    for parent in list(root.iter()):
        for child in [c for c in parent if c.tag == f"{_SVG}text"]:
            parent.remove(child)
    ET.register_namespace("", _SVG.strip("{}"))
    return Figure(ET.tostring(root, encoding="unicode"), width, labels)


def _label(text: ET.Element, root: ET.Element) -> Label:
    """One `text` with its `tspan`s, which inherit what they do not say themselves."""

    def run_of(element: ET.Element) -> Run:
        said = {**root.attrib, **text.attrib, **element.attrib}
        gap = abs(float(element.get("dx", 0)))
        return Run(element.text or "", float(said["font-size"]), said["fill"], gap)

    right = text.get("direction") == "rtl"
    return Label(
        x=float(text.get("x", 0)),
        y=float(text.get("y", 0)),
        side=_side(text.get("text-anchor", "start"), right=right),
        right=right,
        runs=tuple(run_of(element) for element in (text, *text) if element.text),
    )


def _side(anchor: str, *, right: bool) -> Literal["left", "middle", "right"]:
    if anchor == "middle":
        return "middle"
    return "right" if (anchor == "start") == right else "left"
