"""Every guide that we ship, and one that was written from the documentation, runs from its lobby
to its summary with people in the room."""

import pytest

from modules.activities.kind import kind_of
from modules.domain.moves import Move
from modules.guides.parser import guide_of
from modules.rehearsal.cast import Case
from modules.screens.phone import phone
from modules.screens.summary import summary
from modules.summary import files
from tests.journeys.running_app import ROOT
from tests.patience import SECONDS
from tests.rehearsal.a_theatre import ATheatre

GUIDES = [
    *sorted((ROOT / "facilitator_guides").glob("*.md")),
    ROOT / "tests" / "guides" / "a_guide_from_the_documentation.md",
]
PEOPLE = 8


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_runs_to_its_end_with_everyone_answering(theatre: ATheatre, guide):
    theatre.rehearses(Case.EVEN_SPLIT, people=PEOPLE, speed=400, guide=guide.read_text("utf-8"))
    everybody = theatre.people
    steps = [
        a for section in guide_of(guide.read_text("utf-8")).sections for a in section.activities
    ]
    unshown = [a.title for a in steps if a.unshown]

    for line in theatre.view.plan:
        theatre.goes_to(line.position)
        if asks(theatre):
            theatre.waits_for_answers(PEOPLE)
            if line.title not in unshown:
                theatre.shows_results()
    theatre.room.move(Move.END)

    assert everybody.join(SECONDS)
    view = summary(theatre.site.database, theatre.room.session_id)
    titles = [item.title for section in view.sections for item in section.items]
    # Neither breaks nor what only the facilitators read go home; what was measured at both ends is
    # compared behind the last step.
    home = [a.title for a in steps if not (kind_of(a).rests(a) or a.unshown)]
    assert titles[: len(home)] == home
    assert files.file(view, "pdf").data.startswith(b"%PDF")


def asks(theatre: ATheatre) -> bool:
    """Whether phones are asked something on the stage now."""
    room = theatre.room
    return phone(theatre.site.database, room.session_id, now=room.clock()).accepting
