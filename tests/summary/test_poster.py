"""The poster: everything a person at the door needs, and a code that a camera reads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from modules.summary.poster import Invitation, poster

INVITATION = Invitation(
    title="Start with the mirror",
    link="http://192.0.2.7:8501/q/0123456789abcdef",
    address="192.0.2.7:8501/join",
    code="12345678",
    promise="Anonymous once the result is shown or the room moves on.",
    language="en",
    held_on=date(2026, 3, 9),
)


def text_of(invitation: Invitation) -> str:
    [page] = PdfReader(BytesIO(poster(invitation).data)).pages
    return page.extract_text()


@pytest.mark.parametrize(
    "said", ["Start with the mirror", "192.0.2.7:8501/join", "1234 5678", "Anonymous once"]
)
def test_the_poster_says_where_to_go_and_what_is_promised(said: str) -> None:
    assert said in text_of(INVITATION)


def test_the_qr_code_has_words_for_those_who_cannot_see_it() -> None:
    root: Any = PdfReader(BytesIO(poster(INVITATION).data)).trailer["/Root"]

    [words] = described(root["/StructTreeRoot"])
    assert words.startswith("QR code that opens the workshop at 192.0.2.7:8501/join")


def described(element: Any) -> Iterator[str]:
    """The alternative texts in a PDF's structure."""
    element = element.get_object()
    if isinstance(element, list):
        for child in element:
            yield from described(child)
    elif isinstance(element, dict):
        if "/Alt" in element:
            yield str(element["/Alt"])
        if "/K" in element:
            yield from described(element["/K"])


def test_the_same_invitation_gives_the_same_bytes() -> None:
    assert poster(INVITATION).data == poster(INVITATION).data


@pytest.mark.parametrize("title", ["", '#import "x"; $a$ <b> \u202e', "x" * 200])
def test_any_title_stays_text_on_one_page(title: str) -> None:
    assert "1234 5678" in text_of(replace(INVITATION, title=title))
