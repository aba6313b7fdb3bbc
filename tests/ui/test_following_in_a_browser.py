"""How often a page is drawn again, however much there is to hear."""

import time

import pytest
from playwright.sync_api import WebSocket, WebSocketRoute, expect

from tests.journeys.running_app import RunningApp
from tests.ui.a_console import Room

WORDS = 60
LOOKS_A_SECOND = 0.5


@pytest.mark.parametrize(("moves", "drawn_a_second"), [(True, 4), (False, 1.5)])
def test_a_busy_room_does_not_keep_the_server_drawing(
    app: RunningApp, room: Room, moves: bool, drawn_a_second: float
):
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
    stage = page.evaluate("window.workshopFollowed.seen.slice(0, 16)")
    asked.clear()
    began = time.monotonic()

    for number in range(WORDS):
        listening[-1].send(f"{number:016}" if moves else f"{stage}{number:016}")
        page.wait_for_timeout(50)

    most = (time.monotonic() - began) * (drawn_a_second + LOOKS_A_SECOND) + 2
    assert 1 < len(asked) <= most
