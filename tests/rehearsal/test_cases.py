"""Each hard case gives the facilitator what its name says, on the real screens."""

import random
from dataclasses import replace

import pytest

from modules.activities.kind import kind_of
from modules.domain.guide import Activity
from modules.domain.moves import Move
from modules.domain.picture import Bars
from modules.domain.tally import TextState
from modules.guides.parser import guide_of
from modules.rehearsal.answers import another_form, form_of, seconds_for
from modules.rehearsal.cast import HOSTILE, NAMES_A_PERSON, Case, Part, cast
from modules.screens.projector import projector
from tests.a_room import COMMON, GUIDE, INSTEAD, PLAIN, WORDS
from tests.patience import SECONDS
from tests.rehearsal.a_theatre import ATheatre

TOO_FEW = (
    "There are too few answers to show. It takes 5 that are not Pass, so that nobody can be "
    "picked out. Talk about the question instead."
)


def test_three_answers_are_too_few_to_show(theatre: ATheatre):
    theatre.rehearses(Case.THREE_ANSWERS)
    theatre.goes_to(PLAIN)
    theatre.waits_for_answers(3)

    result = theatre.shows_results()

    assert (result.picture, result.notice) == (None, TOO_FEW)


def test_an_even_split_is_one(theatre: ATheatre):
    theatre.rehearses(Case.EVEN_SPLIT, people=12)
    theatre.goes_to(PLAIN)
    theatre.waits_for_answers(12)

    result = theatre.shows_results()

    assert result.picture is not None
    assert isinstance(result.picture.chart, Bars)
    assert sorted(row.values[0] for row in result.picture.chart.rows) == [0, 6, 6]


def test_unanimity_about_something_sensitive_is_told_in_words_without_a_number(theatre: ATheatre):
    theatre.rehearses(Case.UNANIMITY)
    theatre.goes_to(INSTEAD)
    theatre.waits_for_answers(12)
    theatre.goes_to(COMMON)
    theatre.waits_for_answers(12)

    result = theatre.shows_results()

    assert result.picture is not None
    assert result.picture.table is not None
    assert result.picture.table.rows == (("Rarely or never", "most"), ("More often", "few or none"))
    assert not any(sign.isdigit() for sign in result.picture.sentence)


@pytest.mark.parametrize(
    ("case", "texts"), [(Case.HOSTILE, HOSTILE), (Case.NAMES_A_PERSON, NAMES_A_PERSON)]
)
def test_a_difficult_text_waits_for_the_moderator_as_it_was_typed(
    theatre: ATheatre, case: Case, texts: tuple[tuple[str, ...], ...]
):
    theatre.rehearses(case)
    theatre.goes_to(WORDS)
    theatre.waits_for_answers(12)

    cards = {card.text: card.state for card in theatre.texts.cards}

    for preferred, *_ in texts:
        assert cards[preferred] is TextState.WAITING


def test_nobody_reads_a_hostile_text_before_the_moderator(theatre: ATheatre):
    theatre.rehearses(Case.HOSTILE)
    theatre.goes_to(WORDS)
    theatre.waits_for_answers(12)

    result = theatre.shows_results()
    big_screen = projector(
        theatre.site.database, theatre.room.session_id, now=theatre.room.clock(), phones=12
    )

    hostile = HOSTILE[0][0]
    assert hostile in {card.text for card in theatre.texts.cards}
    assert hostile not in str(result)
    assert hostile not in str(big_screen)


def test_half_the_phones_drop_out_after_their_first_answer(theatre: ATheatre):
    theatre.rehearses(Case.DROPPING_OUT, people=12)
    theatre.goes_to(PLAIN)
    # Twelve answers; three of the six also press “Leave”, which takes theirs back.
    theatre.waits_for(lambda: theatre.sent() == 12 + 3)
    assert theatre.view.answered == 9

    everybody = theatre.people
    theatre.goes_to(WORDS)
    theatre.waits_for_answers(6)
    theatre.room.move(Move.END)

    assert everybody.join(SECONDS)
    assert theatre.sent() == 12 + 3 + 6


def activities() -> dict[str, Activity]:
    """One activity of the test guide for each kind that it has."""
    return {a.kind: a for a in guide_of(GUIDE).activities if kind_of(a).collects_for(a)}


@pytest.mark.parametrize("kind", activities())
@pytest.mark.parametrize("case", Case)
def test_every_part_of_every_case_fills_in_forms_that_the_kind_accepts(case: Case, kind: str):
    activity = activities()[kind]

    for part in cast(case, 60):
        form = form_of(replace(part, passes=0), activity, random.Random(part.seed))
        assert form is not None
        kind_of(activity).answer(activity, form)


def test_who_always_passes_sends_no_form():
    [activity, *_] = activities().values()

    assert form_of(Part(seed=1, passes=1), activity, random.Random(1)) is None


def test_who_belongs_to_a_camp_stays_in_it():
    [activity, *_] = activities().values()

    assert another_form(Part(seed=1, camp=0), activity, random.Random(1)) is None


def test_a_long_text_takes_longer_than_a_pass():
    activity = activities()["text"]
    long, short = {"text": ["x" * 200]}, {"text": ["x"]}

    times = [seconds_for(activity, form, random.Random(1)) for form in (long, short, None)]

    assert times == sorted(times, reverse=True)
    assert len(set(times)) == 3


@pytest.mark.parametrize("many", [3, 4, 7, 20, 60])
@pytest.mark.parametrize("case", Case)
def test_a_cast_has_as_many_parts_as_people(case: Case, many: int):
    assert len(cast(case, many)) == many
    assert len({part.seed for part in cast(case, many)}) == many
