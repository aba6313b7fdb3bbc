"""The word of a room, again after every change, for whoever has its page open: /news/…"""

import asyncio

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

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
    """Pages say nothing; all there is to hear is that one was closed."""
    try:
        await asyncio.wait_for(socket.receive_text(), seconds)
    except TimeoutError:
        return False
    except WebSocketDisconnect:
        return True
    return False
