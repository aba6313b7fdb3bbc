"""The pages' style sheets recolour drawings in the dark: every part of them, and visibly."""

import re

import pytest

from modules.domain.colours import colours, contrast, scale_colours
from modules.domain.picture import Bars, Chart, Picture, Row, Stacked, Terms
from modules.phone import pages
from modules.summary import html
from modules.summary.drawing import svg
from tests.summary.a_view import a_view

SHEETS = {"phone": str(pages.style()), "page": html.html(a_view()).decode()}
DARK = colours(dark=True)
SCALES = [Stacked(tuple("abcdefg"[:n]), (Row("", (3.0,) * n, ()),)) for n in range(2, 8)]
ROUNDS = Bars(("a", "b", "c", "d"), (Row("", (1.0,) * 4, ("1",) * 4),), 1.0)
CHARTS: tuple[Chart, ...] = (
    *SCALES,
    ROUNDS,
    Bars(("",), (Row("", (1.0,), ("1",)),), 1.0),
    Terms((("a", 2),)),
)


def recoloured(sheet: str) -> dict[str, str]:
    """What the page's sheet makes of each class in a chart, in the dark."""
    bare = re.sub(r"\s+", "", sheet)
    dark = bare[bare.index("dark){.chart{fill:") + len("dark){") :]
    rules = re.findall(r"([^{}]+)\{fill:(#\w+);?\}", dark[: dark.index("}}") + 1])
    return {
        name.strip().removeprefix(".chart").strip(" ."): colour
        for names, colour in rules
        for name in names.split(",")
    }


def classes(drawn: str) -> set[str]:
    return set(re.findall(r'class="(\w+)"', drawn)) - {"chart", "w"}


@pytest.mark.parametrize("name", SHEETS)
def test_every_class_of_every_drawing_is_recoloured_visibly(name):
    colour = recoloured(SHEETS[name])

    assert colour[""] == DARK.ink
    for chart in CHARTS:
        for part in classes(svg(Picture("", chart), title="")) - {"gap", "on"}:
            assert contrast(colour[part], DARK.paper) >= 3, part
    assert colour["gap"] == DARK.paper


@pytest.mark.parametrize("name", SHEETS)
def test_counts_on_recoloured_segments_can_be_read(name):
    colour = recoloured(SHEETS[name])

    steps = [c for part, c in colour.items() if re.fullmatch(r"[lh]\d|m", part)]
    assert len(steps) == 7
    assert [c for c in steps if contrast(c, colour["on"]) < 4.5] == []


@pytest.mark.parametrize("name", SHEETS)
def test_pages_and_drawings_know_the_same_dark_colours(name):
    colour = recoloured(SHEETS[name])

    assert [colour[p] for p in ("l3", "l2", "l1", "m", "h1", "h2", "h3")] == list(
        scale_colours(7, dark=True)
    )
    assert (colour["s0"], colour["s1"]) == DARK.series
    assert colour["q"] == DARK.quiet
