"""Two devices of one facilitator: a press counts for what is on its screen, or for nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.people import Facilitator
from tests.journeys.running_app import RunningApp
from tests.ui.a_console import Room
from tests.ui.a_stage import AStage

LOBBY, FIRST, SECOND = (
    "The lobby",
    "Welcome, and what happens to your answers",
    "Why I came",
)
NOW = "h2.now"
# Looking and pressing in one breath: nothing is drawn in between.
LOOK_AND_PRESS = """() => {
    const seen = document.querySelector('h2.now').innerText;
    window.dispatchEvent(new KeyboardEvent('keydown', {key: 'PageDown', bubbles: true}));
    return seen;
}"""


@pytest.fixture
def devices(app: RunningApp, facilitator: Facilitator) -> Iterator[tuple[Page, Page]]:
    first, second = facilitator.page, facilitator.context.new_page()
    room = AStage.lobby(app)
    for page in (first, second):
        page.goto(f"{app.base}/facilitate?session={room.session_id}")
        expect(page.locator(NOW)).to_have_text([LOBBY])
        expect(page.locator("html[data-keys=listening]")).to_be_attached()
    yield first, second
    second.close()


@pytest.mark.parametrize("later_ms", [0, 250, 500])
def test_a_press_counts_for_what_its_own_screen_shows(devices: tuple[Page, Page], later_ms: int):
    first, second = devices

    first.keyboard.press("PageDown")
    second.wait_for_timeout(later_ms)
    seen = second.evaluate(LOOK_AND_PRESS)

    wanted = {LOBBY: FIRST, FIRST: SECOND}[seen]
    for page in devices:
        expect(page.locator(NOW)).to_have_text([wanted])
    second.reload()
    expect(second.locator(NOW)).to_have_text([wanted])


def test_the_button_of_the_next_step_keeps_the_keyboards_focus(room: Room):
    page = room.facilitator.page
    expect(page.locator(NOW)).to_have_text([LOBBY])
    expect(page.locator("html[data-keys=listening]")).to_be_attached()
    page.locator(".st-key-next button").focus()

    page.keyboard.press("Enter")
    expect(page.locator(NOW)).to_have_text([FIRST])

    expect(page.locator(".st-key-next button")).to_be_focused()
