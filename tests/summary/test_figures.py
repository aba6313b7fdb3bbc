import pytest

from modules.summary.figures import WIDTH, figure
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
    assert {label.middle for label in figure(LIKERT).labels if label.runs[0].text[0] in "AB"} == {
        True,
        False,
    }
    assert not any(label.middle for label in figure(BARS).labels)


def test_marks_of_xml_stay_letters():
    chart = type(WORDS)((("<b>&amp;", 3),))

    assert letters(figure(chart)) == "<b>&amp; ×3"
