"""One short guide in which everything is right, and texts made from it by one change each."""

from collections.abc import Callable
from pathlib import Path

import pytest

SHORT_GUIDE = Path(__file__).with_name("a_short_guide.md")


@pytest.fixture
def text() -> str:
    return SHORT_GUIDE.read_text(encoding="utf-8")


@pytest.fixture
def changed(text: str) -> Callable[[str, str], str]:
    """The short guide with one passage replaced; the passage must be there once."""

    def change(before: str, after: str) -> str:
        assert text.count(before) == 1, before
        return text.replace(before, after)

    return change
