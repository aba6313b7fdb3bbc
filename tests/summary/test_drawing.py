"""The one drawer of results: valid, escaped, without styles, inside its frame, fit for Typst."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from modules.domain.colours import colours, contrast, on_colour, scale_colours, scale_steps
from modules.domain.picture import Bars, Picture, Row, Stacked, Terms, Texts
from modules.summary.drawing import WIDTH, svg
from modules.summary.measuring import lines_of, width_of

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script> & \"quotes\" 'x' \x00\x1b\ud800\uffff ]]> &amp;"


def bars(*series: str, label: str = "Make a joke") -> Picture:
    values = tuple(float(n + 3) for n in range(len(series)))
    texts = tuple(f"{n:g} of 18" for n in values)
    rows = (Row(label, values, texts), Row("Nothing", (0.0,) * len(series), texts))
    return Picture("What is so.", Bars(series, rows, 18.0))


LIKERT = Picture(
    "What is so.",
    Stacked(
        ("Never", "Rarely", "Sometimes", "Often", "Always"),
        (Row("I noticed it.", (1.0, 2.0, 4.0, 6.0, 1.0), ()), Row("None.", (0.0,) * 5, ())),
    ),
)
WORDS = Picture("What is so.", Terms((("school", 9), ("law", 4), ("a" * 30, 2))))
PICTURES = {
    "bars": bars(""),
    "rounds": bars("First vote", "Second vote"),
    "many rounds": bars("a", "b", "c", "d"),
    "likert": LIKERT,
    "words": WORDS,
    "hostile": bars("<b>", "&", label=HOSTILE),
}


def drawing(picture: Picture, **options) -> ET.Element:
    return ET.fromstring(svg(picture, **{"title": "A question", **options}))  # noqa: S314


def written(root: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    "picture",
    [
        Picture("Nothing to draw."),
        Picture("Texts.", Texts((("", ("a",)),))),
        Picture("No rows.", Bars(("",), (), 1.0)),
        Picture("No statements.", Stacked(("a", "b"), ())),
        Picture("No words.", Terms(())),
    ],
)
def test_what_cannot_be_drawn_is_an_empty_string(picture):
    assert svg(picture, title="A question") == ""


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("dark", [True, False])
def test_every_drawing_names_itself_and_needs_no_style(name, dark):
    root = drawing(PICTURES[name], dark=dark)

    assert root.get("role") == "img"
    assert [child.text for child in root][:2] == ["A question", "What is so."]
    for element in root.iter():
        assert element.tag.removeprefix(SVG) not in ("style", "script", "a", "foreignObject")
        assert not [a for a in element.attrib if a == "style" or a.startswith("on")]


def test_a_hostile_text_is_drawn_as_text():
    root = drawing(bars("", label=HOSTILE), title=HOSTILE)

    shown = "</text><script>alert(1)</script> & \"quotes\" 'x'  ]]> &amp;"
    assert root[0].text == shown
    assert " ".join(written(root)[:-3]).split() == shown.split()


def test_bars_carry_their_label_and_what_they_stand_for():
    assert written(drawing(bars(""))) == ["Make a joke", "3 of 18", "Nothing", "3 of 18"]


def test_a_second_series_differs_by_pattern_and_letter():
    root = drawing(bars("First vote", "Second vote"))

    assert written(root)[:4] == ["F First vote", "S Second vote", "Make a joke", "F · 3 of 18"]
    patterns = [f"url(#{p.get('id')})" for p in root.iter(f"{SVG}pattern")]
    assert len(patterns) == 1
    assert [r.get("fill") for r in root.findall(f"{SVG}rect")] == [
        "#6A2C70",
        patterns[0],
        "#6A2C70",
        patterns[0],
    ]


def test_two_drawings_on_one_page_do_not_share_a_pattern():
    ids = re.compile(r'pattern id="(\w+)"')

    first = ids.findall(svg(bars("a", "b"), title="One"))
    second = ids.findall(svg(bars("a", "b"), title="Two"))

    assert first != second


def test_segments_of_a_scale_lie_around_the_middle():
    root = drawing(LIKERT)
    bar = [r for r in root.findall(f"{SVG}rect") if r.get("height") == "20"]

    # Below the middle: 1 + 2 + half of 4; above: half of 4 + 6 + 1.
    assert float(bar[0].get("x") or 0) == pytest.approx(WIDTH / 2 - 5 * WIDTH / 18, abs=0.1)
    ends = float(bar[-1].get("x") or 0) + float(bar[-1].get("width") or 0)
    assert ends == pytest.approx(WIDTH - 1, abs=0.2)
    assert "D 6" in written(root)


def test_words_are_larger_the_more_often_they_were_mentioned():
    root = drawing(WORDS)

    assert written(root) == ["school×9", "law×4", f"{'a' * 30}×2"]
    sizes = [float(text.get("font-size") or 0) for text in root.iter(f"{SVG}text")]
    assert sizes[0] > sizes[1] > sizes[2]


@pytest.mark.parametrize("points", range(2, 8))
@pytest.mark.parametrize("dark", [True, False])
def test_counts_can_be_read_on_every_point_of_a_scale(points, dark):
    for colour in scale_colours(points, dark=dark):
        assert contrast(colour, on_colour(colour)) >= 4.5


@pytest.mark.parametrize("points", range(2, 8))
@pytest.mark.parametrize("dark", [True, False])
def test_every_segment_or_its_outline_stands_out_from_the_paper(points, dark):
    names = tuple(f"Point {n}" for n in range(points))
    scale = Stacked(names, (Row("So.", (3.0,) * points, ()),))
    root = drawing(Picture("What is so.", scale), dark=dark)

    paper = colours(dark=dark).paper
    drawn = [rect.get("stroke") or rect.get("fill") or "" for rect in root.findall(f"{SVG}rect")]
    assert len(drawn) == 2 * points
    assert [colour for colour in drawn if contrast(colour, paper) < 3] == []


def test_points_of_a_scale_differ_from_their_neighbours():
    for points in range(2, 8):
        steps = scale_steps(points)
        assert list(steps) == sorted(set(steps))
        assert [-step for step in reversed(steps)] == list(steps)


def test_names_of_a_scale_share_rows_evenly():
    points = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
    root = drawing(Picture("", Stacked(points, (Row("So.", (1.0,) * 5, ()),))), width=360)

    rows = [text.get("y") for text in root.iter(f"{SVG}text")][:5]
    assert sorted(rows.count(row) for row in set(rows)) == [2, 3]


def test_a_mirrored_drawing_has_the_same_bars_from_the_other_side():
    def sides(**options: Any) -> list[tuple[float, float]]:
        found = drawing(LIKERT, **options).findall(f"{SVG}rect")
        return [(float(r.get("x") or 0), float(r.get("width") or 0)) for r in found]

    turned = [WIDTH - x - width for x, width in sides(mirrored=True)]
    assert turned == pytest.approx([x for x, _ in sides()], abs=0.2)
    assert [w for _, w in sides(mirrored=True)] == [w for _, w in sides()]


LABELS = st.text(min_size=0, max_size=200)
COUNTS = st.integers(0, 500)


@settings(deadline=None)
@given(
    st.lists(st.tuples(LABELS, COUNTS, COUNTS), min_size=1, max_size=10),
    st.tuples(LABELS, LABELS),
    LABELS,
)
def test_any_bars_are_valid_and_stay_inside_the_frame(rows, series, title):
    picture = Picture(
        title,
        Bars(
            series,
            tuple(Row(t, (float(a), float(b)), (f"{a} of 500", f"{b} of 500")) for t, a, b in rows),
            500.0,
        ),
    )
    root = ET.fromstring(svg(picture, title=title))  # noqa: S314

    bottom = float((root.get("viewBox") or "").split()[3])
    for rect in root.findall(f"{SVG}rect"):
        assert 0 <= float(rect.get("x") or 0) + float(rect.get("width") or 0) <= WIDTH
        assert float(rect.get("y") or 0) + float(rect.get("height") or 0) <= bottom


@given(LABELS, st.integers(20, 400))
def test_lines_keep_every_word_and_fit(text, room):
    lines = lines_of(text, 15, room)

    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert width_of(line, 15) <= room or len(line) <= 4 or width_of(line[0], 15) > room


@pytest.mark.parametrize("name", PICTURES)
def test_typst_takes_every_drawing(name, tmp_path: Path):
    (tmp_path / "chart.svg").write_text(svg(PICTURES[name], title="A question"), "utf-8")
    (tmp_path / "page.typ").write_text('#image("chart.svg", width: 100%, alt: "A chart")')

    assert typst.compile(tmp_path / "page.typ").startswith(b"%PDF")
