"""The word of a room, again after every change, for whoever has its page open: /news/…"""

import asyncio
from contextlib import suppress

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from modules.live.news import News

SECONDS_BETWEEN_LOOKS = 0.1
GONE = "gone"


def news_route(news: News) -> WebSocketRoute:
    async def listening(socket: WebSocket) -> None:
        await socket.accept()
        # Whoever leaves while a word is on its way is no problem to write down.
        with suppress(WebSocketDisconnect):
            await _tell(news, socket)

    return WebSocketRoute("/news/{address}", listening)


async def _tell(news: News, socket: WebSocket) -> None:
    said = ""
    while said != GONE:
        word = news.at(socket.path_params["address"]) or GONE
        if word != said:
            await socket.send_text(word)
            said = word
        if await _left_within(SECONDS_BETWEEN_LOOKS, socket):
            return
    await socket.close()


async def _left_within(seconds: float, socket: WebSocket) -> bool:
    """A page only listens. Whatever speaks is none, and is hung up on.

    From Python 3.12 on, taking what has already arrived lets nobody else run: whoever sent without
    a pause would stop the whole app.
    """
    try:
        await asyncio.wait_for(socket.receive(), seconds)
    except TimeoutError:
        return False
    return True
