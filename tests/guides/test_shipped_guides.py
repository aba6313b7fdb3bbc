"""The guides that come with the app: each is read without problems and keeps every rule."""

from pathlib import Path

import pytest

from modules.guides.library import GuideLibrary
from modules.guides.lint import told

FOLDER = Path(__file__).parents[2] / "facilitator_guides"
ENTRIES = GuideLibrary(FOLDER).all()


def test_there_are_guides() -> None:
    assert "start_with_the_mirror" in [entry.id for entry in ENTRIES]


@pytest.mark.parametrize("guide_id", [entry.id for entry in ENTRIES])
def test_a_shipped_guide_has_no_problems_and_no_findings(guide_id: str) -> None:
    assert told(GuideLibrary(FOLDER).get(guide_id)) == []
