"""A page that Streamlit has given up comes back by itself."""

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.journeys.running_app import RunningApp
from tests.ui.a_console import FIRST, Room


@pytest.mark.parametrize("screen", ["console", "projector"])
def test_a_page_that_was_given_up_comes_back_by_itself(app: RunningApp, room: Room, screen: str):
    sockets: list[WebSocketRoute] = []

    def passes_on(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        sockets.append(socket)

    page = room.facilitator.context.new_page()
    page.route_web_socket("**/_stcore/stream", passes_on)
    projector = f"{app.base}/projector?code={room.code}"
    page.goto(projector if screen == "projector" else room.facilitator.page.url)
    expect(page.locator(".st-key-following")).to_be_attached()
    page.evaluate("window.given = 'up'")

    # Streamlit reads no words; at the first one it gives up for good.
    sockets[-1].send("a word")

    page.wait_for_function("() => window.given === undefined")
    room.facilitator.moves_on_to(FIRST)
    expect(page.get_by_text(FIRST).first).to_be_visible()
