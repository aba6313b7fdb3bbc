import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.activities.cleaning import clean_text, length_of


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  two   spaces\tand a tab ", "two spaces and a tab"),
        ("a\x00b\x07c\x1b[31md\x7fe\x9ff", "abc[31mdef"),
        ("evil \u202etxt.exe\u202c and \u2066more\u2069", "evil txt.exe and more"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("far\n\n\n\n\napart", "far\n\napart"),
        ("e\u0301", "é"),
        ("half a sign: \ud83d!", "half a sign: !"),
        ("\ufeffin\u200bvisible\u00ad", "invisible"),
        ("family \U0001f468\u200d\U0001f469\u200d\U0001f467", "family 👨\u200d👩\u200d👧"),
        (
            "zalgo a" + "\u0301\u0302\u0303\u0304\u0305\u0306\u0307" * 9,
            "zalgo á\u0302\u0303\u0304\u0305",
        ),
        ("\u200d\u200d\u0301", ""),
        ("שלום عالم नमस्ते 你好", "שלום عالم नमस्ते 你好"),
    ],
)
def test_what_is_typed_becomes_safe_to_show(raw, clean):
    assert clean_text(raw) == clean


def test_one_line_has_no_line_ends():
    assert clean_text(" a\n\nb\r\nc ", one_line=True) == "a b c"


def test_marks_belong_to_the_letter_before():
    assert length_of("a\u0302\u0303b") == 2


@given(st.text())
def test_cleaning_twice_changes_nothing(raw):
    assert clean_text(clean_text(raw)) == clean_text(raw)


@given(st.text(st.characters(codec=None)))
def test_nothing_is_left_that_controls_or_cannot_be_stored(raw):
    clean = clean_text(raw)

    assert clean.encode().decode() == clean
    assert not [s for s in clean if unicodedata.category(s) in ("Cc", "Cs") and s != "\n"]
    assert not set(clean) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
