import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.activities.words.folding import folded
from modules.activities.words.kind import KIND
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Sensitivity
from modules.domain.picture import Picture, Table, Terms
from modules.domain.tally import Contribution, TextState
from tests.activities.asking import an_activity, disclosed


def test_words_are_not_for_sensitive_questions():
    activity = an_activity("words", sensitivity=Sensitivity.MEDIUM)

    assert list(KIND.problems(activity)) == [
        ("sensitivity", "Words have no bands to fold. Use a choice with bands instead.")
    ]
    assert list(KIND.problems(an_activity("words"))) == []


def mentions(*words: str) -> list[dict[str, list[str]]]:
    return [{"word": [word]} for word in words]


@pytest.mark.parametrize(
    "spellings",
    [
        ("School", "school", "SCHOOL!", " s-c h o o l"),
        ("Café", "cafe", "CAFE\u0301"),
        ("Straße", "strasse"),
        ("Ελλάδα", "ελλαδα"),
        ("don’t", "don't", "dont"),
    ],
)
def test_case_accents_and_spaces_do_not_make_another_word(spellings):
    assert len({folded(text) for text in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("law", "laws"), ("कि", "का"), ("か", "が"), ("?!", "…"), ("🙂", "🙃")]
)
def test_different_words_stay_different(one, other):
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ([], "Nothing was written yet. Write something first, or pass."),
        (["a", "b", "c", "d"], "These are 4 texts. Please send at most 3."),
        (
            ["x" * 31],
            "This text has 31 characters. Please shorten it to 30: “xxxxxxxxxxxxxxxxxxxx…”",
        ),
    ],
)
def test_what_cannot_be_counted_is_refused(sent, sentence):
    with pytest.raises(InvalidAnswer) as refusal:
        KIND.answer(an_activity("words"), {"word": sent})

    assert str(refusal.value) == sentence


def test_one_person_mentions_a_word_once():
    activity = an_activity("words")

    answer = KIND.answer(activity, {"word": ["School", "law", "SCHOOL"]})

    assert answer == {"words": ["School", "law"]}


@given(st.dictionaries(st.sampled_from(["word", "x"]), st.lists(st.text())))
def test_a_hostile_form_is_an_answer_or_refused(form):
    try:
        answer = KIND.answer(an_activity("words"), form)
    except InvalidAnswer:
        return

    assert 1 <= len(answer["words"]) <= 3
    assert not any("\n" in word for word in answer["words"])


def test_a_word_is_drawn_from_two_mentions_in_its_usual_spelling():
    activity = an_activity("words")
    forms = mentions("School", "school", "school", "Law", "law", "only I say this")

    picture = KIND.picture(activity, [disclosed(activity, forms, passed=1)])

    assert picture == Picture(
        "Mentioned most often: “school” (3) and “Law” (2). 1 passed.",
        Terms((("school", 3), ("Law", 2))),
        Table(("Word", "Mentions"), (("school", 3), ("Law", 2))),
    )


def test_nothing_said_twice_is_nothing_drawn():
    activity = an_activity("words")

    picture = KIND.picture(activity, [disclosed(activity, mentions(*"abcde"))])

    assert picture == Picture("No word was mentioned twice, so none is drawn.")


def test_only_shown_words_are_counted_and_in_the_facilitators_wording():
    activity = an_activity("words")
    shown = Contribution(handle="1", text="scool", state=TextState.SHOWN, reworded="school")
    texts = [
        shown,
        replace(shown, handle="2", text="school", reworded=""),
        Contribution(handle="3", text="school", state=TextState.HELD),
        Contribution(handle="4", text="school"),
    ]

    (question,) = KIND.questions_from_texts(activity, texts, 7)

    assert [(cell.label, cell.count) for cell in question.cells] == [("school", 2)]
    assert question.people == 7


def test_without_a_shown_word_nothing_is_counted():
    held = Contribution(handle="1", text="a", state=TextState.HELD)

    assert KIND.questions_from_texts(an_activity("words"), [held], 5) == ()


@given(st.lists(st.text(min_size=1, max_size=30), min_size=5, max_size=30))
def test_no_word_of_one_mention_is_in_a_picture(words):
    activity = an_activity("words")
    forms = []
    for form in mentions(*words):
        try:
            KIND.answer(activity, form)
        except InvalidAnswer:
            continue
        forms.append(form)
    if len(forms) < 5:
        return

    picture = KIND.picture(activity, [disclosed(activity, forms)])

    if picture.chart:
        assert isinstance(picture.chart, Terms)
        assert min(count for _, count in picture.chart.terms) >= 2


@given(st.integers())
def test_invented_answers_are_accepted(seed):
    activity = an_activity("words")

    assert KIND.answer(activity, KIND.invented_answer(activity, random.Random(seed)))


def test_the_cloud_is_laid_out_alike_every_time_and_large_words_are_frequent():
    terms = Terms((("school", 9), ("<b>law</b>", 4), ("العمل", 2), ("学校", 2)))
    draw = KIND.part("chart").figure

    first = draw(Picture("s", terms), dark=False, size="projector")
    second = draw(Picture("s", terms), dark=False, size="projector")

    assert first == second
    notes = {note.text: note for note in first.layout.annotations}
    assert list(notes) == ["school", "&lt;b&gt;law&lt;/b&gt;", "العمل", "学校"]
    assert notes["school"].font.size > notes["العمل"].font.size
    assert min(note.font.size for note in notes.values()) >= 32
