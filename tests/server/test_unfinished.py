"""Connections that are opened and never ask anything."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from modules.server.unfinished import hang_up_on_unfinished
from tests.patience import SECONDS

ROUND = 0.2
ENDED = b""


@asynccontextmanager
async def a_server() -> AsyncIterator[int]:
    """uvicorn on a free port, in this loop, with the work under test beside it."""
    config = uvicorn.Config(PlainTextResponse("here"), port=0, log_level="critical", lifespan="off")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0)
    looking = asyncio.create_task(hang_up_on_unfinished(server, ROUND))
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        looking.cancel()
        server.should_exit = True
        await serving


async def answer_to(first: bytes, then: bytes = b"", *, after: float = 0.0) -> bytes:
    """All that the server sends until it hangs up."""
    async with a_server() as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(first)
        await writer.drain()
        if then:
            await asyncio.sleep(after)
            writer.write(then)
        received = await asyncio.wait_for(reader.read(), SECONDS)
        writer.close()
        await writer.wait_closed()
        return received


@pytest.mark.parametrize("first", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: here\r\nX-Slow: "])
def test_who_never_finishes_asking_is_hung_up_on(first):
    assert asyncio.run(answer_to(first)) == ENDED


def test_who_is_a_little_slow_gets_an_answer():
    head = b"GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"

    assert asyncio.run(answer_to(head, b"\r\n", after=ROUND / 4)).endswith(b"here")


def test_a_second_question_that_never_ends_is_hung_up_on_too():
    whole = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"

    received = asyncio.run(answer_to(whole, b"GET / HT", after=ROUND / 4))

    assert received.count(b"HTTP/1.1 200 OK") == 1


def test_an_idle_connection_is_left_to_uvicorns_own_clock():
    async def still_open() -> bool:
        async with a_server() as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
            await reader.readuntil(b"here")
            try:
                ended = await asyncio.wait_for(reader.read(), 4 * ROUND)
            except TimeoutError:
                ended = None
            writer.close()
            await writer.wait_closed()
            return ended is None

    assert asyncio.run(still_open()) is True
