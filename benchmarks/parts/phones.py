"""Phones without a screen: each joins by the QR link, follows the event stream, and answers.

They send what a browser sends and read no more than they need, so that the machine's time goes to
the server. Plain asyncio protocols: with streams, thousands of phones would measure themselves.
"""

import asyncio
import gzip
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

# The door lets 200 phones of one address in at once and then ten a second: this is about the rest.
PHONES_PER_ADDRESS = 100
SECONDS_OF_PATIENCE = 120
SIZE_OF_AN_ANSWER = 1024

_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_COOKIE = re.compile(rb"set-cookie: (device=[^;]+)", re.IGNORECASE)
_DOOR = re.compile(rb'action="(/j/\d+)/join"')
_ROUND = re.compile(rb'data-round="([^"]*)"')
_VERSION = re.compile(rb'data-version="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Heard:
    status: int
    head: bytes
    body: bytes


class Line(asyncio.Protocol):
    """One connection: one question at a time, or an event stream that never ends."""

    def __init__(self) -> None:
        self._received = bytearray()
        self._waiting: asyncio.Future[Heard] | None = None
        self._phone: Phone | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    async def ask(self, request: bytes) -> Heard:
        assert self._transport is not None
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        async with asyncio.timeout(SECONDS_OF_PATIENCE):
            return await self._waiting

    def follow(self, request: bytes, phone: "Phone") -> None:
        assert self._transport is not None
        self._phone = phone
        self._transport.write(request)

    def hang_up(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        self._received += data
        if self._phone is not None:
            self._read_events(self._phone)
            return
        end = self._received.find(b"\r\n\r\n")
        if end < 0:
            return
        head = bytes(self._received[:end])
        length = _LENGTH.search(head)
        whole = end + 4 + (int(length[1]) if length else 0)
        if len(self._received) >= whole and self._waiting is not None:
            body = bytes(self._received[end + 4 : whole])
            del self._received[:whole]
            self._waiting.set_result(Heard(int(head[9:12]), head, body))

    def _read_events(self, phone: "Phone") -> None:
        while (end := self._received.find(b"\n\n")) >= 0:
            event = bytes(self._received[:end])
            del self._received[: end + 2]
            if b"event: stage" in event:
                phone.sees(event)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._phone is not None:
            self._phone.lost += 1
        elif self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(exc or ConnectionResetError("The server hung up."))


@dataclass(slots=True)
class Phone:
    """One participant's phone. `seen_at` is when the newest stage had come whole."""

    port: int
    number: int
    base: str = ""
    cookie: str = ""
    round_id: str = ""
    answered: str = ""
    seen_at: float = 0.0
    lost: int = 0
    stages: int = 0
    _stream: Line = field(default_factory=Line)

    async def joins(self, invitation: str) -> None:
        """The QR link, “Join”, the room's page, the event stream: as a browser does."""
        line = self._stream = await self._connected()
        welcome = await line.ask(self._get(invitation))
        door = _DOOR.search(gzip.decompress(welcome.body))
        assert door, welcome.head
        self.base = door[1].decode()
        secret = invitation.rpartition("/")[2]
        joined = await line.ask(self._post("/join", {"invited": secret, "language": "en"}))
        cookie = _COOKIE.search(joined.head)
        if joined.status != 303 or not cookie:
            raise ConnectionRefusedError(joined.head.decode())
        self.cookie = cookie[1].decode()
        page = gzip.decompress((await line.ask(self._get(self.base))).body)
        version = _VERSION.search(page)
        assert version
        line.follow(self._get(f"{self.base}/events?v={version[1].decode()}"), self)

    def sees(self, stage: bytes) -> None:
        self.seen_at = time.monotonic()
        self.stages += 1
        found = _ROUND.search(stage)
        self.round_id = found[1].decode() if found else ""

    async def answers(self, choice: str) -> float:
        """Send an answer on a connection of its own; returns the seconds to its thank-you.

        Nobody answers before the question is on their phone.
        """
        while self.round_id in ("", self.answered):
            await asyncio.sleep(0.01)
        self.answered = self.round_id
        fields = {"round": self.round_id, "seq": "1", "act": "send", "choice": choice, "pad": ""}
        fields["pad"] = "." * (SIZE_OF_AN_ANSWER - len(urlencode(fields)))
        began = time.monotonic()
        line = await self._connected()
        heard = await line.ask(self._post("/answer", fields, accept="application/json"))
        took = time.monotonic() - began
        line.hang_up()
        if heard.status != 200 or b'"in"' not in heard.body:
            raise ConnectionRefusedError(heard.head.decode())
        return took

    def goes(self) -> None:
        self._stream.hang_up()

    async def _connected(self) -> Line:
        # Loopback has sixteen million addresses; a phone takes one from a small network.
        part = self.number // PHONES_PER_ADDRESS
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(
            Line, "127.0.0.1", self.port, local_addr=(f"127.0.{part // 200}.{1 + part % 200}", 0)
        )
        return line

    def _get(self, path: str) -> bytes:
        return self._request("GET", path, "").encode()

    def _post(self, path: str, fields: dict[str, str], accept: str = "text/html") -> bytes:
        body = urlencode(fields)
        more = (
            f"Content-Type: application/x-www-form-urlencoded\r\nAccept: {accept}\r\n"
            f"Sec-Fetch-Site: same-origin\r\nContent-Length: {len(body)}\r\n"
        )
        return self._request("POST", f"{self.base}{path}", more).encode() + body.encode()

    def _request(self, method: str, path: str, more: str) -> str:
        cookie = f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        return (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            f"Accept-Encoding: gzip\r\n{cookie}{more}\r\n"
        )
