"""The filter points at texts; what it misses or catches wrongly is for a person to see."""

import pytest

from modules.activities.word_filter import LISTS, stops_at


@pytest.mark.parametrize(
    ("text", "language"), [("What a shit idea", "en"), ("putain de merde", "fr"), ("shit", "de")]
)
def test_it_stops_at_words_of_the_workshops_language_and_of_english(
    text: str, language: str
) -> None:
    assert stops_at(text, language)


@pytest.mark.parametrize(
    "text", ["", "We assess each class.", "A therapist in Scunthorpe", "Ngozi was talked over."]
)
def test_it_lets_plain_texts_pass(text: str) -> None:
    assert not stops_at(text, "en")


def test_a_word_of_another_language_is_no_reason() -> None:
    assert not stops_at("putain de merde", "en")


@pytest.mark.parametrize("language", [*LISTS, "xx", "en-GB"])
def test_every_language_has_a_filter(language: str) -> None:
    assert stops_at("shit", language)
