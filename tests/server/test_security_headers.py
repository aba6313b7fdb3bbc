"""What every answer tells the browser not to do."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from modules.server.security_headers import ALWAYS, SecurityHeaders, pages_policy


async def page(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("page")


async def strict_page(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("page", headers={"Content-Security-Policy": "default-src 'none'"})


def a_client() -> TestClient:
    routes = [Route("/", page), Route("/strict", strict_page)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)]))


def test_every_answer_carries_them_also_where_nothing_is_found():
    for path in ("/", "/nowhere"):
        headers = a_client().get(path).headers

        assert {name: headers[name] for name in ALWAYS} == ALWAYS
        assert headers["content-security-policy"] == pages_policy()


def test_a_page_keeps_its_own_tighter_policy():
    answer = a_client().get("/strict")

    assert answer.headers.get_list("content-security-policy") == ["default-src 'none'"]


def test_the_policy_allows_the_one_inline_script_of_streamlit_by_its_hash():
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    inline = re.findall(r"<script>(.+?)</script>", page, re.DOTALL)
    digest = b64encode(sha256(inline[0].encode()).digest()).decode()

    assert len(inline) == 1
    assert f"'sha256-{digest}'" in pages_policy()


def test_the_policy_allows_no_script_written_into_a_page():
    scripts = next(p for p in pages_policy().split("; ") if p.startswith("script-src"))

    assert "unsafe" not in scripts
    assert "http" not in pages_policy()
