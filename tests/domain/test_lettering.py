"""How wide text is before it is drawn: never narrower than the font draws it."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from modules.domain.lettering import BOLD, em, line_count, wrapped

FONTS = Path(__file__).parents[2] / "modules" / "summary" / "fonts"
SENTENCES = [
    "Most people, 11 of 18, chose “Someone I care about is treated unfairly”. 2 passed.",
    "Die Gleichstellungsbeauftragtenvertretungsregelung für alle Äpfel, Öle und Übungen",
    "A · 23 of 40 (58 %)",
]
TEXTS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=200)


@pytest.mark.parametrize(("name", "wider"), [("Regular", 1.0), ("Bold", BOLD)])
@pytest.mark.parametrize("text", SENTENCES)
def test_text_is_measured_a_little_too_wide(name, wider, text):
    font = TTFont(FONTS / f"AtkinsonHyperlegibleNext-{name}.ttf")
    signs, widths = font.getBestCmap(), font["hmtx"]
    drawn = sum(widths[signs[ord(sign)]][0] for sign in text) / font["head"].unitsPerEm

    assert drawn <= em(text) * wider <= drawn * 1.12


@given(TEXTS, st.floats(3, 60))
def test_lines_are_never_too_wide_and_hold_every_word(text, width):
    lines = wrapped(text, width)

    assert all(em(line) <= width + 1e-6 for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split()).replace(" ", "")


@given(TEXTS, st.floats(3, 60), st.integers(1, 3))
def test_what_does_not_fit_ends_in_three_dots(text, width, most):
    lines = wrapped(text, width, most)

    assert len(lines) <= most
    assert lines[-1].endswith("…") or lines == wrapped(text, width)


def test_own_line_breaks_count():
    assert line_count("one\ntwo", 40) == 2
    assert line_count("", 40) == 1
