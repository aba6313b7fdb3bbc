"""While a room answers, its counts are drawn alone, and end as everything else does."""

from playwright.sync_api import Browser, Page, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.journeys.a_person import TWO_FRAMES
from tests.journeys.people import Phone
from tests.journeys.running_app import RunningApp
from tests.ui.a_console import Room, at_the_question


class Drawings:
    """What Streamlit draws on a page from here on: all of it, or a part that looks again."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.whole = self.parts = 0
        page.on("websocket", self._count)
        page.reload()
        self.settles()

    def settles(self) -> None:
        expect(self.page.locator("[data-test-script-state=notRunning]")).to_be_attached()
        self.page.evaluate(TWO_FRAMES)

    def _count(self, socket: WebSocket) -> None:
        if "/_stcore/stream" in socket.url:
            socket.on("framereceived", self._drawn)

    def _drawn(self, frame: str | bytes) -> None:
        message = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
        if message.WhichOneof("type") == "new_session":
            if message.metadata.run.fragment_ids:
                self.parts += 1
            else:
                self.whole += 1


def text_of(page: Page) -> str:
    return page.get_by_test_id("stApp").inner_text()


def test_an_answer_draws_the_counts_alone_and_a_move_with_it_all(
    app: RunningApp, room: Room, browser: Browser
):
    first, second = Phone(browser), Phone(browser)
    for phone in (first, second):
        phone.joins(room.address)
    at_the_question(room)
    screen = room.facilitator.context.new_page()
    screen.goto(f"{app.base}/projector?code={room.code}")
    expect(screen.locator(".count")).to_have_text("0 of 2 have answered")
    console, projector = Drawings(room.facilitator.page), Drawings(screen)
    on_the_console, on_the_projector = console.page.locator(".answered"), screen.locator(".count")
    expect(on_the_console).to_have_text("0 of 2 have answered")
    console.parts = projector.parts = projector.whole = 0
    before = text_of(screen)

    chooses(first)
    first.sends()
    for counted in (on_the_console, on_the_projector):
        expect(counted).to_have_text("1 of 2 have answered")

    # The console is also drawn as time goes by.
    assert min(console.parts, projector.parts) > 0
    assert projector.whole == 0
    # Nothing else has changed, and all of it would be the same if it were drawn now.
    standing = text_of(screen)
    assert standing == before.replace("0 of 2", "1 of 2")
    screen.reload()
    expect(on_the_projector).to_have_text("1 of 2 have answered")
    projector.settles()
    assert text_of(screen) == standing
    projector.whole = 0

    chooses(second)
    second.sends()
    room.facilitator.button("Close answers").click()

    room.facilitator.sees_switches("Answers: closed · Results: hidden")
    expect(on_the_console).to_have_text("2 of 2 have answered")
    expect(on_the_projector).to_have_text("2 of 2 have answered · answers are closed")
    assert projector.whole > 0
    screen.close()


def chooses(phone: Phone) -> None:
    phone.page.locator('input[name="choice"]').first.check()
