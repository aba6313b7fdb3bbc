"""Words of sensitive questions, weighed by somebody who knows how many answered, and this code.

The solver goes through every room there could be: all that look the same from outside must differ
in each number that is not shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

import pytest

from modules.domain.disclosure import Disclosed, InWords, Outcome, Rule, disclose
from modules.domain.guide import Sensitivity
from modules.domain.tally import Cell, Question, Tally

Room = tuple[tuple[int, ...], ...]
"""The counts of each question."""


def a_tally(room: Room, answers: int, passed: int, *, several: bool, banded: bool) -> Tally:
    """`banded`: Pass is in a band of the guide, so that every ballot is in some band."""
    people = answers + (passed if banded else 0)
    questions = tuple(
        Question(
            id=f"q{n}",
            label="",
            cells=tuple(
                Cell("abcdefgh"[i], "ABCDEFGH"[i], count) for i, count in enumerate(counts)
            ),
            people=people,
            several=several,
            holds_passes=banded,
        )
        for n, counts in enumerate(room)
    )
    return Tally(answered=answers + passed, passed=passed, questions=questions)


def single_choices(people: int, bands: int) -> Iterator[tuple[int, ...]]:
    if bands == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in single_choices(people - first, bands - 1):
            yield (first, *rest)


def choices_of_several(people: int, bands: int, each: int) -> Iterator[tuple[int, ...]]:
    """Everybody is in one band at least, in `each` at most."""
    for counts in product(range(people + 1), repeat=bands):
        if people <= sum(counts) <= each * people:
            yield counts


def rooms(
    ballots: int, bands: int, least: int, each: int, *, banded: bool
) -> Iterator[tuple[Tally, tuple[int, ...]]]:
    """Every tally of so many ballots of which something may be shown, with its hidden numbers."""
    # Passes in a band: any number of them looks the same, except to those who count them.
    for passed in [0] if banded else range(ballots - least + 1):
        people = ballots - passed
        found: Iterable[tuple[int, ...]] = (
            choices_of_several(people, bands, each) if each > 1 else single_choices(people, bands)
        )
        for counts in found:
            tally = a_tally((counts,), people, passed, several=each > 1, banded=banded)
            yield tally, (*counts, passed)


def derived(ballots: int, bands: int, least: int, each: int, *, banded: bool) -> list[str]:
    """What the solver works out."""
    rule = Rule(smallest_group=least, sensitivity=Sensitivity.HIGH)
    alike: dict[object, list[set[int]]] = defaultdict(lambda: [set() for _ in range(bands + 1)])
    for tally, hidden in rooms(ballots, bands, least, each, banded=banded):
        shown = disclose(tally, rule)
        assert isinstance(shown, Disclosed)
        if isinstance(shown.questions[0], InWords):
            for values, value in zip(alike[shown], hidden, strict=True):
                values.add(value)
    told = []
    for look, (*counts, passes) in alike.items():
        if any(len(values) == 1 for values in counts):
            told.append(f"a count behind {look}")
        # Of as many ballots as the smallest group none can be a pass; that is a stated limit.
        if not banded and len(passes) == 1 and 0 < min(passes) < min(least, ballots - least):
            told.append(f"{min(passes)} passes behind {look}")
    return told


@pytest.mark.parametrize("banded", [False, True], ids=["passes outside", "passes in a band"])
@pytest.mark.parametrize("least", range(3, 11))
def test_a_solver_who_knows_the_rules_derives_no_hidden_count(least: int, banded: bool) -> None:
    """Rooms of every size up to where numbers of three bands are common."""
    for ballots in range(least, 3 * least + 2):
        assert derived(ballots, 2, least, 1, banded=banded) == []
        if least <= 5:
            assert derived(ballots, 3, least, 1, banded=banded) == []
    if least == 3:
        for ballots in range(3, 14):
            assert derived(ballots, 4, 3, 1, banded=banded) == []


@pytest.mark.parametrize("banded", [False, True], ids=["passes outside", "passes in a band"])
@pytest.mark.parametrize("least", range(3, 11))
def test_a_solver_derives_no_count_of_a_choice_of_several(least: int, banded: bool) -> None:
    sizes = range(least, 3 * least + 1) if least <= 5 else (2 * least, 2 * least + 1, 2 * least + 2)
    for ballots in sizes:
        assert derived(ballots, 2, least, 2, banded=banded) == []
    if least == 3:
        for each, ballots in product((2, 3), range(3, 10)):
            assert derived(ballots, 3, 3, each, banded=banded) == []
        assert derived(9, 4, 3, 2, banded=True) == []


@pytest.mark.parametrize("least", range(3, 11))
@pytest.mark.parametrize("away", [0, 1], ids=["all", "all but one"])
def test_a_unanimous_choice_of_several_is_never_told_in_numbers(least: int, away: int) -> None:
    for people in range(least, 45):
        for other in (0, least - 1, least, people // 2, people):
            tally = a_tally(((people - away, other),), people, 0, several=True, banded=False)
            shown = disclose(tally, Rule(smallest_group=least, sensitivity=Sensitivity.HIGH))
            assert isinstance(shown, Disclosed)
            [question] = shown.questions
            assert isinstance(question, InWords)
            words = [cell.word for cell in question.cells]
            # “Most” may be said where it leaves room for a whole group that chose otherwise.
            assert "most" not in words or people - people // 2 - 1 >= least


@pytest.mark.parametrize(("least", "sizes"), [(3, range(3, 15)), (5, range(14, 18))])
def test_a_solver_derives_nothing_from_two_questions_of_one_round(
    least: int, sizes: Iterable[int]
) -> None:
    """Both have the same passes, so that each narrows down what the other one can be."""
    rule = Rule(smallest_group=least, sensitivity=Sensitivity.HIGH)
    for ballots in sizes:
        alike: dict[Outcome, tuple[set[int], set[int], set[int]]] = defaultdict(
            lambda: (set(), set(), set())
        )
        for passed in range(ballots - least + 1):
            people = ballots - passed
            both = product(single_choices(people, 2), single_choices(people, 2))
            for room in both:
                tally = a_tally(room, people, passed, several=False, banded=False)
                shown = disclose(tally, rule)
                for values, value in zip(
                    alike[shown], (room[0][0], room[1][0], passed), strict=True
                ):
                    values.add(value)
        for shown, (one, other, passes) in alike.items():
            assert isinstance(shown, Disclosed)
            first, second = shown.questions
            assert not isinstance(first, InWords) or len(one) > 1, shown
            assert not isinstance(second, InWords) or len(other) > 1, shown
            assert len(passes) > 1 or min(passes) not in range(1, least), (shown, passes)
