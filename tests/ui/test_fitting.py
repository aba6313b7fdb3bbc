"""Text sizes on the stage: large enough to read, small enough never to scroll."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.ui.stage import fitting

TEXTS = st.lists(st.integers(1, 280).map(lambda n: "m" * n), min_size=1, max_size=300)


@pytest.mark.parametrize(("length", "size"), [(9, 72), (120, 72), (130, 64), (150, 56), (999, 56)])
def test_a_prompt_is_between_56_and_72_pixels(length, size):
    assert fitting.prompt_px("n" * length) == size


@given(TEXTS)
def test_cards_are_never_below_32_pixels_and_never_beyond_the_height(texts):
    size, columns, fitted = fitting.cards(texts, 1420, 600)

    card = 1420 / columns - 2.6 * size
    used = sum(fitting.lines(t, size, card) * size * 1.25 + size * 1.8 for t in texts[:fitted])
    assert size >= 32
    assert 1 <= fitted <= len(texts)
    assert used <= 600 * columns or fitted == 1


@given(st.lists(st.integers(1, 120).map(lambda n: "m" * n), min_size=2, max_size=10))
def test_options_are_never_below_the_smallest_size(texts):
    size, columns = fitting.options(texts, 560)

    assert size >= fitting.SMALLEST
    assert columns in (1, 2)


def test_ten_short_options_keep_the_size_of_labels():
    assert fitting.options(["A short option of this kind"] * 10, 560)[0] >= 32


@pytest.mark.parametrize("length", [20, 120, 400])
def test_a_result_leaves_room_for_its_chart(length):
    asked, said, left = fitting.result("What brought you here?", "n" * length, 1420, needs=[400])

    assert asked >= 32
    assert said >= 34
    assert left >= 400


def test_words_are_large_where_the_chart_has_room_or_cannot_have_enough():
    asked, said = "What brought you here?", "Most people, 11 of 18, chose “Curiosity”."

    assert fitting.result(asked, said, 1420, needs=[500, 300])[:2] == (60, 64)
    assert fitting.result(asked, said, 1420, needs=[5000, 300])[:2] == (60, 64)


def test_wide_letters_take_the_room_of_two():
    assert fitting.lines("鏡" * 9, 40, 400) == fitting.lines("n" * 18, 40, 400) == 1
    assert fitting.lines("鏡" * 10, 40, 400) == fitting.lines("n" * 19, 40, 400) == 2
