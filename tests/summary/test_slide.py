"""Slides of 1920 by 1080: laid out here, drawn by the facilitator's browser."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from modules.domain.picture import Bars, Chart, Picture, Row, Terms, Texts
from modules.summary.slide import slide
from tests.summary.a_view import BARS, LIKERT, TWO_ROUNDS, WORDS

SVG = "{http://www.w3.org/2000/svg}"
OPTIONS = tuple(Row(f"An option of some length, {n}", (n,), ("1",)) for n in range(8))
EIGHT = Bars(("",), OPTIONS, 9)


def made(chart: Chart, title: str = "Where I stand", language: str = "en") -> ET.Element:
    return ET.fromstring(drawn(chart, title=title, language=language))  # noqa: S314


def drawn(chart: Chart | None, *, title: str = "T", language: str = "en") -> str:
    picture = Picture("Most people, 11 of 18, chose “joke”.", chart)
    return slide(
        picture, title=title, workshop="Mirror", held_on=date(2026, 3, 9), language=language
    )


def letters(root: ET.Element) -> float:
    """How many pixels high the letters of the chart are."""
    chart = root.find(f"{SVG}svg")
    assert chart is not None
    _, _, width, height = map(float, (chart.get("viewBox") or "").split())
    room = float(chart.get("width") or 0), float(chart.get("height") or 0)
    return 15 * min(room[0] / width, room[1] / height)


def test_a_slide_says_what_was_asked_what_is_so_and_whose_it_is():
    said = ["".join(text.itertext()) for text in made(BARS).findall(f"{SVG}text")]

    assert said[:2] == ["Where I stand", "Most people, 11 of 18, chose “joke”."]
    assert said[2] == "\u2068Mirror\u2069 · \u20689 March 2026\u2069"


@pytest.mark.parametrize("chart", [BARS, TWO_ROUNDS, LIKERT, WORDS])
def test_letters_are_as_large_as_on_the_projector(chart):
    assert 31 < letters(made(chart)) < 45


def test_many_options_stay_readable():
    assert letters(made(EIGHT)) >= 26


@pytest.mark.parametrize("chart", [BARS, TWO_ROUNDS, LIKERT, WORDS, EIGHT])
def test_nothing_stands_in_the_margins(chart):
    root = made(chart, title="A very long title that goes on " * 9)
    chart_of = root.find(f"{SVG}svg")

    assert chart_of is not None
    x, y, width, height = (float(chart_of.get(n) or 0) for n in ("x", "y", "width", "height"))
    assert (x, x + width) == (96, 1824)
    assert y + height <= 1080 - 96 - 28
    for text in root.findall(f"{SVG}text"):
        assert 96 <= float(text.get("y") or 0) <= 1080 - 66


def test_a_slide_in_arabic_starts_at_the_right():
    root = made(BARS, language="ar", title="أين أقف")

    title, sentence, *_ = root.findall(f"{SVG}text")
    assert (title.get("x"), title.get("direction"), title.get("text-anchor")) == (
        "1824", "rtl", None,
    )  # fmt: skip
    assert (sentence.get("x"), sentence.get("text-anchor")) == ("1824", "end")


def test_the_date_is_in_the_workshops_language():
    *_, source = made(BARS, language="de").findall(f"{SVG}text")

    assert source.text == "\u2068Mirror\u2069 · \u20689. März 2026\u2069"


def test_results_of_several_workshops_are_from_none():
    made_of_many = slide(Picture("", BARS), title="T", workshop="", held_on=None, language="en")

    root = ET.fromstring(made_of_many)  # noqa: S314
    assert [text.text for text in root.findall(f"{SVG}text")] == ["T"]


def test_what_has_no_chart_has_no_slide():
    assert [drawn(c) for c in (None, Texts((("", ("a",)),)), Terms(()))] == [""] * 3


def test_markup_in_a_title_is_text():
    hostile = drawn(BARS, title="</text><script>&")

    assert "<script" not in hostile
    ET.fromstring(hostile)  # noqa: S314
