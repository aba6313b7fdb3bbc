"""Two results that are revealed together: every statement is to be read whole on the projector."""

import random
from pathlib import Path

import pytest

from modules.activities.kind import kind_of
from modules.domain.moves import Move
from modules.guides.parser import guide_of
from tests.pages.a_desk import Desk, markup, seen

GUIDES = Path(__file__).parents[2] / "facilitator_guides"
PEOPLE = 18


def reveal(desk: Desk, name: str, keys: tuple[str, str]) -> None:
    """A room whose invented people have answered both, at the second."""
    text = (GUIDES / f"{name}.md").read_text("utf-8")
    activities = [a for section in guide_of(text).sections for a in section.activities]
    desk.room.start(PEOPLE, guide=text, support_contacts="Ada: room 4\n" * 9)
    chance = random.Random(3)
    for key in keys:
        place = next(n for n, a in enumerate(activities) if a.id == key)
        desk.room.at(place + 1)
        answer = kind_of(activities[place]).part("rehearsal").invented_answer
        for device in desk.room.phones:
            desk.room.answer(device, answer(activities[place], chance))
    desk.room.move(Move.SHOW_RESULTS)


@pytest.mark.parametrize(
    ("guide", "keys"),
    [
        ("start_with_the_mirror", ("pulse-start", "pulse-days")),
        ("thirty_days_on", ("pulse-moments", "pulse-want")),
        ("one_session", ("pulse-want", "pulse-days")),
    ],
)
def test_no_statement_of_tied_results_is_shortened(desk: Desk, guide, keys):
    reveal(desk, guide, keys)

    drawn = [chart.proto.spec for chart in desk.projector().get("plotly_chart")]

    assert len(drawn) == len(keys)
    assert ["…" in spec or "\\u2026" in spec for spec in drawn] == [False, False]


def test_where_thirteen_statements_do_not_fit_the_sentences_stand_alone(desk: Desk):
    reveal(desk, "five_minute_pulse", ("pulse-days", "pulse-today"))
    tab = desk.projector()

    assert list(tab.get("plotly_chart")) == []
    assert "The charts are on your phones." in seen(tab)
    assert markup(tab).count("The middle answer") == 2
