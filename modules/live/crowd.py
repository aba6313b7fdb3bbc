"""Slowing floods of joins: the only place where an address is looked at. None is ever kept."""

import hmac
import secrets
import time
from collections.abc import Callable
from threading import Lock

from modules.domain.errors import SlowDown

# A whole room may sit behind one address, so one address may join a whole room at once.
AT_ONCE = 200
A_SECOND = 10
LONGEST_WAIT_SECONDS = 10
# So few that an address cannot be told from its bucket.
BUCKETS = 256
# With the minute until the background looks again: gone within an hour.
SALT_LIVES_SECONDS = 59 * 60


class Crowd:
    """Counts joins in buckets. Which bucket an address falls into changes every hour.

    Without a salt nothing is known: the next join makes one.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._salt = b""
        self._salted_at = 0.0
        self._buckets: dict[int, tuple[float, float]] = {}

    def seconds_to_wait(self, address: str) -> float:
        """How long a join from this address is held back. Raises SlowDown if that is too long."""
        with self._lock:
            now = self._clock()
            self._drop_old(now)
            if not self._salt:
                self._salt, self._salted_at = secrets.token_bytes(32), now
            bucket = hmac.digest(self._salt, address.encode(), "sha256")[0] % BUCKETS
            left, seen_at = self._buckets.get(bucket, (AT_ONCE, now))
            left = min(AT_ONCE, left + (now - seen_at) * A_SECOND)
            wait = max(0.0, 1 - left) / A_SECOND
            if wait > LONGEST_WAIT_SECONDS:
                self._buckets[bucket] = left, now
                raise SlowDown(LONGEST_WAIT_SECONDS)
            self._buckets[bucket] = left - 1, now
            return wait

    def forget_old(self) -> None:
        """Called by the clock: the salt must not wait for another join to go."""
        with self._lock:
            self._drop_old(self._clock())

    def _drop_old(self, now: float) -> None:
        if self._salt and now - self._salted_at >= SALT_LIVES_SECONDS:
            self._salt, self._buckets = b"", {}
