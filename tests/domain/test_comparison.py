"""Comparing and adding up: only what was disclosed on its own, whatever the tallies."""

from dataclasses import fields, replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from modules.domain.ballot import Round, RoundId, RoundState, SessionId
from modules.domain.comparison import (
    SESSIONS_TO_POOL,
    Count,
    Measure,
    Moment,
    Pulse,
    Reading,
    before_and_after,
    detectable_change,
    part_of,
    pooled,
    readings_of,
    series_ends,
)
from modules.domain.disclosure import Counted, InWords
from modules.domain.guide import Activity, Sensitivity
from modules.domain.session import PlannedStep, Session, Stage
from modules.domain.tally import Cell, Question, Tally

DAY = date(2026, 3, 9)
POINTS = ("1", "2", "3", "4", "5", "0")
C1 = Measure(
    question="C1", item="C1", text="I can say something.",
    reached=("4", "5"), reached_means="agree", beside=("0",),
)  # fmt: skip
BACK = replace(C1, question="C1-then", looking_back=True)
B1 = replace(C1, question="B1", item="B1", reached=("2", "3", "4"))
B2 = replace(C1, question="B2", item="B2", reached=("2", "3", "4"), within="B1")
B7 = replace(B2, question="B7", item="B7")
B3 = replace(B2, question="B3", item="B3", within="B7")
START = Activity(id="start", kind="scale", title="Start", minutes=5)
END = Activity(id="end", kind="scale", title="End", minutes=5)
SESSION = Session(
    id=SessionId("s"), owner="o", title="T", guide_id="g", guide_version="1", language="en",
    code=None, join_secret="", summary_key="", smallest_group=5, group_fixed=True,
    retention_days=30, delete_on=DAY, started_on=DAY, stage=Stage(),
)  # fmt: skip
MEASURES = {"start": (C1,), "end": (BACK, C1)}


def a_question(measure: Measure, *counts: int) -> Question:
    cells = tuple(Cell(p, f"point {p}", n) for p, n in zip(POINTS, counts, strict=False))
    return Question(id=measure.question, label=measure.text, cells=cells, people=sum(counts))


def a_tally(*questions: Question, passed: int = 0) -> Tally:
    answers = max(q.people for q in questions)
    return Tally(answered=answers + passed, passed=passed, questions=questions)


def sealed(key: str, tally: Tally, ordinal: int = 1) -> Round:
    return Round(
        id=RoundId(f"{key}{ordinal}"), session_id=SESSION.id, key=key, ordinal=ordinal,
        state=RoundState.SEALED, tally=tally,
    )  # fmt: skip


def plan(*activities: Activity) -> tuple[PlannedStep, ...]:
    return tuple(PlannedStep(a.id, a, "Part") for a in activities)


def readings(
    *rounds: Round, activities: tuple[Activity, ...] = (START, END), session: Session = SESSION
) -> tuple[Reading, ...]:
    return readings_of(session, plan(*activities), rounds, lambda a: MEASURES.get(a.id, ()))


def counted(measure: Measure, moment: Moment, *counts: int) -> Reading:
    q = a_question(measure, *counts)
    shown = Counted(id=q.id, label=q.label, cells=q.cells, people=q.people)
    return Reading(measure=measure, moment=moment, shown=shown)


def in_words(measure: Measure, moment: Moment) -> Reading:
    return Reading(
        measure=measure, moment=moment, shown=InWords(id=measure.question, label="", cells=())
    )


def a_pulse(*found: Reading, version: str = "1") -> Pulse:
    return Pulse(held_on=DAY, guide_id="g", guide_version=version, readings=found)


FIVE = a_question(C1, 0, 1, 1, 2, 1)


def test_an_item_asked_once_is_one_reading():
    assert readings(sealed("start", a_tally(FIVE))) == (counted(C1, Moment.NOW, 0, 1, 1, 2, 1),)


def test_before_looking_back_and_now_stand_in_this_order():
    found = readings(
        sealed("start", a_tally(FIVE)),
        sealed("end", a_tally(a_question(BACK, 5, 0, 0, 0, 0), a_question(C1, 0, 0, 0, 0, 5))),
    )

    assert [r.moment for r in found] == [Moment.BEFORE, Moment.LOOKING_BACK, Moment.NOW]
    assert [r.count for r in found] == [Count(3, 5), Count(0, 5), Count(5, 5)]
    assert before_and_after(found) == (found,)


def test_an_item_asked_again_in_a_second_round_is_before_and_after():
    first, second = a_question(C1, 5, 0, 0, 0, 0), a_question(C1, 0, 0, 0, 5, 0)

    found = readings(sealed("start", a_tally(first)), sealed("start", a_tally(second), 2))

    assert [(r.moment, r.count) for r in found] == [
        (Moment.BEFORE, Count(0, 5)),
        (Moment.NOW, Count(5, 5)),
    ]


def test_nothing_is_read_below_the_smallest_group():
    four = a_question(C1, 0, 1, 1, 2)

    assert readings(sealed("start", a_tally(four, passed=3))) == ()


def test_nothing_is_read_of_a_round_that_is_not_sealed():
    open_round = replace(sealed("start", a_tally(FIVE)), state=RoundState.CLOSED)

    assert readings(open_round) == ()


def test_an_activity_that_raises_the_smallest_group_is_read_from_there_only():
    raised = replace(START, smallest_group=8)

    assert readings(sealed("start", a_tally(FIVE)), activities=(raised,)) == ()


@pytest.mark.parametrize("other", [[], [sealed("end", a_tally(a_question(C1, 4, 0, 0, 0)))]])
def test_an_item_waits_for_the_result_it_is_revealed_with(other):
    tied = replace(START, reveal_with="end")

    assert readings(sealed("start", a_tally(FIVE)), *other, activities=(tied, END)) == ()


def test_a_sensitive_item_with_a_small_band_is_read_in_words_and_counts_nothing():
    sensitive = replace(START, sensitivity=Sensitivity.HIGH)

    found = readings(sealed("start", a_tally(FIVE)), activities=(sensitive,))

    assert [(type(r.shown), r.count) for r in found] == [(InWords, None)]


def test_of_two_sensitive_rounds_that_differ_by_few_the_later_one_is_read_in_no_number():
    sensitive = replace(START, sensitivity=Sensitivity.HIGH)
    first, second = a_question(C1, 6, 6, 6, 6, 6, 6), a_question(C1, 5, 7, 6, 6, 6, 6)

    found = readings(
        sealed("start", a_tally(first)),
        sealed("start", a_tally(second), 2),
        activities=(sensitive,),
    )

    assert [(r.moment, r.count) for r in found] == [
        (Moment.BEFORE, Count(12, 30)),
        (Moment.NOW, None),
    ]


def test_who_says_that_it_did_not_come_up_is_not_counted_among_the_others():
    assert counted(C1, Moment.NOW, 1, 1, 1, 1, 1, 9).count == Count(2, 5)


def test_an_item_without_a_border_in_its_bands_has_no_count():
    assert counted(replace(C1, reached=()), Moment.NOW, 1, 1, 1, 1, 1).count is None


def test_acting_is_a_part_of_noticing():
    noticed = counted(B1, Moment.NOW, 4, 8, 2, 0)
    acted = counted(B2, Moment.NOW, 7, 5, 2, 0)

    assert part_of(acted, [noticed, acted]) == Count(7, 10)


def test_acting_among_ourselves_is_a_part_of_having_been_among_ourselves_not_of_noticing():
    noticed = counted(B1, Moment.NOW, 2, 10, 2, 0)
    alone = counted(B7, Moment.NOW, 6, 6, 2, 0)
    acted = counted(B3, Moment.NOW, 9, 3, 2, 0)

    assert part_of(alone, [noticed, alone, acted]) == Count(8, 12)
    assert part_of(acted, [noticed, alone, acted]) == Count(5, 8)
    assert part_of(acted, [noticed]) is None


@pytest.mark.parametrize(
    "noticed",
    [
        counted(B1, Moment.BEFORE, 4, 8, 2, 0),
        counted(B1, Moment.NOW, 3, 8, 2, 0),
        counted(B1, Moment.NOW, 12, 2, 0, 0),
        counted(B1, Moment.NOW, 14, 0, 0, 0),
        in_words(B1, Moment.NOW),
    ],
    ids=["another moment", "other people", "more acted", "nobody noticed", "in words"],
)
def test_no_part_is_told_of_other_people_or_of_words(noticed):
    assert part_of(counted(B2, Moment.NOW, 7, 5, 2, 0), [noticed]) is None


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


def test_a_reading_holds_only_what_was_disclosed():
    assert {f.name: f.type for f in fields(Reading)} == {
        "measure": Measure,
        "moment": Moment,
        "shown": Counted | InWords,
    }


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


@pytest.mark.parametrize(
    ("people", "change"), [(10, 1.25), (20, 0.89), (30, 0.72), (50, 0.56), (100, 0.40), (200, 0.28)]
)
def test_what_unlinked_answers_can_show_follows_cohen(people, change):
    assert detectable_change(people, people) == pytest.approx(change, abs=0.005)


def test_a_series_ends_four_hundred_days_after_its_first_session():
    assert (series_ends(DAY) - DAY).days == 400
