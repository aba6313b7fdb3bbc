"""How often a page is drawn again, however much there is to hear."""

import time

from playwright.sync_api import WebSocket, WebSocketRoute, expect

from tests.journeys.running_app import RunningApp
from tests.ui.a_console import Room

WORDS = 60
DRAWN_A_SECOND = 4
LOOKS_A_SECOND = 0.5


def test_a_room_that_answers_does_not_keep_the_server_drawing(app: RunningApp, room: Room):
    page = room.facilitator.context.new_page()
    listening: list[WebSocketRoute] = []
    asked: list[str | bytes] = []

    def count(socket: WebSocket) -> None:
        if "/_stcore/stream" in socket.url:
            socket.on("framesent", lambda frame: asked.append(frame))

    page.on("websocket", count)
    page.route_web_socket("**/news/*", lambda socket: listening.append(socket))
    page.goto(f"{app.base}/projector?code={room.code}")
    while not listening:
        page.wait_for_timeout(50)
    expect(page.locator("[data-test-script-state=notRunning]")).to_be_attached()
    asked.clear()
    began = time.monotonic()

    for number in range(WORDS):
        listening[-1].send(f"word {number}")
        page.wait_for_timeout(50)

    most = (time.monotonic() - began) * (DRAWN_A_SECOND + LOOKS_A_SECOND) + 2
    assert 1 < len(asked) <= most
