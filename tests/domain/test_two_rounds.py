"""Rounds of one question side by side: what their difference would give away."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.domain.disclosure import (
    Counted,
    Disclosed,
    InWords,
    Outcome,
    Rule,
    TooFewToShow,
    disclose_rounds,
)
from modules.domain.guide import Sensitivity
from modules.domain.tally import Cell, Question, Tally

OPEN = Rule(smallest_group=5)
SENSITIVE = Rule(smallest_group=5, sensitivity=Sensitivity.HIGH)
NOTHING = InWords(id="q", label="", cells=())

Votes = tuple[int, ...]
"""How many chose each option, and how many passed, last."""


@cache
def a_tally(votes: Votes) -> Tally:
    *counts, passed = votes
    cells = tuple(Cell("abcdef"[i], "ABCDEF"[i], n) for i, n in enumerate(counts))
    question = Question(id="q", label="", cells=cells, people=sum(counts))
    return Tally(answered=sum(votes), passed=passed, questions=(question,))


def shown(rule: Rule, *rounds: Votes) -> list[object]:
    """What is shown of the only question in each round; nobody passes."""
    outcomes = disclose_rounds([a_tally((*votes, 0)) for votes in rounds], rule)
    return [o.questions[0] if isinstance(o, Disclosed) else o for o in outcomes]


def test_a_late_joiner_to_a_second_sensitive_round_is_not_given_away() -> None:
    first, second = shown(SENSITIVE, (5, 5), (6, 5))

    assert isinstance(first, Counted)
    assert second == NOTHING


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((7, 8), (8, 7)),
        ((6, 5), (7, 4)),
        ((7, 4), (6, 5)),
        ((5, 7), (4, 8)),
        ((36, 4), (35, 5)),
        ((37, 3), (36, 4)),
        ((6, 5), (6, 5)),
    ],
    ids=[
        "in numbers", "numbers, then words", "words, then numbers", "the other way",
        "words, then numbers of many", "the same words", "nothing, or two who changed places",
    ],
)  # fmt: skip
def test_one_person_who_changes_their_mind_is_not_given_away(first: Votes, second: Votes) -> None:
    assert shown(SENSITIVE, first, second)[1] == NOTHING


@pytest.mark.parametrize("second", [(5, 5, 1), (6, 4, 1)])
def test_one_person_who_passes_in_the_second_round_is_not_given_away(second: Votes) -> None:
    _, later = disclose_rounds([a_tally((6, 5, 0)), a_tally(second)], SENSITIVE)

    assert later == Disclosed(questions=(NOTHING,))


def test_passes_that_differ_by_a_small_group_are_not_told() -> None:
    _, later = disclose_rounds([a_tally((20, 20, 5)), a_tally((30, 10, 6))], SENSITIVE)

    assert later == Disclosed(questions=(NOTHING,))


@pytest.mark.parametrize(
    ("first", "second"),
    [((12, 6), (6, 12)), ((10, 15), (15, 10)), ((20, 20), (25, 15)), ((15, 15, 10), (5, 20, 15))],
)
def test_whole_groups_that_change_their_mind_are_shown(first: Votes, second: Votes) -> None:
    assert [type(q) for q in shown(SENSITIVE, first, second)] == [Counted, Counted]


@pytest.mark.parametrize(("people", "shown_again"), [(12, 0), (25, 132), (40, 702)])
def test_how_many_second_rounds_of_two_bands_are_shown(people: int, shown_again: int) -> None:
    """Of all pairs of rooms of so many people who all answered: of many at 40, of none at 12."""
    sizes = range(people + 1)
    pairs = [((a, people - a), (b, people - b)) for a in sizes for b in sizes]

    again = sum(1 for pair in pairs if shown(SENSITIVE, *pair)[1] != NOTHING)

    assert again == shown_again


def test_a_third_round_is_held_against_both_before() -> None:
    *_, third = shown(SENSITIVE, (15, 5), (5, 15), (6, 14))

    assert third == NOTHING


def test_after_a_round_that_says_nothing_later_ones_say_nothing_too() -> None:
    """A third one in numbers would tell what the second one was that had to be kept back."""
    assert shown(SENSITIVE, (10, 10), (16, 4), (16, 5)) == [
        *shown(SENSITIVE, (10, 10)),
        *[NOTHING] * 2,
    ]


def test_a_round_with_too_few_answers_is_not_in_the_way_of_the_next() -> None:
    first, second = shown(SENSITIVE, (2, 2), (6, 5))

    assert isinstance(first, TooFewToShow)
    assert isinstance(second, Counted)


def test_ordinary_questions_are_compared_freely() -> None:
    _first, second = shown(OPEN, (5, 5), (6, 5))

    assert isinstance(second, Counted)


LEAST = 3
SMALL = Rule(smallest_group=LEAST, sensitivity=Sensitivity.HIGH)
STATES = ("a", "b", "pass", "away")


def universe(people: int, passes: int) -> list[Votes]:
    """Every vote of up to so many people of which something may be shown."""
    numbers = range(people + 1)
    found = product(numbers, numbers, range(passes + 1))
    return [votes for votes in found if sum(votes) <= people and sum(votes[:2]) >= LEAST]


def says_nothing(outcome: Outcome) -> bool:
    return isinstance(outcome, TooFewToShow) or outcome == Disclosed(questions=(NOTHING,))


def test_what_fewer_than_a_group_do_between_two_rounds_never_changes_the_second_picture() -> None:
    """Also not for somebody who is one of them and knows what all but one of them did."""
    small_moves = [
        move
        for move in product(range(-LEAST, LEAST + 1), repeat=3)
        if max(sum(n for n in move if n > 0), -sum(n for n in move if n < 0)) < LEAST
    ]
    seen = 0
    for before in universe(10, 2):
        for move in small_moves:
            after = tuple(n + more for n, more in zip(before, move, strict=True))
            if min(after) < 0:
                continue
            first, second = disclose_rounds([a_tally(before), a_tally(after)], SMALL)
            if isinstance(first, Disclosed):
                assert says_nothing(second), (before, after)
                seen += not says_nothing(first)
    assert seen > 1000


def one_person_moves(votes: Votes) -> Iterator[tuple[tuple[str, str], Votes]]:
    """Everything that one person could have done, and what it makes of the votes."""
    for old, new in product(STATES, repeat=2):
        after = dict(zip(STATES, (*votes, 1), strict=True))
        after[old] -= 1
        after[new] += 1
        if old != new and min(after.values()) >= 0:
            yield (old, new), (after["a"], after["b"], after["pass"])


@pytest.mark.parametrize("place", [None, 0, 1, 2], ids=["two", "first", "between", "last"])
def test_a_solver_who_knows_that_one_person_changed_derives_nothing_about_them(
    place: int | None,
) -> None:
    """The solver knows all pictures and for what they are shown, how many answered each time, and
    that between two rounds one person alone came, left or changed. Another round, at the `place`,
    may be anything."""
    worlds: dict[object, set[tuple[str, str]]] = defaultdict(set)
    for other in [(0, 0, 0)] if place is None else universe(10, 0):
        for before in universe(9, 2) if place is None else universe(9, 0):
            for (old, new), after in one_person_moves(before):
                votes = [before, after]
                if place is not None:
                    votes.insert(place, other)
                pictures = disclose_rounds([a_tally(v) for v in votes], SMALL)
                # That too many passed for any picture is a stated limit.
                if not any(isinstance(p, TooFewToShow) for p in pictures):
                    known = (tuple(map(sum, votes)), old == "away", new == "away")
                    worlds[(pictures, known)].add((old, new))
    assert len(worlds) > 50
    for told, moves in worlds.items():
        before_it, after_it = {old for old, _ in moves}, {new for _, new in moves}
        assert before_it == {"away"} or len(before_it) > 1, told
        assert after_it == {"away"} or len(after_it) > 1, told


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 8)),
        min_size=2,
        max_size=4,
    ),
    st.integers(3, 10),
)
def test_sensitive_rounds_are_shown_beside_each_other_only_where_whole_groups_moved(
    rounds: list[Votes], least: int
) -> None:
    """Whatever is published: one round alone, or numbers of which every one moved by a group."""
    rule = Rule(smallest_group=least, sensitivity=Sensitivity.HIGH)
    outcomes = disclose_rounds(map(a_tally, rounds), rule)
    told = [o for o in outcomes if isinstance(o, Disclosed) and not says_nothing(o)]

    if len(told) > 1:
        assert all(isinstance(o.questions[0], Counted) for o in told)
    for place, later in enumerate(told):
        for earlier in told[:place]:
            for a, b in zip(numbers(earlier), numbers(later), strict=True):
                assert a == b == 0 or abs(a - b) >= least


def numbers(outcome: Disclosed) -> list[int]:
    return [
        *(c.count for c in outcome.questions[0].cells if isinstance(c, Cell)),
        outcome.passed or 0,
    ]
