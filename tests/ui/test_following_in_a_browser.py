"""How often a page is drawn again, however much there is to hear."""

import re
import time

import pytest
from playwright.sync_api import BrowserContext, WebSocket, WebSocketRoute, expect

from tests.journeys.a_person import TWO_FRAMES
from tests.journeys.running_app import RunningApp
from tests.ui.a_console import Room, at_the_question

WORDS = 60
PRESSED_WHEN_NEWS_COMES = """button => {
    const { socket } = window.workshopFollowed;
    window.workshopFollowed.drawn = -Infinity;
    button.click();
    setTimeout(() => socket.onmessage({ data: `${Math.random()}.` }));
}"""
# A page that was left listens a second longer, in case it is only drawn again: that second lasts.
LISTENS_ON = """() => {
    const held = { set: (leaving) => clearTimeout(leaving) };
    Object.defineProperty(window.workshopFollowed, "leaving", held);
}"""
WITHOUT_A_PAUSE = """() => {
    const longAgo = { drawn: -Infinity, rests: -Infinity, pressed: -Infinity };
    Object.assign(window.workshopFollowed, longAgo);
}"""
BECAUSE_OF_NEWS = b'"event":"news"'


class Listener:
    """A page of a room that hears what we say, and what it asks Streamlit for because of that."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page = context.new_page()
        self.asked: list[bytes] = []
        self._lines: list[WebSocketRoute] = []
        self.page.on("websocket", self._count)
        self.page.route_web_socket("**/news/*", lambda line: self._lines.append(line))
        self.page.goto(address)
        while not self._lines:
            self.page.wait_for_timeout(50)
        self.settles()

    def settles(self) -> None:
        expect(self.page.locator("[data-test-script-state=notRunning]")).to_be_attached()

    def hears(self, word: str) -> None:
        self._lines[-1].send(word)

    def _count(self, socket: WebSocket) -> None:
        if "/_stcore/stream" in socket.url:
            socket.on("framesent", self._ask)

    def _ask(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes) and BECAUSE_OF_NEWS in frame:
            self.asked.append(frame)


@pytest.mark.parametrize(("moves", "drawn_a_second"), [(True, 4), (False, 1.5)])
def test_a_busy_room_does_not_keep_the_server_drawing(
    app: RunningApp, room: Room, moves: bool, drawn_a_second: float
):
    listener = Listener(room.facilitator.context, f"{app.base}/projector?code={room.code}")
    stage = listener.page.evaluate("window.workshopFollowed.seen.split('.')[0]")
    listener.asked.clear()
    began = time.monotonic()

    for number in range(WORDS):
        listener.hears(f"{number}.{number}" if moves else f"{stage}.{number}")
        listener.page.wait_for_timeout(50)

    most = (time.monotonic() - began) * drawn_a_second + 1
    assert 1 < len(listener.asked) <= most


def test_a_page_that_was_left_is_not_drawn_for_its_news(room: Room):
    listener = Listener(room.facilitator.context, room.facilitator.page.url)
    page = listener.page
    page.evaluate(LISTENS_ON)
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Start", exact=True).click()
    expect(page.get_by_role("combobox", name="Guide")).to_be_visible()
    listener.settles()
    listener.asked.clear()
    page.evaluate(WITHOUT_A_PAUSE)

    listener.hears("another.stage")
    page.wait_for_function("word => window.workshopFollowed.word === word", arg="another.stage")
    page.evaluate(TWO_FRAMES)

    assert listener.asked == []


def test_news_of_a_room_that_a_press_erases_does_not_bring_its_page_back(room: Room):
    listener = Listener(room.facilitator.context, room.facilitator.page.url)
    listener.asked.clear()

    listener.page.get_by_text("Wrong guide? Choose another").click()
    listener.hears("gone")

    expect(listener.page.get_by_role("combobox", name="Guide")).to_be_visible()
    listener.settles()
    assert listener.asked == []
    expect(listener.page).to_have_url(re.compile(r"\?guide="))


def test_a_press_counts_that_news_follows_at_once(room: Room):
    """Streamlit forgets a press when another request comes within its first milliseconds."""
    at_the_question(room)

    for label, standing in 3 * [("Close answers", "closed"), ("Open answers", "open")]:
        room.facilitator.settles()
        room.facilitator.button(label).evaluate(PRESSED_WHEN_NEWS_COMES)
        room.facilitator.sees_switches(f"Answers: {standing} · Results: hidden")
