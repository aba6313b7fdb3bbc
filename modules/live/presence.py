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

    def reached(self, session_id: str) -> bool:
        """Whether any phone has got through to this session since the app started."""
        with self._lock:
            return session_id in self._reached

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
