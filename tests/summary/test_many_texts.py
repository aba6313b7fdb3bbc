"""300 texts of 280 characters in ten scripts, with emoji and control characters: all of them."""

import re
import unicodedata
from collections import Counter

import pypdfium2 as pdfium
import pytest

from modules.summary.files import file
from modules.summary.plain import plain
from tests.summary.a_long_workshop import many_texts, with_many_texts
from tests.summary.facts import flat
from tests.summary.read_back import read_back
from tests.summary.reading import KEYS

STRAIGHT = 6


def texts_in(key, data):
    return [fact[-1] for fact in read_back(key, data) if fact[2] in ("text", "says")][-300:]


@pytest.mark.parametrize("key", [key for key in KEYS if key != "pdf"])
def test_every_text_is_there_as_it_was_typed(key):
    made = file(with_many_texts(), key).data

    assert texts_in(key, made) == [flat(plain(text)) for text in many_texts()]


@pytest.fixture(scope="module")
def made():
    return file(with_many_texts(), "pdf").data


def test_the_pdf_is_one_valid_file(made):
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert len(made) < 1_000_000


def test_the_pdf_holds_every_text_that_runs_from_left_to_right(made):
    wanted = [flat(plain(text)) for text in many_texts()]
    found = texts_in("pdf", made)

    # PDFium tells marked letters of turned and shaped scripts, and emoji, only roughly.
    assert [spelled(t) for n, t in enumerate(found) if n % 10 < STRAIGHT] == [
        spelled(t) for n, t in enumerate(wanted) if n % 10 < STRAIGHT
    ]
    assert [re.findall(r"^\d+", text) for text in found] == [[str(n)] for n in range(300)]


def test_the_pdf_holds_every_letter_of_every_script(made):
    with pdfium.PdfDocument(made) as document:
        found = "".join(page.get_textpage().get_text_bounded() for page in document)

    assert foreign(found) == foreign("".join(map(plain, many_texts())))


def spelled(text):
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN")


def foreign(text):
    """How often each letter stands there that no English sentence around the texts holds."""
    return Counter(c for c in text if c > "\u024f" and unicodedata.category(c)[0] == "L")
