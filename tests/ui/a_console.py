"""A workshop on the facilitator's page: what several files of browser tests do there."""

from dataclasses import dataclass

from playwright.sync_api import Browser, expect

from tests.journeys.people import LAPTOP, Facilitator, Phone
from tests.ui.a_stage import AStage

FIRST, SECOND = "Welcome, and what happens to your answers", "Why I came"


@dataclass
class Room:
    facilitator: Facilitator
    code: str
    address: str

    @classmethod
    def before(cls, facilitator: Facilitator, stage: AStage) -> "Room":
        """On their page, as large and as bright as it first was."""
        facilitator.page.set_viewport_size(LAPTOP)
        facilitator.page.emulate_media(color_scheme="light")
        facilitator.page.goto(f"{facilitator.base}/facilitate?session={stage.session_id}")
        facilitator.settles()
        view = stage.view
        assert view.code
        return cls(facilitator, view.code, f"{facilitator.base}/q/{view.join_secret}")


def at_the_question(room: Room) -> None:
    room.facilitator.moves_on_to(FIRST)
    room.facilitator.moves_on_to(SECOND)


def press(room: Room, key: str) -> None:
    """As people press: not within the moment in which a key is taken to bounce."""
    room.facilitator.page.wait_for_timeout(250)
    room.facilitator.settles()
    expect(room.facilitator.page.locator("html[data-keys=listening]")).to_be_attached()
    room.facilitator.page.keyboard.press(key)


def switches(room: Room, text: str) -> None:
    room.facilitator.sees_switches(text)


def somebody_answers(room: Room, browser: Browser) -> None:
    phone = Phone(browser)
    phone.joins(room.address)
    phone.page.locator('input[name="choice"]').first.check()
    phone.sends()
    expect(room.facilitator.page.locator(".answered")).to_have_text("1 of 1 have answered")
    phone.context.close()


def writes(browser: Browser, room: Room, text: str) -> None:
    phone = Phone(browser)
    phone.joins(room.address)
    phone.page.locator('form#answer [name="text"]').fill(text.strip())
    phone.sends()
    phone.context.close()
