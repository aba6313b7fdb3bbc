"""Comparing: only what was disclosed on its own."""

from dataclasses import fields, replace

import pytest

from modules.domain.ballot import RoundState
from modules.domain.comparison import (
    Count,
    Measure,
    Moment,
    Reading,
    before_and_after,
    detectable_change,
    part_of,
    series_ends,
)
from modules.domain.disclosure import Counted, InWords
from modules.domain.guide import Sensitivity
from tests.domain.a_reading import (
    B1,
    B2,
    B3,
    B7,
    BACK,
    C1,
    DAY,
    END,
    START,
    a_question,
    a_tally,
    counted,
    in_words,
    readings,
    sealed,
)

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


def test_a_reading_holds_only_what_was_disclosed():
    assert {f.name: f.type for f in fields(Reading)} == {
        "measure": Measure,
        "moment": Moment,
        "shown": Counted | InWords,
    }


@pytest.mark.parametrize(
    ("people", "change"), [(10, 1.25), (20, 0.89), (30, 0.72), (50, 0.56), (100, 0.40), (200, 0.28)]
)
def test_what_unlinked_answers_can_show_follows_cohen(people, change):
    assert detectable_change(people, people) == pytest.approx(change, abs=0.005)


def test_a_series_ends_four_hundred_days_after_its_first_session():
    assert (series_ends(DAY) - DAY).days == 400
