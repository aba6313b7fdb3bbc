import re

import pytest

from modules.domain.picture import Bars, Row, Stacked
from modules.summary.figures import WIDTH, figure
from modules.summary.measuring import width_of
from tests.summary.a_view import BARS, LIKERT, TWO_ROUNDS, WORDS


def letters(shown):
    return " ".join(run.text.strip() for label in shown.labels for run in label.runs)


@pytest.mark.parametrize("chart", [BARS, TWO_ROUNDS, LIKERT, WORDS])
def test_the_letters_are_taken_out_of_the_drawing(chart):
    shown = figure(chart)

    assert "<text" not in shown.drawing
    assert shown.drawing.startswith("<svg")
    assert all(0 <= label.x <= WIDTH for label in shown.labels)


def test_no_label_is_lost():
    assert letters(figure(BARS)) == ("make a joke 11 explain what I meant 5 apologise at length 2")
    assert letters(figure(WORDS)) == "patience ×7 listening ×4 courage ×2"


def test_a_count_is_smaller_than_its_word_and_stands_behind_it():
    word, count = figure(WORDS).labels[0].runs

    assert (word.text, word.size, count.size) == ("patience", 30, 15)
    assert count.gap > 0
    assert word.fill != count.fill


def test_what_stands_in_a_bar_has_its_middle_there():
    lettered = [label for label in figure(LIKERT).labels if label.runs[0].text[0] in "AB"]

    assert {label.side for label in lettered} == {"left", "middle"}
    assert {label.side for label in figure(BARS).labels} == {"left"}


def test_marks_of_xml_stay_letters():
    chart = type(WORDS)((("<b>&amp;", 3),))

    assert letters(figure(chart)) == "<b>&amp; ×3"


def test_a_mirrored_chart_starts_at_the_right_and_keeps_every_words_own_direction():
    arabic = Bars(("",), (Row("أمزح", (3,), ("3 of 4",)), Row("joke", (1,), ("1",))), 4)
    usual, mirrored = figure(arabic).labels, figure(arabic, mirrored=True).labels

    assert [WIDTH - label.x for label in mirrored] == pytest.approx([lb.x for lb in usual], abs=0.2)
    assert [label.side for label in mirrored] == ["right"] * 4
    assert [label.right for label in mirrored] == [True, False, False, False]


def test_the_names_of_a_scale_lie_as_far_apart_as_they_are_long():
    points = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
    shown = figure(Stacked(points, (Row("It is so.", (1, 2, 3, 4, 5), ()),)))
    names = shown.labels[:5]
    swatches = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="1[23]"', shown.drawing)

    assert len({name.y for name in names}) == 1
    ends = [name.x + width_of(name.runs[0].text, 15) for name in names]
    gaps = [float(left) - end for left, end in zip(swatches[1:], ends, strict=False)]
    assert gaps == pytest.approx([16.0] * 4, abs=0.6)
