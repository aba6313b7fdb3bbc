"""What phones tell the facilitator without a word: in memory only, and gone after five minutes."""

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from math import ceil

from modules.domain.session import SessionId

LASTS_SECONDS = 5 * 60
MOST_PHONES = 5000


class Signal(StrEnum):
    SLOWER = "slower"
    BREAK = "a break, please"
    HURT = "something hurtful was said"


class Level(StrEnum):
    """How many phones signal, as coarsely as a facilitator needs it."""

    NONE = "nobody"
    SOME = "somebody"
    SEVERAL = "several"
    MANY = "many"


SEVERAL, MANY = 3, 8


class Signals:
    """Who signals what is kept as salted hashes, so that a phone can take its signal back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._salt = secrets.token_bytes(16)
        self._lock = threading.Lock()
        self._given: dict[tuple[SessionId, Signal], dict[bytes, float]] = {}

    def give(self, session_id: SessionId, signal: Signal, token: bytes) -> None:
        """Signal for five minutes."""
        with self._lock:
            given = self._alive(session_id, signal)
            if len(given) < MOST_PHONES:
                given[self._hashed(token)] = self._clock() + LASTS_SECONDS

    def withdraw(self, session_id: SessionId, signal: Signal, token: bytes) -> None:
        with self._lock:
            self._alive(session_id, signal).pop(self._hashed(token), None)

    def given_by(self, session_id: SessionId, token: bytes) -> dict[Signal, int]:
        """What this phone signals, and for how many seconds yet: for its own screen only."""
        hashed = self._hashed(token)
        with self._lock:
            alive = {s: self._alive(session_id, s) for s in Signal}
            now = self._clock()
            return {s: ceil(by[hashed] - now) for s, by in alive.items() if hashed in by}

    def levels(self, session_id: SessionId) -> dict[Signal, Level]:
        """How many phones signal what: for the facilitator's page only."""
        with self._lock:
            return {s: _level(len(self._alive(session_id, s))) for s in Signal}

    def forget(self, session_id: SessionId) -> None:
        """The session was erased."""
        with self._lock:
            for signal in Signal:
                self._given.pop((session_id, signal), None)

    def forget_gone(self) -> None:
        """Called by the clock: what was given five minutes ago must not wait for another look."""
        with self._lock:
            for session_id, signal in list(self._given):
                if not self._alive(session_id, signal):
                    del self._given[session_id, signal]

    def _alive(self, session_id: SessionId, signal: Signal) -> dict[bytes, float]:
        now = self._clock()
        given = self._given.setdefault((session_id, signal), {})
        for hashed in [h for h, until in given.items() if until <= now]:
            del given[hashed]
        return given

    def _hashed(self, token: bytes) -> bytes:
        return hashlib.blake2b(token, key=self._salt, digest_size=16).digest()


def _level(phones: int) -> Level:
    if phones == 0:
        return Level.NONE
    if phones < SEVERAL:
        return Level.SOME
    return Level.SEVERAL if phones < MANY else Level.MANY
