"""The room's word over a real connection, as pages hear it."""

import asyncio
from collections import deque

import pytest
from starlette.applications import Starlette
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.testclient import TestClient
from starlette.types import Message
from starlette.websockets import WebSocketDisconnect

from modules.actions import signing
from modules.domain.access import Acting
from modules.domain.session import SessionId, Topic
from modules.live.hub import Hub
from modules.live.news import News
from modules.live.presence import Presence
from modules.live.signals import Signal, Signals
from modules.server.cookies import SignInCookie
from modules.server.news import GONE, news_route, signed_in
from tests.a_room import PASSCODE, ARoom
from tests.patience import SECONDS

ROOM = SessionId("0a1b2c3d4e5f")


class House:
    def __init__(self) -> None:
        self.hub = Hub()
        self.signals = Signals()
        self.news = News(self.hub, Presence(), self.signals)
        self.hub.when_erased(self.news.forget)
        self.signed_in = True
        self.app = Starlette(routes=[news_route(self.news, lambda *_: self.signed_in)])
        self.client = TestClient(self.app)


class Connection:
    """What the server below the app hands to it, without a network that takes its time."""

    def __init__(self, *said: Message, gone: bool = False) -> None:
        self.to_hear = deque([{"type": "websocket.connect"}, *said])
        self.gone = gone
        self.sent: list[str] = []

    def listens_until_it_ends(self, house: House) -> None:
        path = f"/news/{house.news.address(ROOM)}"
        scope = {"type": "websocket", "path": path, "headers": [], "subprotocols": []}
        asyncio.run(asyncio.wait_for(house.app(scope, self._receive, self._send), SECONDS))

    async def _receive(self) -> Message:
        if not self.to_hear:
            await asyncio.Event().wait()
        return self.to_hear.popleft()

    async def _send(self, message: Message) -> None:
        if self.gone and message["type"] == "websocket.send":
            raise ConnectionResetError
        self.sent.append(message["type"])


def test_a_page_hears_the_word_at_once_and_again_after_every_change() -> None:
    house = House()
    with house.client.websocket_connect(f"/news/{house.news.address(ROOM)}") as page:
        first = page.receive_text()
        house.hub.announce(ROOM, Topic.STAGE)
        second = page.receive_text()

    assert [first == second, second == house.news.word(ROOM)] == [False, True]


def test_whoever_speaks_is_hung_up_on_and_not_heard_out() -> None:
    connection = Connection(*[{"type": "websocket.receive", "text": "x"}] * 100)

    connection.listens_until_it_ends(House())

    assert len(connection.to_hear) == 99


def test_whoever_leaves_while_a_word_is_on_its_way_is_no_problem() -> None:
    connection = Connection(gone=True)

    connection.listens_until_it_ends(House())

    assert connection.sent == ["websocket.accept"]


def test_a_page_of_an_erased_room_hears_that_it_is_gone() -> None:
    house = House()
    with house.client.websocket_connect(f"/news/{house.news.address(ROOM)}") as page:
        page.receive_text()
        house.hub.announce(ROOM, Topic.ERASED)

        assert page.receive_text() == GONE
        with pytest.raises(WebSocketDisconnect):
            page.receive_text()


def test_an_unknown_address_is_gone() -> None:
    with House().client.websocket_connect("/news/0123456789abcdef") as page:
        assert page.receive_text() == GONE


def test_a_console_that_is_signed_out_hears_of_no_signal_any_more() -> None:
    house = House()
    with house.client.websocket_connect(f"/news/{house.news.address(ROOM, console=True)}") as page:
        first = page.receive_text()
        house.signed_in = False
        house.signals.give(ROOM, Signal.SLOWER, b"a phone's own token")

        assert (first == GONE, page.receive_text()) == (False, GONE)


def test_a_console_that_is_signed_out_hears_of_it_before_anybody_signals() -> None:
    house = House()
    with house.client.websocket_connect(f"/news/{house.news.address(ROOM, console=True)}") as page:
        page.receive_text()
        house.signed_in = False

        assert page.receive_text() == GONE


@pytest.mark.parametrize(("console", "hears"), [(True, GONE), (False, None)])
def test_the_consoles_address_alone_is_not_enough(console: bool, hears: str | None) -> None:
    house = House()
    house.signed_in = False
    address = house.news.address(ROOM, console=console)

    with house.client.websocket_connect(f"/news/{address}") as page:
        assert page.receive_text() == (hears or house.news.word(ROOM))


def test_the_facilitator_listens_until_the_sign_out_and_a_stranger_never(room: ARoom) -> None:
    room.start()
    cookie = SignInCookie(b"secret", secure=False)
    may_listen = signed_in(room.tools, cookie)
    raw = signing.sign_in(room.tools, passcode=PASSCODE)
    answer = Response()
    cookie.write(answer, raw)
    sent = [(b"cookie", answer.headers["set-cookie"].partition(";")[0].encode())]
    mine = HTTPConnection({"type": "http", "headers": sent})
    stranger = HTTPConnection({"type": "http", "headers": []})

    before = may_listen(mine, room.session_id), may_listen(stranger, room.session_id)
    signing.sign_out(room.tools, acting=Acting(signing.hashed(raw)))

    assert before == (True, False)
    assert not may_listen(mine, room.session_id)
