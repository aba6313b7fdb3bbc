"""One short guide in which everything is right, and texts made from it by one change each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from modules.guides.parser import read_guide

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


@pytest.fixture
def one_problem(changed: Callable[[str, str], str]) -> Callable[[str, str, str, str, str], None]:
    """Check that one change makes one problem, near the line that holds `place`."""

    def check(before: str, after: str, place: str, message: str, fix: str) -> None:
        text = changed(before, after)
        problems = read_guide(text, file="guide.md").problems
        assert [p.message for p in problems] == [message]
        assert problems[0].fix[: len(fix)] == fix
        near = text.split("\n")[problems[0].line - 1 : problems[0].line + 2]
        assert any(place in line for line in near), (problems[0].line, near)

    return check
