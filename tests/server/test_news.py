"""The room's word over a real connection, as pages hear it."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from modules.domain.session import SessionId, Topic
from modules.live.hub import Hub
from modules.live.news import News
from modules.live.presence import Presence
from modules.live.signals import Signals
from modules.server.news import GONE, news_route

ROOM = SessionId("0a1b2c3d4e5f")


class House:
    def __init__(self) -> None:
        self.hub = Hub()
        self.news = News(self.hub, Presence(), Signals())
        self.hub.when_erased(self.news.forget)
        self.client = TestClient(Starlette(routes=[news_route(self.news)]))


def test_a_page_hears_the_word_at_once_and_again_after_every_change() -> None:
    house = House()
    with house.client.websocket_connect(f"/news/{house.news.address(ROOM)}") as page:
        first = page.receive_text()
        house.hub.announce(ROOM, Topic.STAGE)
        second = page.receive_text()

    assert [first == second, second == house.news.word(ROOM)] == [False, True]


def test_whatever_a_page_says_is_not_heard() -> None:
    house = House()
    with house.client.websocket_connect(f"/news/{house.news.address(ROOM)}") as page:
        page.receive_text()
        page.send_text("x" * 100_000)
        page.send_bytes(b"\xff\x00")
        house.hub.announce(ROOM, Topic.STAGE)

        assert page.receive_text() == house.news.word(ROOM)


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
