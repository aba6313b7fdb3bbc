"""The word of a room, again after every change, for whoever has its page open: /news/…

The console's word tells of signals, so it is for a device that is signed in: its address may be
known to one that was.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from anyio import to_thread
from starlette.requests import HTTPConnection
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from modules.actions import signing
from modules.actions.tools import Tools
from modules.domain.errors import WorkshopError
from modules.domain.session import SessionId
from modules.live.news import News
from modules.server.cookies import SignInCookie

SECONDS_BETWEEN_LOOKS = 0.1
SECONDS_BETWEEN_SIGN_INS = 1.0
GONE = "gone"
MayListen = Callable[[HTTPConnection, SessionId], bool]


def news_route(news: News, may_listen: MayListen) -> WebSocketRoute:
    """`may_listen` tells whether this is the console of the facilitator whose room it is."""

    async def listening(socket: WebSocket) -> None:
        await socket.accept()
        # Whoever leaves while a word is on its way is no problem to write down.
        with suppress(WebSocketDisconnect):
            await _tell(news, may_listen, socket)

    return WebSocketRoute("/news/{address}", listening)


def signed_in(tools: Tools, cookie: SignInCookie) -> MayListen:
    def may_listen(connection: HTTPConnection, session_id: SessionId) -> bool:
        acting = cookie.read(connection)
        try:
            with tools.database.read() as db:
                return acting is not None and bool(
                    signing.require(db, acting, now=tools.now(), session_id=session_id)
                )
        except WorkshopError:
            return False

    return may_listen


async def _tell(news: News, may_listen: MayListen, socket: WebSocket) -> None:
    address = socket.path_params["address"]
    clock = asyncio.get_running_loop().time
    said, look_at = "", clock()
    while said != GONE:
        word = news.at(address) or GONE
        console = news.console_of(address)
        # Before each word, and between two: to hear the end at the next signal would tell of it.
        if console and (word != said or clock() >= look_at):
            look_at = clock() + SECONDS_BETWEEN_SIGN_INS
            if not await to_thread.run_sync(may_listen, socket, console):
                word = GONE
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
