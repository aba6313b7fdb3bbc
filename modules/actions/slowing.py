"""Slowing guesses for the whole server: no address is read, so there is none to keep."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from modules.domain.errors import SlowDown


class WrongTries:
    """Once `limit` wrong tries fall within `seconds`, every try waits, right or wrong."""

    def __init__(self, *, limit: int, seconds: float) -> None:
        self._limit = limit
        self._window = timedelta(seconds=seconds)
        self._wrong: deque[datetime] = deque(maxlen=limit)
        self._lock = threading.Lock()
        self._trying = threading.Lock()

    @contextmanager
    def one_at_a_time(self) -> Iterator[None]:
        """For check, try and note: tries side by side would all pass before the first is noted."""
        with self._trying:
            yield

    def check(self, now: datetime) -> None:
        """Raises SlowDown while the wrong tries of the last seconds are too many."""
        with self._lock:
            full = len(self._wrong) == self._limit
            wait = self._wrong[0] + self._window - now if full else timedelta(0)
        if wait > timedelta(0):
            raise SlowDown(max(1, round(wait.total_seconds())))

    def note(self, now: datetime) -> None:
        """A try was wrong."""
        with self._lock:
            self._wrong.append(now)
