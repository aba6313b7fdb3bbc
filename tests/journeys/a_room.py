"""A practice that has come to its first question, with some phones in the room."""

from playwright.sync_api import Browser

from tests.journeys import answers
from tests.journeys.people import Facilitator, Phone, Projector
from tests.journeys.running_app import RunningApp

_TO_THE_QUESTION = answers.activities()[:2]
QUESTION = _TO_THE_QUESTION[-1]


def a_room_at_the_first_question(
    app: RunningApp, browser: Browser, *, count: int
) -> tuple[Facilitator, Projector, list[Phone]]:
    """The last of the phones has JavaScript off."""
    facilitator = Facilitator(browser, app.base)
    facilitator.signs_in(app.sign_in_link)
    code = facilitator.starts("Start with the mirror", practice=True)
    projector = Projector(browser, app.base, code)
    invitation = facilitator.address_in_the_qr_code()
    phones = [Phone(browser, scripts=person != count - 1) for person in range(count)]
    for phone in phones:
        phone.joins(invitation)
    for activity in _TO_THE_QUESTION:
        facilitator.moves_on_to(activity.title)
    for phone in phones:
        phone.sees_the_form(QUESTION.prompt)
    return facilitator, projector, phones
