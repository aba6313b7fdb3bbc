"""The phone page fits into the first round trip, as the real app sends it, byte by byte.

A server may send about 14,600 bytes before it has to wait for the phone's first reply; what fits
needs one round trip on any network. How long that takes is measured in benchmarks/phone_weight.py.
"""

import gzip
import re
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from modules.activities.kind import kinds
from modules.guides.parser import guide_of
from modules.phone.words import LANGUAGES
from modules.storage.database import Database
from tests.a_room import ARoom
from tests.journeys.running_app import ROOT, RunningApp, running
from tests.patience import SECONDS

FIRST_ROUND_TRIP = 14_600
QUESTIONS = """### Your questions (5 min)

```activity
id: asked
kind: questions
prompt: What would you like to ask?
```

"""
# The questions come first, and stay open beside every other kind.
EVERY_KIND = (
    (ROOT / "tests" / "phone" / "every_kind.md")
    .read_text("utf-8")
    .replace("minutes: 60", "minutes: 65")
    .replace("(60 min)\n\n", f"(65 min)\n\n{QUESTIONS}")
)
SHIPPED = sorted((ROOT / "facilitator_guides").glob("*.md"))
# Everything that a browser would fetch by itself.
FETCHED = re.compile(rb"<(?:img|link|script|iframe|source|object)[^>]* (?:src|href)=\"(?!data:,)")


class House(NamedTuple):
    """The app as people start it, and its database, for rooms made beside it."""

    app: RunningApp
    database: Database


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with running(tmp_path_factory.mktemp("app") / "data") as app:
        database = Database.open(f"sqlite:///{app.data / 'workshop.sqlite3'}")
        yield House(app, database)
        database.close()


class Line:
    """A phone's connection. It counts what comes in."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=SECONDS)
        self._received = b""
        self.count = 0

    def asks(self, method: str, path: str, body: str = "", cookie: str = "") -> bytes:
        """Send what Chromium sends, as far as it matters to the answer."""
        form = "application/x-www-form-urlencoded"
        self._socket.sendall(
            f"{method} {path} HTTP/1.1\r\nHost: here\r\nAccept-Encoding: gzip, deflate\r\n"
            f"Cookie: {cookie}\r\nContent-Type: {form}\r\nContent-Length: {len(body)}\r\n\r\n"
            f"{body}".encode()
        )
        return self.reads_until(b"\r\n\r\n")

    def reads_until(self, end: bytes) -> bytes:
        while end not in self._received:
            self._more()
        return self._taken(self._received.index(end) + len(end))

    def reads(self, count: int) -> bytes:
        while len(self._received) < count:
            self._more()
        return self._taken(count)

    def _more(self) -> None:
        chunk = self._socket.recv(65_536)
        assert chunk, "The server hung up."
        self._received += chunk
        self.count += len(chunk)

    def _taken(self, count: int) -> bytes:
        taken, self._received = self._received[:count], self._received[count:]
        return taken

    def close(self) -> None:
        self._socket.close()


def first_load(app: RunningApp, code: str, language: str) -> tuple[int, bytes]:
    """The bytes of the page and of the stream that its script opens, and the page."""
    line = Line(app.port)
    joined = line.asks("POST", f"/j/{code}/join", f"language={language}").decode()
    cookie = "; ".join(re.findall(r"set-cookie: ([^;]+)", joined))
    line.count = 0
    head = line.asks("GET", f"/j/{code}", cookie=cookie)
    length = re.search(rb"content-length: (\d+)", head)
    assert length
    page = gzip.decompress(line.reads(int(length[1])))
    shown = re.search(rb'data-version="([^"]+)"', page)
    assert shown
    line.asks("GET", f"/j/{code}/events?v={shown[1].decode()}", cookie=cookie)
    # The first beat is the last that comes before something happens.
    line.reads_until(b"event: beat")
    line.reads_until(b"\n\n")
    line.close()
    return line.count, page


def heavy_steps(house: House, guide: str, language: str, *, beside: int = 0) -> dict[str, int]:
    """The steps whose first load is too large, while the questions of step `beside` are open."""
    heavy = {}
    # The app beside it goes by the real clock, and erases what is past its date.
    room = ARoom.with_facilitator(house.database, now=datetime.now(UTC))
    for position, activity in enumerate(guide_of(guide).activities, start=1):
        # A room of its own for each step: the app does not hear of moves made beside it.
        room.start(guide=guide)
        if beside:
            room.at(beside)
        if position != beside:
            room.at(position)
        assert room.view.code
        weight, page = first_load(house.app, room.view.code, language)
        assert FETCHED.search(page) is None
        if weight > FIRST_ROUND_TRIP:
            heavy[activity.id] = weight
    return heavy


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_one_round_trip_in_two_requests(house: House, language: str):
    kinds_asked = {activity.kind for activity in guide_of(EVERY_KIND).activities}

    assert heavy_steps(house, EVERY_KIND, language, beside=1) == {}
    assert kinds_asked == set(kinds())


@pytest.mark.parametrize("guide", SHIPPED, ids=lambda path: path.stem)
def test_every_step_of_a_shipped_guide_is_one_round_trip_in_two_requests(house: House, guide: Path):
    assert heavy_steps(house, guide.read_text("utf-8"), "en") == {}
