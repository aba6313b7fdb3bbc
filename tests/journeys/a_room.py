"""A practice that has come to its first question, with some phones in the room."""

from dataclasses import dataclass

from playwright.sync_api import Browser

from tests.journeys import answers
from tests.journeys.people import Facilitator, Phone
from tests.journeys.running_app import RunningApp
from tests.ui.a_stage import AStage

QUESTION = answers.activities()[1]


@dataclass
class RoomAtAQuestion:
    facilitator: Facilitator
    code: str
    phones: list[Phone]


def a_room_at_the_first_question(
    app: RunningApp, facilitator: Facilitator, browser: Browser, *, count: int
) -> RoomAtAQuestion:
    """Before a facilitator who is signed in. The last of the phones has JavaScript off."""
    stage = AStage.lobby(app)
    stage.at(2)
    facilitator.page.goto(f"{app.base}/facilitate?session={stage.session_id}")
    phones = [Phone(browser, scripts=person != count - 1) for person in range(count)]
    for phone in phones:
        phone.joins(f"{app.base}/q/{stage.view.join_secret}")
        phone.sees_the_form(QUESTION.prompt)
    facilitator.is_at(QUESTION.title)
    return RoomAtAQuestion(facilitator, stage.view.code or "", phones)
