"""What a visitor sees when something is refused or breaks: a sentence, never a traceback."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from modules.server.refusals import refusal
from modules.server.start import OUR_FAULT, our_fault


async def broken(_request: Request) -> Response:
    raise ZeroDivisionError("a secret inside")


def test_a_bug_shows_a_sentence_and_no_traceback():
    app = Starlette(routes=[Route("/", broken)], exception_handlers={500: our_fault})

    answer = TestClient(app, raise_server_exceptions=False).get("/")

    assert answer.status_code == 500
    assert OUR_FAULT in answer.text
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_a_sentence_is_shown_as_text():
    page = refusal(400, "<script>alert('1')</script>").body

    assert b"<script" not in bytes(page)


def test_a_refusal_asks_nothing_more_of_the_server():
    answer = refusal(413, "Too much.")

    assert 'href="data:,"' in bytes(answer.body).decode()
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
