import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from modules.activities.choice.kind import KIND, ChoiceFields
from modules.activities.sentences import TOO_ALIKE
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Band, Sensitivity
from modules.domain.picture import Bars, Picture, Row, Table
from tests.activities.asking import OPTIONS, an_activity, disclosed


def ballots(**counts: int) -> list[dict[str, list[str]]]:
    return [{"choice": [letter]} for letter, count in counts.items() for _ in range(count)]


# --- what a guide may say


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"options": ["only one"]}, "Write 2 to 10 options; there are 1."),
        ({"options": list("abcdefghijk")}, "There are 11 entries here. Use at most 10."),
        (
            {"options": "a, b"},
            "Write a list, one line for each, starting with a hyphen.",
        ),
        (
            {"options": [True, "no"]},
            "Put this text in quotes, so that it is read as a text: True.",
        ),
        (
            {"options": ["same", "same"]},
            "“same” is written twice. Each entry must differ from the others.",
        ),
        (
            {"options": [{"id": "b", "text": "x"}, "y"]},
            "The id “b” is used twice. Give each entry its own id.",
        ),
        (
            {"options": [{"id": "pass", "text": "x"}, "y"]},
            "“pass” is always offered and cannot be an option's id. Use another id.",
        ),
        (
            {"options": [{"id": "Big One", "text": "x"}, "y"]},
            "“Big One” cannot be an id. Use small letters, digits and hyphens.",
        ),
        (
            {"options": ["", "y"]},
            "There is an empty text here. Write what participants should read.",
        ),
        (
            {"options": ["{braces}" * 30, "y"]},
            "“{braces}{braces}{braces}{brace…” is too long. Use at most 160 characters.",
        ),
    ],
)
def test_unfit_options_are_refused_with_what_to_write(fields, sentence):
    with pytest.raises(ValidationError) as refusal:
        ChoiceFields.model_validate(fields)

    assert [error["msg"] for error in refusal.value.errors()] == [sentence]


def test_unknown_fields_are_refused():
    with pytest.raises(ValidationError):
        ChoiceFields.model_validate({"options": OPTIONS, "optoins": []})


def test_options_written_as_texts_get_letters_as_ids():
    fields = ChoiceFields.model_validate({"options": [*OPTIONS, {"id": "later", "text": "ask"}]})

    assert [option.id for option in fields.options] == ["a", "b", "c", "later"]


def test_bands_with_unknown_or_repeated_options_are_problems():
    bands = (Band("Known", ("a", "x")), Band("Again", ("a", "pass")))
    activity = an_activity("choice", options=OPTIONS, at_most=4, bands=bands)

    assert list(KIND.problems(activity)) == [
        ("at_most", "There are 3 options; use that or less."),
        ("bands", "“x” is not an option here. Use: a, b, c or pass."),
        ("bands", "“a” is in two bands. Each option belongs to one."),
    ]


# --- what a phone may send


@pytest.mark.parametrize("form", [{}, {"choice": []}, {"other": ["a"]}])
def test_nothing_chosen_is_refused(form):
    with pytest.raises(InvalidAnswer, match="Nothing was chosen yet"):
        KIND.answer(an_activity("choice", options=OPTIONS), form)


@pytest.mark.parametrize("sent", ["d", "A", "", "aa", "make a joke", "\x00", "pass", "0"])
def test_what_is_not_offered_is_refused(sent):
    with pytest.raises(InvalidAnswer, match="not offered here"):
        KIND.answer(an_activity("choice", options=OPTIONS), {"choice": [sent]})


def test_two_options_are_refused_where_one_may_be_chosen():
    with pytest.raises(InvalidAnswer, match="Please choose at most 1"):
        KIND.answer(an_activity("choice", options=OPTIONS), {"choice": ["a", "b"]})


def test_the_order_of_ticking_leaves_no_trace():
    activity = an_activity("choice", options=OPTIONS, at_most=2)

    assert KIND.answer(activity, {"choice": ["c", "a", "c"]}) == {"options": ["a", "c"]}


@given(form=st.dictionaries(st.sampled_from(["choice", "x"]), st.lists(st.text())))
def test_a_hostile_form_is_an_answer_or_refused(form):
    activity = an_activity("choice", options=OPTIONS, at_most=2)
    try:
        answer = KIND.answer(activity, form)
    except InvalidAnswer:
        return

    assert set(answer["options"]) <= {"a", "b", "c"}


# --- what is shown


def test_one_round_has_its_sentence_bars_and_table():
    activity = an_activity("choice", options=OPTIONS)

    picture = KIND.picture(activity, [disclosed(activity, ballots(a=1, b=11, c=6), passed=2)])

    assert picture == Picture(
        "Most people, 11 of 18, chose “explain what I meant”. 2 passed.",
        Bars(
            series=("",),
            rows=(
                Row(OPTIONS[0], (1.0,), ("1 of 18",), "A"),
                Row(OPTIONS[1], (11.0,), ("11 of 18",), "B"),
                Row(OPTIONS[2], (6.0,), ("6 of 18",), "C"),
            ),
            most=11.0,
        ),
        Table(
            ("Answer", "How many"),
            ((OPTIONS[0], 1), (OPTIONS[1], 11), (OPTIONS[2], 6)),
        ),
    )


@pytest.mark.parametrize(
    ("votes", "sentence"),
    [
        ({"a": 5}, "Everybody, 5 of 5, chose “make a joke”."),
        (
            {"a": 3, "b": 2, "c": 3},
            "The most frequent answers were “make a joke” and “apologise at length”, "
            "each chosen by 3 of 8.",
        ),
        (
            {"a": 2, "b": 2, "c": 2},
            "All of these were chosen equally often, by 2 of 6 each.",
        ),
        (
            {"a": 3, "b": 2, "c": 2},
            "The most frequent answer was “make a joke”, chosen by 3 of 7.",
        ),
        ({"a": 23, "b": 17}, "Most people, 23 of 40 (58 %), chose “make a joke”."),
    ],
)
def test_the_sentence_says_what_is_so_with_counts_first(votes, sentence):
    activity = an_activity("choice", options=OPTIONS)

    assert KIND.picture(activity, [disclosed(activity, ballots(**votes))]).sentence == sentence


def test_two_rounds_are_shown_beside_each_other():
    activity = an_activity("choice", options=OPTIONS, rounds=2)
    first = disclosed(activity, ballots(a=4, b=1))
    second = disclosed(activity, ballots(a=1, b=5))

    picture = KIND.picture(activity, [first, second])

    assert picture.sentence == (
        "First vote: Most people, 4 of 5, chose “make a joke”. "
        "Second vote: Most people, 5 of 6, chose “explain what I meant”."
    )
    assert isinstance(picture.chart, Bars)
    assert picture.chart.series == ("First vote", "Second vote")
    assert picture.chart.rows[0] == Row(OPTIONS[0], (4.0, 1.0), ("4 of 5", "1 of 6"), "A")
    assert picture.table == Table(
        ("Answer", "First vote", "Second vote"),
        ((OPTIONS[0], 4, 1), (OPTIONS[1], 1, 5), (OPTIONS[2], 0, 0)),
    )


BANDS = (Band("close to me", ("a", "b")), Band("further away, or passed", ("c", "pass")))


def test_a_sensitive_item_is_shown_in_bands_with_passes_inside():
    activity = an_activity("choice", options=OPTIONS, sensitivity=Sensitivity.HIGH, bands=BANDS)

    picture = KIND.picture(activity, [disclosed(activity, ballots(a=4, b=4, c=3), passed=3)])

    assert picture.sentence == "Most people, 8 of 14, chose “close to me”."
    assert picture.table == Table(
        ("Answer", "How many"), (("close to me", 8), ("further away, or passed", 6))
    )


def test_a_small_band_is_told_in_words_without_bars():
    activity = an_activity("choice", options=OPTIONS, sensitivity=Sensitivity.HIGH, bands=BANDS)

    picture = KIND.picture(activity, [disclosed(activity, ballots(a=12, c=2))])

    assert picture == Picture(
        "Most: “close to me”. Few or none: “further away, or passed”.",
        None,
        Table(
            ("Answer", "How many"),
            (("close to me", "most"), ("further away, or passed", "few or none")),
        ),
    )


def test_what_even_words_would_give_away_is_talked_about_instead():
    activity = an_activity("choice", options=OPTIONS, sensitivity=Sensitivity.HIGH, bands=BANDS)

    picture = KIND.picture(activity, [disclosed(activity, ballots(a=5))])

    assert picture == Picture(TOO_ALIKE)


def test_words_in_one_round_leave_no_bars_for_the_other():
    activity = an_activity("choice", options=OPTIONS, sensitivity=Sensitivity.HIGH, bands=BANDS)
    rounds = [disclosed(activity, ballots(a=6, c=6)), disclosed(activity, ballots(a=12, c=2))]

    picture = KIND.picture(activity, rounds)

    assert picture.chart is None
    assert picture.table == Table(
        ("Answer", "First vote", "Second vote"),
        (("close to me", 6, "most"), ("further away, or passed", 6, "few or none")),
    )


@given(
    st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=1, max_size=3),
    st.sampled_from(Sensitivity),
)
def test_every_disclosed_result_has_a_picture(rounds, sensitivity):
    activity = an_activity("choice", options=OPTIONS, sensitivity=sensitivity, bands=BANDS)
    votes = [dict(zip("abc", counts, strict=True)) for counts in rounds if sum(counts) >= 5]
    shown = [disclosed(activity, ballots(**counts), passed=3) for counts in votes]

    picture = KIND.picture(activity, shown)

    assert picture.sentence.endswith(".")
    if isinstance(picture.chart, Bars):
        assert all(0 <= v <= picture.chart.most for r in picture.chart.rows for v in r.values)


@given(st.integers(1, 10), st.integers(2, 10), st.randoms())
def test_invented_answers_are_accepted(at_most, options, chance):
    activity = an_activity(
        "choice", options=[f"option {n}" for n in range(options)], at_most=min(at_most, options)
    )

    assert KIND.answer(activity, KIND.invented_answer(activity, random.Random(chance.random())))
