"""No page, no phone and no projector asks anybody but the app itself for anything."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.journeys.people import Facilitator, Moderator, Phone, Projector
from tests.journeys.running_app import RunningApp

TITLE = "Start with the mirror"
FIRST, SECOND = "Welcome, and what happens to your answers", "Why I came"


class Asked:
    """Every address that these people's browsers asked for, those that were stopped included."""

    def __init__(self) -> None:
        self.addresses: set[str] = set()
        self.received: list[bytes] = []

    def of(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.addresses.add(request.url))
        context.on("page", self._of_page)
        for page in context.pages:
            self._of_page(page)

    def _of_page(self, page: Page) -> None:
        page.on("websocket", self._of_socket)

    def _of_socket(self, socket: WebSocket) -> None:
        self.addresses.add(socket.url)
        socket.on("framereceived", self._received)

    def _received(self, frame: bytes | str) -> None:
        if isinstance(frame, bytes):
            self.received.append(frame)

    def elsewhere(self, base: str) -> set[str]:
        """What was asked of another host. `data:` and `blob:` never leave the browser."""
        outside = {a for a in self.addresses if urlsplit(a).scheme not in ("data", "blob")}
        return {a for a in outside if urlsplit(a).netloc != urlsplit(base).netloc}

    def told_to_gather_usage(self) -> set[bool]:
        """What Streamlit said to each new page about sending usage data away."""
        messages = [ForwardMsg.FromString(frame) for frame in self.received]
        new = [m.new_session for m in messages if m.WhichOneof("type") == "new_session"]
        return {session.config.gather_usage_stats for session in new}


@pytest.fixture
def asked(one_app: RunningApp, signed_in: Facilitator, browser: Browser) -> Asked:
    """A short workshop on every kind of screen, with everything that was asked for in it."""
    found, facilitator = Asked(), signed_in
    found.of(facilitator.context)
    facilitator.goes_to_the_start()
    code = facilitator.starts(TITLE, practice=True)
    projector, phone = Projector(browser, one_app.base, code), Phone(browser)
    for person in (projector, phone):
        found.of(person.context)
    projector.page.reload()
    phone.joins(facilitator.address_in_the_qr_code())
    facilitator.moves_on_to(FIRST)
    facilitator.moves_on_to(SECOND)
    phone.page.locator('input[name="choice"]').first.check()
    phone.sends()
    facilitator.sees_answered(1, 1)
    moderator = Moderator(facilitator)
    moderator.sees("No texts yet.")
    facilitator.shows_results()
    phone.sees_results()
    for page in ("guides", "summary"):
        facilitator.page.goto(facilitator.page.url.replace("/facilitate", f"/{page}"))
        facilitator.settles()
        facilitator.page.go_back()
    phone.page.get_by_role("link", name="What happens to my answer?").click()
    phone.sees("What the server knows right now")
    return found


def test_every_request_goes_to_our_own_host_and_no_usage_data_anywhere(
    one_app: RunningApp, asked: Asked
) -> None:
    kinds = {
        part for a in asked.addresses for part in ("/projector", "/j/", "_stcore") if part in a
    }

    assert kinds == {"/projector", "/j/", "_stcore"}
    assert asked.elsewhere(one_app.base) == set()
    assert asked.told_to_gather_usage() == {False}
