"""Adding up sessions: only what was disclosed on its own, whatever the tallies."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from modules.domain.comparison import (
    SESSIONS_TO_POOL,
    Moment,
    pooled,
)
from modules.domain.disclosure import Counted
from modules.domain.guide import Sensitivity
from tests.domain.a_reading import (
    C1,
    POINTS,
    SESSION,
    START,
    a_pulse,
    a_question,
    a_tally,
    counted,
    in_words,
    readings,
    sealed,
)


def test_two_sessions_are_never_added_up():
    pulses = [a_pulse(counted(C1, Moment.NOW, 1, 1, 1, 1, 1))] * (SESSIONS_TO_POOL - 1)

    assert pooled(pulses) == ()


def test_three_sessions_of_one_version_are_added_up():
    pulses = [a_pulse(counted(C1, Moment.NOW, n, 0, 0, 5, 0)) for n in range(3)]

    [group] = pooled(pulses)

    assert group.sessions == 3
    assert group.readings == (counted(C1, Moment.NOW, 3, 0, 0, 15, 0),)


@pytest.mark.parametrize(
    "third",
    [
        a_pulse(counted(C1, Moment.NOW, 1, 1, 1, 1, 1), version="2"),
        a_pulse(counted(replace(C1, text="Other words."), Moment.NOW, 1, 1, 1, 1, 1)),
        a_pulse(counted(C1, Moment.BEFORE, 5), counted(C1, Moment.NOW, 1, 1, 1, 1, 1)),
        a_pulse(in_words(C1, Moment.NOW)),
        a_pulse(),
    ],
    ids=["another version", "other words", "asked otherwise", "in words", "not asked"],
)
def test_what_was_not_asked_and_shown_alike_is_not_added_up(third):
    pulses = [a_pulse(counted(C1, Moment.NOW, 1, 1, 1, 1, 1))] * 2

    assert pooled([*pulses, third]) == ()


tallies = st.lists(
    st.tuples(*[st.integers(0, 12)] * len(POINTS), st.integers(0, 6)), min_size=1, max_size=7
)


@given(tallies, st.sampled_from(Sensitivity), st.integers(3, 10))
def test_pooled_minus_known_sessions_leaves_only_what_another_one_showed(
    counts, sensitivity, least
):
    """Whoever knows all but some sessions of a pool learns the sum of the rest's shown results."""
    activity = replace(START, sensitivity=sensitivity)
    session = replace(SESSION, smallest_group=least)
    pulses, hidden = [], 0
    for *points, passed in counts:
        assume(sum(points) > 0)
        tally = a_tally(a_question(C1, *points), passed=passed)
        found = readings(sealed("start", tally), activities=(activity,), session=session)
        hidden += not any(isinstance(r.shown, Counted) for r in found)
        pulses.append(a_pulse(*found))

    groups = pooled(pulses)

    told = [p.readings[0].shown for p in pulses if p.readings]
    shown = [q for q in told if isinstance(q, Counted)]
    assert sum(g.sessions for g in groups) == (
        len(pulses) - hidden if len(pulses) - hidden >= SESSIONS_TO_POOL else 0
    )
    for group in groups:
        total = group.readings[0].shown
        assert isinstance(total, Counted)
        for size in range(len(shown)):
            for known in combinations(shown, size):
                rest = list(shown)
                for question in known:
                    rest.remove(question)
                left = [
                    cell.count - sum(q.cells[n].count for q in known)
                    for n, cell in enumerate(total.cells)
                ]
                assert left == [sum(q.cells[n].count for q in rest) for n in range(len(left))]
                assert total.people - sum(q.people for q in known) >= least * len(rest)


@given(tallies, st.integers(3, 10))
def test_a_comparison_over_time_holds_each_session_only_as_it_was_shown(counts, least):
    session = replace(SESSION, smallest_group=least)
    for *points, passed in counts:
        assume(sum(points) > 0)
        tally = a_tally(a_question(C1, *points), passed=passed)

        found = readings(sealed("start", tally), session=session)

        assert bool(found) == (tally.answers >= least)
