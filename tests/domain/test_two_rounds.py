"""Two rounds of one question side by side: what their difference would give away."""

from hypothesis import given
from hypothesis import strategies as st

from modules.domain.disclosure import (
    Counted,
    Disclosed,
    InWords,
    Rule,
    TooFewToShow,
    beside,
    disclose,
)
from modules.domain.guide import Sensitivity
from modules.domain.tally import Cell, Question, Tally

OPEN = Rule(smallest_group=5)
SENSITIVE = Rule(smallest_group=5, sensitivity=Sensitivity.HIGH)


def shown(rule: Rule, *rounds: tuple[int, ...]) -> list[object]:
    """What is shown of the only question in each round."""
    outcomes: list[Disclosed | TooFewToShow] = []
    for counts in rounds:
        cells = tuple(Cell("abcdef"[i], "ABCDEF"[i], n) for i, n in enumerate(counts))
        question = Question(id="q", label="", cells=cells, people=sum(counts))
        tally = Tally(answered=sum(counts), passed=0, questions=(question,))
        outcomes.append(beside(outcomes, disclose(tally, rule), rule))
    return [o.questions[0] if isinstance(o, Disclosed) else o for o in outcomes]


def test_a_late_joiner_to_a_second_sensitive_round_is_not_given_away() -> None:
    first, second = shown(SENSITIVE, (5, 5), (6, 5))

    assert isinstance(first, Counted)
    assert second == InWords(id="q", label="", cells=())


def test_one_person_who_changes_their_mind_is_not_given_away() -> None:
    _first, second = shown(SENSITIVE, (7, 8), (8, 7))

    assert second == InWords(id="q", label="", cells=())


def test_a_whole_group_that_changes_its_mind_is_shown() -> None:
    _first, second = shown(SENSITIVE, (12, 6), (6, 12))

    assert isinstance(second, Counted)


def test_the_same_result_again_is_shown() -> None:
    first, second = shown(SENSITIVE, (7, 8), (7, 8))

    assert first == second


def test_a_third_round_is_held_against_both_before() -> None:
    *_, third = shown(SENSITIVE, (15, 5), (5, 15), (6, 14))

    assert third == InWords(id="q", label="", cells=())


def test_ordinary_questions_are_compared_freely() -> None:
    _first, second = shown(OPEN, (5, 5), (6, 5))

    assert isinstance(second, Counted)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=2, max_size=4))
def test_numbers_of_sensitive_rounds_never_differ_by_a_small_group(
    rounds: list[tuple[int, int]],
) -> None:
    counted = [q for q in shown(SENSITIVE, *rounds) if isinstance(q, Counted)]

    for earlier in counted:
        for later in counted:
            for a, b in zip(earlier.cells, later.cells, strict=True):
                assert a.count == b.count or abs(a.count - b.count) >= 5
