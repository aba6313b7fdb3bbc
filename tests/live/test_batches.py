"""Texts reach the moderator in batches while a question is open."""

from modules.live.batches import Batches


def test_one_or_two_new_texts_wait() -> None:
    batches = Batches()

    assert batches.visible("round", ["a"], open=True) == frozenset()
    assert batches.visible("round", ["a", "b"], open=True) == frozenset()


def test_three_new_texts_come_together_and_stay() -> None:
    batches = Batches()

    assert batches.visible("round", ["a", "b", "c"], open=True) == {"a", "b", "c"}
    assert batches.visible("round", ["a", "b", "c", "d"], open=True) == {"a", "b", "c"}


def test_closing_lets_the_rest_through() -> None:
    batches = Batches()
    batches.visible("round", ["a"], open=True)

    assert batches.visible("round", ["a"], open=False) == {"a"}


def test_a_text_that_was_changed_waits_again() -> None:
    batches = Batches()
    batches.visible("round", ["a", "b", "c"], open=True)

    # Its handle follows from what it says.
    assert batches.visible("round", ["b", "c", "a-changed"], open=True) == {"b", "c"}


def test_rounds_have_batches_of_their_own() -> None:
    batches = Batches()
    batches.visible("one", ["a", "b"], open=True)

    assert batches.visible("two", ["c"], open=True) == frozenset()


def test_counting_them_elsewhere_lets_none_through() -> None:
    batches = Batches()

    assert batches.seen("round", ["a", "b", "c"], open=True) == frozenset()
    assert batches.visible("round", ["a", "b", "c"], open=True) == {"a", "b", "c"}
    assert batches.seen("round", ["a", "b", "c", "d"], open=True) == {"a", "b", "c"}
    assert batches.seen("round", ["a", "b", "c", "d"], open=False) == {"a", "b", "c", "d"}
