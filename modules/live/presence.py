"""How many phones are in the room: tokens seen lately, as salted hashes, in memory only."""

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

SECONDS_PRESENT = 600
# Flooding with made-up tokens must not fill the memory; a room takes 500 phones by default.
PHONES_REMEMBERED = 5_000
SESSIONS_REMEMBERED = 1_024


class Presence:
    """Counts phones without knowing them: the salt dies with the process, nothing is written."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._salt = secrets.token_bytes(32)
        self._lock = threading.Lock()
        # By session, then by hash in the order last seen, oldest first.
        self._seen: OrderedDict[str, OrderedDict[bytes, float]] = OrderedDict()
        self._reached: OrderedDict[str, None] = OrderedDict()
        # Of rehearsals, which are three at most.
        self._tickets: dict[str, str] = {}
        self._invented: dict[str, set[bytes]] = {}

    def arrived(self, session_id: str) -> None:
        """A phone opened this session's address, joined or not."""
        with self._lock:
            self._reached[session_id] = None
            _keep(self._reached, SESSIONS_REMEMBERED)

    def seen(self, session_id: str, token: bytes) -> None:
        """A phone that has joined asked for something or is connected."""
        mark = self._mark(session_id, token)
        self.arrived(session_id)
        with self._lock:
            phones = self._seen.setdefault(session_id, OrderedDict())
            self._seen.move_to_end(session_id)
            phones[mark] = self._clock()
            phones.move_to_end(mark)
            _keep(phones, PHONES_REMEMBERED)
            _keep(self._seen, SESSIONS_REMEMBERED)
            self._forget_emptied_rooms()

    def expect_invented(self, session_id: str) -> str:
        """A ticket for the invented people of a rehearsal, which nobody else can show."""
        with self._lock:
            return self._tickets.setdefault(session_id, secrets.token_hex(16))

    def is_invented(self, session_id: str, ticket: str) -> bool:
        """Whether somebody at the door is one of them."""
        with self._lock:
            known = self._tickets.get(session_id, "")
        return bool(known) and secrets.compare_digest(known.encode(), ticket.encode())

    def invented_joined(self, session_id: str, token: bytes) -> None:
        """Their phones count in the room, and take nobody's place."""
        self.seen(session_id, token)
        with self._lock:
            self._invented.setdefault(session_id, set()).add(self._mark(session_id, token))

    def left(self, session_id: str, token: bytes) -> None:
        """A phone pressed “Leave”."""
        mark = self._mark(session_id, token)
        with self._lock:
            self._seen.get(session_id, OrderedDict()).pop(mark, None)

    def count(self, session_id: str, *, answered: int = 0) -> int:
        """Phones in the room: the larger of those seen in the last ten minutes and `answered`."""
        with self._lock:
            phones = self._seen.get(session_id)
            if phones is None:
                return answered
            self._drop_gone(phones)
            return max(answered, len(phones))

    def real(self, session_id: str) -> int:
        """Phones that were seen in the last ten minutes and are not of invented people."""
        with self._lock:
            phones = self._seen.get(session_id, OrderedDict())
            self._drop_gone(phones)
            return len(phones.keys() - self._invented.get(session_id, set()))

    def reached(self, session_id: str) -> bool:
        """Whether any phone has got through to this session since the app started."""
        with self._lock:
            return session_id in self._reached

    def forget(self, session_id: str) -> None:
        """The session was erased."""
        with self._lock:
            for known in (self._seen, self._reached, self._tickets, self._invented):
                known.pop(session_id, None)

    def forget_gone(self) -> None:
        """Called by the clock: who was seen ten minutes ago must not wait for somebody to come."""
        with self._lock:
            for session_id, phones in list(self._seen.items()):
                self._drop_gone(phones)
                if not phones:
                    del self._seen[session_id]

    def _mark(self, session_id: str, token: bytes) -> bytes:
        return blake2b(session_id.encode() + token, key=self._salt, digest_size=16).digest()

    def _drop_gone(self, phones: OrderedDict[bytes, float]) -> None:
        oldest = self._clock() - SECONDS_PRESENT
        while phones and next(iter(phones.values())) <= oldest:
            phones.popitem(last=False)

    def _forget_emptied_rooms(self) -> None:
        """Drop the sessions that nobody has been seen in lately: they stand first."""
        while self._seen:
            session_id, phones = next(iter(self._seen.items()))
            self._drop_gone(phones)
            if phones:
                return
            del self._seen[session_id]


def _keep(entries: OrderedDict[Any, Any], most: int) -> None:
    while len(entries) > most:
        entries.popitem(last=False)
