"""From where a phone comes, for the brake on joins, where a proxy stands before the app."""

import re
from dataclasses import replace
from typing import cast

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from modules.live.crowd import Crowd
from modules.phone.routes import build_routes
from modules.settings import PROJECT


class Noting(Crowd):
    """The brake on joins, and from where it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def seconds_to_wait(self, address: str) -> float:
        self.asked.append(address)
        return super().seconds_to_wait(address)


@pytest.mark.parametrize(
    ("comes_from", "is_held_for"), [("127.0.0.1", "203.0.113.7"), ("192.0.2.9", "192.0.2.9")]
)
def test_only_a_proxy_on_this_computer_says_where_a_phone_comes_from(site, comes_from, is_held_for):
    crowd = Noting()
    config = uvicorn.Config(Starlette(routes=build_routes(replace(site.workshop, crowd=crowd))))
    config.load()
    door = TestClient(cast(ASGIApp, config.loaded_app), client=(comes_from, 1))

    door.post(f"/j/{site.code}/join", headers={"X-Forwarded-For": "203.0.113.7"})

    assert crowd.asked == [is_held_for]


def test_the_documented_proxy_lets_nobody_choose_an_address():
    text = (PROJECT / "docs" / "operating.md").read_text(encoding="utf-8")

    written = dict(re.findall(r"proxy_set_header (X-[\w-]+) (\S+);", text))

    assert written == {"X-Forwarded-For": "$remote_addr", "X-Forwarded-Proto": "$scheme"}
