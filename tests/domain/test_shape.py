import pytest

from modules.domain.disclosure import Counted, Disclosed, InWords, TooFewToShow, Worded
from modules.domain.guide import Shape
from modules.domain.shape import shape_of
from modules.domain.tally import Cell


def counted(*counts: int, several: bool = False, unit: str = "people") -> Counted:
    cells = tuple(Cell(str(n), str(n), count) for n, count in enumerate(counts))
    people = max(counts) + 2 if several else sum(counts)
    return Counted(id="q", label="", cells=cells, people=people, several=several, unit=unit)


def worded(*words: str) -> InWords:
    return InWords(
        id="q", label="", cells=tuple(Worded(str(n), str(n), w) for n, w in enumerate(words))
    )


def shape(*questions: Counted | InWords, passed: int | None = 0) -> Shape | None:
    return shape_of(Disclosed(questions=questions, answers=20, passed=passed))


def test_too_few_is_a_shape_of_its_own():
    assert shape_of(TooFewToShow(needed=5)) is Shape.TOO_FEW


def test_many_passes_come_before_everything_else():
    assert shape(counted(20, 0), passed=9) is Shape.MANY_PASSES
    assert shape(counted(20, 0), passed=8) is Shape.AGREEMENT


def test_passes_that_must_not_be_told_decide_nothing():
    assert shape(counted(10, 10), passed=None) is Shape.SPLIT


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((15, 5), Shape.AGREEMENT),
        ((14, 6), None),
        ((12, 8), Shape.SPLIT),
        ((9, 9, 2), Shape.SPLIT),
        ((8, 5, 4, 3), Shape.LONG_TAIL),
        ((8, 6, 6, 0), None),
        ((0, 0, 0), None),
        ((), None),
    ],
)
def test_the_shape_of_one_answer_each(counts, expected):
    assert shape(counted(*counts) if counts else Counted(id="q", label="", cells=(), people=0)) is (
        expected
    )


def test_two_popular_options_are_no_split_where_several_may_be_chosen():
    assert shape(counted(9, 8, several=True)) is Shape.AGREEMENT
    assert shape(counted(3, 3, several=True)) is None


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((1600, 400), Shape.AGREEMENT),
        ((900, 800, 300), Shape.SPLIT),
        ((800, 500, 400, 300), Shape.LONG_TAIL),
        ((1200, 500, 300), None),
        ((0, 0), None),
    ],
)
def test_points_have_the_shape_of_their_shares(points, expected):
    # Several items get points from each person, and still two may take them all.
    assert shape(counted(*points, several=True, unit="points")) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("most", "few or none"), Shape.AGREEMENT),
        (("some", "some", "few or none"), Shape.SPLIT),
        (("most", "some"), Shape.SPLIT),
        (("some", "some", "some"), None),
        ((), None),
    ],
)
def test_words_have_the_shape_that_may_be_said(words, expected):
    assert shape(worded(*words)) is expected


def test_one_split_among_several_questions_decides():
    assert shape(counted(20, 0), counted(10, 10)) is Shape.SPLIT
    assert shape(counted(20, 0), counted(18, 2)) is Shape.AGREEMENT
    assert shape(counted(20, 0), counted(14, 6)) is None
