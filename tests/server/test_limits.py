"""Bodies that are too large or never end."""

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from modules.server.limits import LARGEST_BODY, LARGEST_UPLOAD, TOO_LARGE, TOO_SLOW, Limits


async def count(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


async def ignore(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("not read")


async def stream(_request: Request) -> StreamingResponse:
    async def pieces():
        for piece in ("a", "b"):
            await asyncio.sleep(0.05)
            yield piece

    return StreamingResponse(pieces())


def an_app(seconds: float = 20) -> Starlette:
    routes = [
        Route("/count", count, methods=["POST"]),
        Route("/ignore", ignore, methods=["POST"]),
        Route("/stream", stream, methods=["GET", "POST"]),
        Route("/_stcore/upload_file/{rest:path}", count, methods=["PUT"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Limits, seconds=seconds)])


def in_pieces(size: int):
    for _ in range(size // 1024):
        yield b"x" * 1024
    yield b"x" * (size % 1024)


def test_a_body_of_the_largest_size_arrives():
    answer = TestClient(an_app()).post("/count", content=b"x" * LARGEST_BODY)

    assert answer.text == str(LARGEST_BODY)


@pytest.mark.parametrize("size", [LARGEST_BODY + 1, 10_000_000])
def test_a_body_announced_as_too_large_is_refused(size):
    answer = TestClient(an_app()).post("/count", content=b"\x00" * size)

    assert answer.status_code == 413
    assert TOO_LARGE in answer.text


def test_a_body_that_turns_out_too_large_is_refused():
    answer = TestClient(an_app()).post("/count", content=in_pieces(LARGEST_BODY + 1))

    assert answer.status_code == 413
    assert TOO_LARGE in answer.text


def test_a_false_length_does_not_help():
    headers = {"Content-Length": "10"}

    answer = TestClient(an_app()).post(
        "/count", content=in_pieces(LARGEST_BODY + 1), headers=headers
    )

    assert answer.status_code == 413


def test_a_body_nobody_reads_is_nobodys_problem():
    assert TestClient(an_app()).post("/ignore", content=b"x").text == "not read"


def test_a_guide_may_be_larger_than_a_form():
    client = TestClient(an_app())
    address = "/_stcore/upload_file/session/file"

    assert client.put(address, content=b"x" * 2_000_000).text == "2000000"
    assert client.put(address, content=b"x" * (LARGEST_UPLOAD + 1)).status_code == 413


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_answer_may_take_longer_than_a_request(method):
    assert TestClient(an_app(seconds=0.01)).request(method, "/stream", content=b"x").text == "ab"


def test_a_body_that_never_ends_is_refused():
    sent: list[Message] = []

    async def receive() -> Message:
        if not received:
            received.append(1)
            return {"type": "http.request", "body": b"a", "more_body": True}
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    received: list[int] = []
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/count",
        "query_string": b"",
        "headers": [(b"host", b"here")],
    }
    asyncio.run(an_app(seconds=0.05)(scope, receive, send))

    assert sent[0]["status"] == 408
    assert TOO_SLOW.encode() in sent[1]["body"]
