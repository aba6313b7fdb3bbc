import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from modules.activities.cleaning import length_of
from modules.activities.text.kind import KIND, TextFields
from modules.domain.disclosure import Disclosed, ShownText
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Shape
from modules.domain.picture import Picture, Table, Texts
from tests.activities.asking import an_activity


@pytest.mark.parametrize(
    "fields", [{"entries": 0}, {"entries": 4}, {"length": 19}, {"length": 281}]
)
def test_a_guide_cannot_ask_for_more_than_a_phone_should_type(fields):
    with pytest.raises(ValidationError):
        TextFields.model_validate(fields)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ([], "Nothing was written yet. Write something first, or pass."),
        (["", " \n\t "], "Nothing was written yet. Write something first, or pass."),
        (["\u202e\u200b\x00\u200d"], "Nothing was written yet. Write something first, or pass."),
        (["a", "b", "c"], "These are 3 texts. Please send at most 2."),
        (
            ["x" * 21],
            "This text has 21 characters. Please shorten it to 20: “xxxxxxxxxxxxxxxxxxxx…”",
        ),
        (["x" * 10_000_000], "This text is far too long. Please shorten it to 20 characters."),
    ],
)
def test_what_cannot_be_counted_is_refused_and_never_cut(sent, sentence):
    activity = an_activity("text", entries=2, length=20)

    with pytest.raises(InvalidAnswer) as refusal:
        KIND.answer(activity, {"text": sent})

    assert str(refusal.value) == sentence


def test_empty_and_repeated_entries_are_left_out():
    activity = an_activity("text", entries=3)

    answer = KIND.answer(activity, {"text": ["one", "", " one "]})

    assert answer == {"texts": ["one"]}
    assert KIND.texts(activity, answer) == ("one",)


@given(form=st.dictionaries(st.sampled_from(["text", "x"]), st.lists(st.text())))
def test_a_hostile_form_is_an_answer_or_refused(form):
    activity = an_activity("text", entries=3, length=40)
    try:
        answer = KIND.answer(activity, form)
    except InvalidAnswer:
        return

    assert 1 <= len(answer["texts"]) <= 3
    assert all(0 < length_of(text) <= 40 for text in answer["texts"])
    assert "".join(answer["texts"]).encode()


def test_only_what_the_moderator_shows_is_on_the_wall():
    shown = Disclosed(texts=(ShownText("b"), ShownText("a", "Work"), ShownText("c", "Work")))

    picture = KIND.picture(an_activity("text"), [shown])

    assert picture == Picture(
        "3 texts are shown, 1 theme is named.",
        Texts((("Work", ("c", "a")), ("", ("b",)))),
        Table(("Theme", "Text"), (("Work", "c"), ("Work", "a"), ("", "b"))),
    )


def test_the_order_on_the_wall_does_not_depend_on_the_order_of_arrival():
    texts = [ShownText(text) for text in ("one", "two", "three", "four")]
    activity = an_activity("text")

    forwards = KIND.picture(activity, [Disclosed(texts=tuple(texts))])
    backwards = KIND.picture(activity, [Disclosed(texts=tuple(reversed(texts)))])

    assert forwards == backwards


def test_where_texts_must_stay_in_the_room_only_themes_are_left():
    shown = Disclosed(texts=(ShownText("", "Work"), ShownText("", "Home")), texts_withheld=True)

    assert KIND.picture(an_activity("text"), [shown]) == Picture(
        "2 themes were named: “Home” and “Work”. The texts themselves stay in the room.",
        None,
        Table(("Theme",), (("Home",), ("Work",))),
    )


def test_an_empty_wall_says_so():
    assert KIND.picture(an_activity("text"), [Disclosed()]) == Picture("No texts are shown.")


@given(st.integers(1, 3), st.integers(20, 280), st.integers())
def test_invented_answers_are_accepted(entries, length, seed):
    activity = an_activity("text", entries=entries, length=length)

    assert KIND.answer(activity, KIND.invented_answer(activity, random.Random(seed)))


@pytest.mark.parametrize(
    ("themes", "expected"),
    [
        ("aaaa", Shape.AGREEMENT),
        ("aabb", Shape.SPLIT),
        ("aabcde", Shape.LONG_TAIL),
        ("aab", None),
        ("....", None),
        ("aa..", None),
    ],
)
def test_the_shape_is_that_of_the_themes_that_were_named(themes, expected):
    texts = tuple(ShownText(f"Text {n}", theme.strip(".")) for n, theme in enumerate(themes))

    assert KIND.shape(Disclosed(texts=texts, answers=12, passed=0)) is expected
    assert KIND.shape(Disclosed(texts=texts, answers=12, passed=8)) is Shape.MANY_PASSES
