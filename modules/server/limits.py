"""Requests that are too large or never end. uvicorn itself waits and reads without limit.

The participants' forms take half as much, and refuse in their own language; this holds for every
address.
"""

import asyncio

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from modules.server.refusals import refuse

LARGEST_BODY = 128 * 1024
# They look at the announced length themselves, before they read anything.
PHONES = ("/j/", "/join", "/q/", "/s/")
UPLOADS = "/_stcore/upload_file/"
# A little above the megabytes that .streamlit/config.toml allows a guide.
LARGEST_UPLOAD = 3 * 1024 * 1024
SECONDS_TO_SEND = 20.0

TOO_LARGE = "That is too much at once. Please send a shorter text."
TOO_SLOW = "That took too long to arrive. Please try again."


class TooLarge(Exception):
    """The body is larger than any form of ours."""


class TooSlow(Exception):
    """The body did not arrive in time."""


class Limits:
    """Plain ASGI middleware that counts and times the body, and nothing once it has arrived."""

    def __init__(self, app: ASGIApp, *, seconds: float = SECONDS_TO_SEND) -> None:
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = LARGEST_UPLOAD if UPLOADS in scope["path"] else LARGEST_BODY
        announced = Headers(scope=scope).get("content-length", "")
        refuses_itself = scope["path"].startswith(PHONES)
        if announced.isdecimal() and int(announced) > most and not refuses_itself:
            await refuse(scope, receive, send, status=413, sentence=TOO_LARGE)
            return
        answered = _Answered(send)
        try:
            await self.app(scope, _limited(receive, most, self.seconds), answered)
        except (TooLarge, TooSlow) as problem:
            if answered.started:
                raise
            large = isinstance(problem, TooLarge)
            status, sentence = (413, TOO_LARGE) if large else (408, TOO_SLOW)
            await refuse(scope, receive, send, status=status, sentence=sentence)


class _Answered:
    """Passes messages on and remembers whether an answer has begun."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.started = False

    async def __call__(self, message: Message) -> None:
        self.started = True
        await self.send(message)


def _limited(receive: Receive, most: int, seconds: float) -> Receive:
    clock = asyncio.get_running_loop().time
    left = seconds
    size = 0
    arriving = True

    async def limited() -> Message:
        nonlocal left, size, arriving
        if not arriving:
            return await receive()
        began = clock()
        try:
            # Waiting for the sender counts; what the app does between two pieces does not.
            async with asyncio.timeout(left):
                message = await receive()
        except TimeoutError:
            raise TooSlow from None
        left -= clock() - began
        size += len(message.get("body", b""))
        arriving = bool(message.get("more_body", False))
        if size > most:
            raise TooLarge
        return message

    return limited
