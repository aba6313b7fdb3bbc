import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.activities.questions.kind import KIND
from modules.domain.disclosure import Counted, Disclosed, ShownText
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Sensitivity
from modules.domain.picture import Picture, Table, Texts
from modules.domain.tally import Cell, Contribution, TextState
from tests.activities.asking import an_activity

ASKING = an_activity("questions")


def test_support_is_not_for_sensitive_questions():
    activity = an_activity("questions", sensitivity=Sensitivity.HIGH)

    assert [field for field, _ in KIND.problems(activity)] == ["sensitivity"]
    assert list(KIND.problems(ASKING)) == []


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Nothing was written yet. Write a question first, or support another one."),
        ({"question": ["a", "b", "c", "d"]}, "These are 4 texts. Please send at most 3."),
        (
            {"support": ["<script>"]},
            "These questions are not here any more. Please reload the page.",
        ),
        (
            {"support": [f"{n:x}" for n in range(101)]},
            "These questions are not here any more. Please reload the page.",
        ),
        (
            {"withdraw": ["../a0"]},
            "These questions are not here any more. Please reload the page.",
        ),
    ],
)
def test_what_is_neither_a_question_nor_support_is_refused(form, sentence):
    with pytest.raises(InvalidAnswer) as refusal:
        KIND.answer(ASKING, form)

    assert str(refusal.value) == sentence


def test_support_alone_is_an_answer():
    answer = KIND.answer(ASKING, {"question": [" "], "support": ["b1", "a0", "b1"]})

    assert answer == {"texts": [], "support": ["a0", "b1"]}


def test_support_can_be_taken_back_without_saying_more():
    answer = KIND.answer(ASKING, {"question": [""], "withdraw": ["a0"]})

    assert answer == {"texts": [], "support": [], "withdraw": ["a0"]}


@pytest.mark.parametrize(
    ("form", "texts", "support"),
    [
        ({"question": ["How?"]}, ["Why?", "How?"], ["a0", "b1"]),
        ({"support": ["c2"]}, ["Why?"], ["a0", "b1", "c2"]),
        ({"withdraw": ["a0"]}, ["Why?"], ["b1"]),
        (
            {"question": ["How?"], "support": ["c2"], "withdraw": ["b1"]},
            ["Why?", "How?"],
            ["a0", "c2"],
        ),
    ],
    ids=["a text keeps support", "support is added", "support is taken back", "all at once"],
)
def test_what_a_phone_sends_later_joins_what_it_sent(form, texts, support):
    first = {"texts": ["Why?"], "support": ["a0", "b1"]}

    merged = KIND.merged(ASKING, first, KIND.answer(ASKING, form))

    assert merged == {"texts": texts, "support": support}


def test_one_phone_supports_a_hundred_questions_and_no_more():
    first = {"texts": [], "support": [f"{n:x}" for n in range(100)]}

    with pytest.raises(InvalidAnswer, match="These questions are not here any more"):
        KIND.merged(ASKING, first, {"texts": [], "support": ["fff"]})


def test_a_fourth_question_is_refused():
    three = {"texts": ["1", "2", "3"], "support": []}

    with pytest.raises(InvalidAnswer, match="You have asked 3 questions already"):
        KIND.merged(ASKING, three, {"texts": ["4"], "support": []})
    assert KIND.merged(ASKING, three, {"texts": ["3"], "support": []}) == three


def test_only_shown_questions_are_counted_with_who_asked_and_who_supports():
    texts = [
        Contribution(handle="a0", text="Why?", state=TextState.SHOWN),
        Contribution(handle="b1", text="Held", state=TextState.HELD),
        Contribution(handle="c2", text="New"),
    ]
    answers = [{"texts": [], "support": ["a0", "b1"]}, {"texts": [], "support": ["a0", "ff"]}]

    (question,) = KIND.counted(ASKING, answers, 0, texts)

    assert question.cells == (Cell("a0", "Why?", 3),)


def test_who_asked_a_question_does_not_count_twice_by_supporting_it():
    texts = [Contribution(handle="a0", text="Why?", reworded="Why now?", state=TextState.SHOWN)]
    answers = [{"texts": ["Why?"], "support": ["a0"]}, {"texts": ["How?"], "support": ["a0"]}]

    (question,) = KIND.counted(ASKING, answers, 0, texts)

    assert question.cells == (Cell("a0", "Why now?", 2),)


def test_questions_are_listed_by_support_and_answered_ones_apart():
    counted = Counted(
        id="support",
        label="",
        cells=(Cell("a", "Why?", 1), Cell("b", "How?", 4), Cell("c", "Who?", 2)),
        people=6,
        several=True,
    )
    texts = (ShownText("Why?"), ShownText("How?"), ShownText("Who?", "Answered"))

    picture = KIND.picture(ASKING, [Disclosed(questions=(counted,), texts=texts)])

    assert picture == Picture(
        "3 questions, 1 answered.",
        Texts((("Without an answer yet", ("How? (4)", "Why?")), ("Answered", ("Who? (2)",)))),
        Table(
            ("Question", "Wanted by", "Answered"),
            (("How?", 4, ""), ("Who?", 2, "yes"), ("Why?", 1, "")),
        ),
    )


def test_a_later_round_takes_nothing_from_a_question_of_an_earlier_one():
    def asked(text, people, theme):
        counted = Counted(
            id="support", label="", cells=(Cell("a", text, people),), people=6, several=True
        )
        return Disclosed(questions=(counted,), texts=(ShownText(text, theme),))

    rounds = [asked("Why?", 5, "Answered"), asked("How?", 1, ""), asked("Why?", 2, "")]
    picture = KIND.picture(ASKING, [*rounds, asked("How?", 3, "Answered")])

    assert picture is not None
    assert picture.table == Table(
        ("Question", "Wanted by", "Answered"), (("Why?", 5, "yes"), ("How?", 3, "yes"))
    )


@given(st.dictionaries(st.sampled_from(["question", "support", "withdraw"]), st.lists(st.text())))
def test_a_hostile_form_is_an_answer_or_refused(form):
    try:
        answer = KIND.answer(ASKING, form)
    except InvalidAnswer:
        return

    assert answer["texts"] or answer["support"] or answer["withdraw"]
