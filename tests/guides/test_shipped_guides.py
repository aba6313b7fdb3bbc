"""The guides that come with the app: each is read without problems and keeps every rule."""

from pathlib import Path

import pytest

from modules.guides.library import GuideLibrary
from modules.guides.lint import told
from modules.guides.sources import sources_of

SESSIONS = 7
FOLDER = Path(__file__).parents[2] / "facilitator_guides"
ENTRIES = GuideLibrary(FOLDER).all()


def test_there_are_guides() -> None:
    assert "start_with_the_mirror" in [entry.id for entry in ENTRIES]


@pytest.mark.parametrize("guide_id", [entry.id for entry in ENTRIES])
def test_a_shipped_guide_has_no_problems_and_no_findings(guide_id: str) -> None:
    assert told(GuideLibrary(FOLDER).get(guide_id)) == []


def test_no_shipped_guide_asks_the_room_what_facilitators_ask_each_other() -> None:
    guides = [guide for e in ENTRIES if (guide := e.read.guide)]
    activities = [activity for guide in guides for activity in guide.activities]
    cards = [activity for activity in activities if activity.facilitators_debrief]

    assert [card.id for card in cards] == ["minute-card"] * SESSIONS
    assert [card.debrief for card in cards] == [()] * SESSIONS
    assert [q for activity in activities for q in activity.debrief if "about us" in q] == []


def test_what_stands_on_the_big_screen_too_never_says_this_phone() -> None:
    guides = [guide for e in ENTRIES if (guide := e.read.guide)]
    prompts = [activity.prompt for guide in guides for activity in guide.activities]

    assert [prompt for prompt in prompts if "this phone" in prompt] == []
    assert [prompt for prompt in prompts if "your phone" in prompt] != []


@pytest.mark.parametrize("guide_id", [entry.id for entry in ENTRIES])
def test_every_shipped_guide_lists_its_sources_themselves(guide_id: str) -> None:
    guide = GuideLibrary(FOLDER).get(guide_id).read.guide
    assert guide is not None

    sources = sources_of(guide)

    assert len(sources) > len(guide.sources) / 2
    assert [line for line in sources if "The chapter Sources" in line] == []
