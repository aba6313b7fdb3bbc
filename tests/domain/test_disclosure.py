"""The rules of disclosure, attacked by somebody who knows them and counts along."""

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from modules.domain.disclosure import (
    Counted,
    Disclosed,
    InWords,
    Rule,
    ShownText,
    TooFewToShow,
    disclose,
    for_files,
)
from modules.domain.guide import Sensitivity
from modules.domain.tally import Cell, Contribution, Question, Tally, TextState

OPEN = Rule(smallest_group=5)
SENSITIVE = Rule(smallest_group=5, sensitivity=Sensitivity.HIGH)


def a_tally(*counts: int, passed: int = 0, several: bool = False, people: int = 0) -> Tally:
    people = people or sum(counts)
    cells = tuple(Cell("abcdefgh"[i], "ABCDEFGH"[i], n) for i, n in enumerate(counts))
    question = Question(id="q", label="", cells=cells, people=people, several=several)
    return Tally(answered=people + passed, passed=passed, questions=(question,))


def texts(*states: TextState) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(handle=str(n), text=f"text {n}", state=state) for n, state in enumerate(states)
    )


@pytest.mark.parametrize("least", range(3, 11))
def test_nothing_is_shown_below_the_smallest_group(least: int) -> None:
    assert disclose(a_tally(least - 1), Rule(smallest_group=least)) == TooFewToShow(needed=least)


def test_passes_do_not_count_toward_the_smallest_group() -> None:
    assert disclose(a_tally(4, passed=20), OPEN) == TooFewToShow(needed=5)


def test_too_few_holds_no_number_but_the_one_everybody_knows() -> None:
    assert disclose(a_tally(3, 1), OPEN) == disclose(a_tally(0, 0, passed=9), OPEN)


def test_an_ordinary_item_is_shown_whole_from_the_smallest_group() -> None:
    shown = disclose(a_tally(4, 1, passed=2), OPEN)

    assert shown == Disclosed(
        questions=(
            Counted(id="q", label="", cells=(Cell("a", "A", 4), Cell("b", "B", 1)), people=5),
        ),
        answers=5,
        passed=2,
    )


def test_a_sensitive_item_with_large_bands_is_shown_in_numbers() -> None:
    shown = disclose(a_tally(6, 5), SENSITIVE)

    assert isinstance(shown, Disclosed)
    assert shown.questions == disclose(a_tally(6, 5), OPEN).questions  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((11, 0), ("most", "few or none")),
        ((10, 1), ("most", "few or none")),
        ((7, 4), ("most", "few or none")),
        ((7, 8, 1), ("some", "some", "few or none")),
    ],
)
def test_a_sensitive_item_with_a_small_band_is_all_in_words(
    counts: tuple[int, ...], words: tuple[str, ...]
) -> None:
    shown = disclose(a_tally(*counts), SENSITIVE)

    assert isinstance(shown, Disclosed)
    [question] = shown.questions
    assert isinstance(question, InWords)
    assert tuple(cell.word for cell in question.cells) == words
    assert (shown.answers, shown.passed) == (None, None)


def test_not_even_words_are_given_where_they_would_give_a_count_away() -> None:
    # "Some, some, few or none" of ten could only be 5, 5, 0.
    shown = disclose(a_tally(5, 5, 0), SENSITIVE)

    assert shown == Disclosed(questions=(InWords(id="q", label="", cells=()),))


def test_a_few_passes_keep_a_sensitive_item_in_words() -> None:
    shown = disclose(a_tally(6, 5, passed=1), SENSITIVE)

    assert isinstance(shown, Disclosed)
    assert isinstance(shown.questions[0], InWords)
    assert shown.passed is None


def test_several_choices_are_in_words_where_the_remainder_is_small() -> None:
    # All but one chose A: who did not is picked out by 10 of 11.
    shown = disclose(a_tally(10, 5, several=True, people=11), SENSITIVE)

    assert isinstance(shown, Disclosed)
    assert isinstance(shown.questions[0], InWords)


def test_practice_shows_numbers_from_the_first_answer() -> None:
    rule = Rule(smallest_group=1, sensitivity=Sensitivity.HIGH, practice=True)

    shown = disclose(a_tally(1, 0), rule)

    assert isinstance(shown, Disclosed)
    assert isinstance(shown.questions[0], Counted)


def test_a_word_with_one_mention_is_not_drawn() -> None:
    cells = (Cell("home", "home", 2), Cell("rare", "rare", 1))
    words = Question(id="words", label="", cells=cells, people=5, least=2)

    shown = disclose(Tally(answered=5, passed=0, questions=(words,)), OPEN)

    assert isinstance(shown, Disclosed)
    assert [c.label for c in shown.questions[0].cells] == ["home"]


def test_of_sensitive_words_none_is_named() -> None:
    """Guides cannot ask for them; what has no bands would name every word with its group."""
    cells = (Cell("home", "home", 9), Cell("rare", "rare", 1))
    words = Question(id="words", label="", cells=cells, people=10, several=True, least=2)

    shown = disclose(Tally(answered=10, passed=0, questions=(words,)), SENSITIVE)

    assert shown == Disclosed(questions=(InWords(id="words", label="", cells=()),))


def test_only_texts_the_moderator_showed_are_disclosed() -> None:
    tally = Tally(
        answered=5,
        passed=0,
        contributions=texts(TextState.SHOWN, TextState.HELD, TextState.WAITING),
    )

    shown = disclose(tally, OPEN)

    assert isinstance(shown, Disclosed)
    assert shown.texts == (ShownText("text 0"),)


def test_no_text_is_disclosed_below_the_smallest_group() -> None:
    tally = Tally(answered=4, passed=0, contributions=texts(*[TextState.SHOWN] * 4))

    assert disclose(tally, OPEN) == TooFewToShow(needed=5)


@pytest.mark.parametrize(("answers", "withheld"), [(9, True), (10, False)])
def test_texts_leave_the_room_only_from_ten_contributions(answers: int, withheld: bool) -> None:
    tally = Tally(answered=answers, passed=0, contributions=texts(*[TextState.SHOWN] * 3))
    shown = disclose(tally, OPEN)
    assert isinstance(shown, Disclosed)

    outside = for_files(shown, tally, 10)

    assert outside.texts_withheld is withheld
    assert outside.texts == (() if withheld else shown.texts)


@given(
    counts=st.lists(st.integers(0, 30), min_size=2, max_size=6),
    passed=st.integers(0, 10),
    least=st.integers(3, 10),
)
def test_published_numbers_of_a_sensitive_item_are_never_of_a_small_group(
    counts: list[int], passed: int, least: int
) -> None:
    rule = Rule(smallest_group=least, sensitivity=Sensitivity.MEDIUM)

    shown = disclose(a_tally(*counts, passed=passed), rule)

    if isinstance(shown, Disclosed) and isinstance(shown.questions[0], Counted):
        numbers = [c.count for c in shown.questions[0].cells]
        assert min(numbers) >= least
        assert passed == 0 or passed >= least


@given(
    counts=st.lists(st.integers(0, 14), min_size=2, max_size=5),
    passed=st.integers(0, 14),
    least=st.integers(3, 10),
    chosen=st.data(),
)
def test_moving_one_persons_answer_never_moves_a_published_sensitive_number_alone(
    counts: list[int], passed: int, least: int, chosen: st.DataObject
) -> None:
    """Pass is an answer like any other. Where both rooms would be told in numbers, the person is
    taken from one whole group and put into another one that is shown."""
    rule = Rule(smallest_group=least, sensitivity=Sensitivity.HIGH)
    before = [*counts, passed]
    here = chosen.draw(st.sampled_from([n for n, count in enumerate(before) if count] or [0]))
    there = chosen.draw(st.sampled_from([n for n in range(len(before)) if n != here]))
    assume(before[here] > 0)
    after = list(before)
    after[here] -= 1
    after[there] += 1

    pictures = [numbers_of(disclose(a_tally(*c, passed=p), rule)) for *c, p in (before, after)]

    for shown in pictures:
        assert all(number == 0 or number >= least for number in shown)
    if all(pictures):
        gaps = [b - a for a, b in zip(*pictures, strict=True)]
        assert sorted(gap for gap in gaps if gap) == [-1, 1]


def numbers_of(shown: Disclosed | TooFewToShow) -> list[int]:
    """Every group of people of the only question that is shown in numbers, the passes last."""
    if isinstance(shown, TooFewToShow) or isinstance(shown.questions[0], InWords):
        return []
    assert shown.passed is not None
    return [*(cell.count for cell in shown.questions[0].cells), shown.passed]


@given(
    counts=st.lists(st.integers(0, 25), min_size=2, max_size=5),
    passed=st.integers(0, 12),
    least=st.integers(3, 10),
    several=st.booleans(),
    holds_passes=st.booleans(),
)
def test_pictures_of_one_tally_differ_by_nothing_or_by_a_whole_group(
    counts: list[int], passed: int, least: int, several: bool, holds_passes: bool
) -> None:
    """The number of answers while it was open, the screens, the files: taken from each other they
    leave nothing, or a group that is large enough."""
    rule = Rule(smallest_group=least, sensitivity=Sensitivity.HIGH)
    answers = max(counts) if several else sum(counts)
    assume(answers > 0)
    people = answers + (passed if holds_passes else 0)
    if holds_passes:
        counts = [counts[0] + passed, *counts[1:]]
    cells = tuple(Cell("abcde"[n], "ABCDE"[n], count) for n, count in enumerate(counts))
    question = Question(
        id="q", label="", cells=cells, people=people, several=several, holds_passes=holds_passes
    )
    tally = Tally(answered=answers + passed, passed=passed, questions=(question,))
    shown = disclose(tally, rule)
    assume(isinstance(shown, Disclosed))
    assert isinstance(shown, Disclosed)

    for outside in (0, 10, 1000):
        assert for_files(shown, tally, outside) == shown
    [told] = shown.questions
    if isinstance(told, InWords):
        assert (shown.answers, shown.passed) == (None, None)
        return
    wholes = {tally.answered, told.people} | ({shown.answers} if shown.answers else set())
    parts = {0} | {cell.count for cell in told.cells} | ({shown.passed} if shown.passed else set())
    gaps = [abs(a - b) for a, b in product(wholes, wholes | parts)]
    assert all(gap == 0 or gap >= least for gap in gaps), (told, gaps)
