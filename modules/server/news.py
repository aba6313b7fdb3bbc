"""The word of a room, again after every change, for whoever has its page open: /news/…"""

import asyncio

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket

from modules.live.news import News

SECONDS_BETWEEN_LOOKS = 0.1
GONE = "gone"


def news_route(news: News) -> WebSocketRoute:
    async def listening(socket: WebSocket) -> None:
        await socket.accept()
        said = ""
        while said != GONE:
            word = news.at(socket.path_params["address"]) or GONE
            if word != said:
                await socket.send_text(word)
                said = word
            if await _left_within(SECONDS_BETWEEN_LOOKS, socket):
                return
        await socket.close()

    return WebSocketRoute("/news/{address}", listening)


async def _left_within(seconds: float, socket: WebSocket) -> bool:
    """Whatever a page says is not heard; only that it was closed."""
    try:
        heard = await asyncio.wait_for(socket.receive(), seconds)
    except TimeoutError:
        return False
    return bool(heard["type"] == "websocket.disconnect")
