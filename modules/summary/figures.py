"""Charts for the PDF: the one drawing, with its letters taken out for Typst to set.

Typst draws SVG, but sets letters in it only from the simplest scripts, and not validly for PDF/UA.
"""

# Only our own drawings are read here.
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from modules.domain.picture import Chart, Picture
from modules.summary.drawing import svg

# As wide as the page's text, this makes the letters in charts as large as those beside them.
WIDTH = 640
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
    """A line of letters that starts at `x`, or has its middle there, on the base line `y`."""

    x: float
    y: float
    middle: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing without letters, `WIDTH` units wide, and the letters that belong onto it."""

    drawing: str
    labels: tuple[Label, ...]


def figure(chart: Chart) -> Figure:
    """The chart's drawing and its letters, apart."""
    root = ET.fromstring(svg(Picture("", chart), title="", width=WIDTH))  # noqa: S314
    labels = tuple(_label(text, root) for text in root.iter(f"{_SVG}text"))
    for parent in list(root.iter()):
        for child in [c for c in parent if c.tag == f"{_SVG}text"]:
            parent.remove(child)
    ET.register_namespace("", _SVG.strip("{}"))
    return Figure(ET.tostring(root, encoding="unicode"), labels)


def _label(text: ET.Element, root: ET.Element) -> Label:
    """One `text` with its `tspan`s, which inherit what they do not say themselves."""

    def run_of(element: ET.Element) -> Run:
        said = {**root.attrib, **text.attrib, **element.attrib}
        gap = float(element.get("dx", 0))
        return Run(element.text or "", float(said["font-size"]), said["fill"], gap)

    return Label(
        x=float(text.get("x", 0)),
        y=float(text.get("y", 0)),
        middle=text.get("text-anchor") == "middle",
        runs=tuple(run_of(element) for element in (text, *text) if element.text),
    )
