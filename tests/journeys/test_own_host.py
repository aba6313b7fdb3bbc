"""No page, no phone and no projector asks anybody but the app itself for anything."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, WebSocket
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
        self._contexts: list[BrowserContext] = []
        self._pages: list[Page] = []

    def of(self, context: BrowserContext) -> None:
        self._contexts.append(context)
        context.on("request", self._asked)
        context.on("page", self._of_page)
        for page in context.pages:
            self._of_page(page)

    def hears_no_more(self) -> None:
        """Two of these browsers are open for the files that follow as well."""
        for context in self._contexts:
            context.remove_listener("request", self._asked)
            context.remove_listener("page", self._of_page)
        for page in self._pages:
            page.remove_listener("websocket", self._of_socket)

    def _asked(self, request: Request) -> None:
        self.addresses.add(request.url)

    def _of_page(self, page: Page) -> None:
        self._pages.append(page)
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
def asked(
    one_app: RunningApp, signed_in: Facilitator, big_screen: BrowserContext, browser: Browser
) -> Iterator[Asked]:
    """A short workshop on every kind of screen, with everything that was asked for in it."""
    found, facilitator, phone = Asked(), signed_in, Phone(browser)
    for context in (facilitator.context, big_screen, phone.context):
        found.of(context)
    facilitator.goes_to_the_start()
    code = facilitator.starts(TITLE, practice=True)
    phone.joins(facilitator.address_in_the_qr_code())
    projector = Projector.on(big_screen, one_app.base, code)
    projector.sees("Scan the code, or open")
    facilitator.moves_on_to(FIRST)
    facilitator.moves_on_to(SECOND)
    phone.page.locator('input[name="choice"]').first.check()
    phone.sends()
    facilitator.sees_answered(1, 1)
    moderator = Moderator(facilitator)
    moderator.sees("No texts yet.")
    moderator.page.close()
    facilitator.shows_results()
    phone.sees_results()
    projector.sees_results()
    projector.is_left()
    console = facilitator.page.url
    for page in ("guides", "summary"):
        facilitator.page.goto(console.replace("/facilitate", f"/{page}"))
        facilitator.settles()
    phone.page.get_by_role("link", name="What happens to my answer?").click()
    phone.sees("What the server knows right now")
    yield found
    found.hears_no_more()


def test_every_request_goes_to_our_own_host_and_no_usage_data_anywhere(
    one_app: RunningApp, asked: Asked
) -> None:
    kinds = {
        part for a in asked.addresses for part in ("/projector", "/j/", "_stcore") if part in a
    }

    assert kinds == {"/projector", "/j/", "_stcore"}
    assert asked.elsewhere(one_app.base) == set()
    assert asked.told_to_gather_usage() == {False}
