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
    app: RunningApp, facilitator: Facilitator, browser: Browser, *, count: int, answered: int = 0
) -> RoomAtAQuestion:
    """Before a facilitator who is signed in. The last of the phones has JavaScript off.

    The console is opened at last: it would be drawn for everybody who joins and answers.
    """
    stage = AStage.lobby(app)
    stage.at(2)
    phones = [Phone(browser, scripts=person != count - 1) for person in range(count)]
    for person, phone in enumerate(phones):
        phone.joins(f"{app.base}/q/{stage.view.join_secret}")
        phone.sees_the_form(QUESTION.prompt)
        if person < answered:
            phone.fills_in(answers.answer_of(QUESTION, person))
            phone.sends()
    facilitator.page.goto(f"{app.base}/facilitate?session={stage.session_id}")
    facilitator.is_at(QUESTION.title)
    return RoomAtAQuestion(facilitator, stage.view.code or "", phones)
