import pytest

from modules.summary.plain import plain, reads_right_to_left


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\x00b\x07c\x1b[31md", "abc[31md"),
        ("one\r\ntwo\x0bthree\u2028four", "one\ntwo\nthree\nfour"),
        ("left\u202eright\u202c \u2066in\u2069", "leftright in"),
        ("\ufeffhidden\U000e0041\u2060 text\uffff\ufdd0", "hidden text"),
        ("lone \ud83d surrogate", "lone  surrogate"),
        ("e\u0301" + "\u0301" * 50, "é" + "\u0301" * 3),
        ("क्\u200cष", "क्\u200cष"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("  a\tb  ", "a b"),
        ("", ""),
    ],
)
def test_only_what_can_be_seen_stays(typed, shown):
    assert plain(typed) == shown


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("hello", False),
        ("12 שלום abc", True),
        ("“مرحبا", True),
        ("abc שלום", False),
        ("123", False),
    ],
)
def test_the_first_letter_decides_the_direction(text, right):
    assert reads_right_to_left(text) is right
