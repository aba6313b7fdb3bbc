"""Slowing a flood of joins from one place without knowing the place.

An address is only ever hashed into one of a few thousand buckets, with a salt that lives in memory
for an hour: nobody can say afterwards which address a bucket stood for, and many share one.
"""

import secrets
import threading
import time
from collections.abc import Callable
from hashlib import blake2b

from modules.domain.errors import SlowDown

SALT_LASTS_SECONDS = 3600
BUCKETS = 4096
WINDOW_SECONDS = 60
# A whole room joins from one address at once: its network's. Only a script joins faster than this.
JOINS_IN_A_WINDOW = 600


class Doorstep:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._salt = secrets.token_bytes(32)
        self._salt_until = clock() + SALT_LASTS_SECONDS
        self._window_until = clock() + WINDOW_SECONDS
        self._joins: dict[int, int] = {}

    def enter(self, address: str) -> None:
        """Count a join. Raises SlowDown where this minute's joins of the bucket are too many."""
        with self._lock:
            self._turn_over()
            bucket = self._bucket(address)
            self._joins[bucket] = self._joins.get(bucket, 0) + 1
            if self._joins[bucket] > JOINS_IN_A_WINDOW:
                raise SlowDown(max(1, round(self._window_until - self._clock())))

    def _turn_over(self) -> None:
        now = self._clock()
        if now >= self._salt_until:
            self._salt, self._salt_until = secrets.token_bytes(32), now + SALT_LASTS_SECONDS
            self._joins.clear()
        if now >= self._window_until:
            self._window_until = now + WINDOW_SECONDS
            self._joins.clear()

    def _bucket(self, address: str) -> int:
        digest = blake2b(address.encode(), key=self._salt, digest_size=8).digest()
        return int.from_bytes(digest, "big") % BUCKETS
