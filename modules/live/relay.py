"""Carrying announcements between replicas on one PostgreSQL, with LISTEN and NOTIFY.

Only that a session changed is carried, never what: every replica reads the database itself. A
message that is lost while a connection is down costs one late look, so both ends simply reconnect,
and a replica that comes back wakes everything it knows of.
"""

import queue
import secrets
import threading
from collections.abc import Callable

import psycopg

CHANNEL = "workshop"
PAUSE_SECONDS = 1.0


class Relay:
    """Announces here at once, and in the other replicas a moment later."""

    def __init__(self, url: str, announce: Callable[[str, str], None]) -> None:
        self._url = url.replace("postgresql+psycopg://", "postgresql://")
        self._announce = announce
        self._origin = secrets.token_hex(4)
        self._outbox: queue.SimpleQueue[tuple[str, str] | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._threads = [
            threading.Thread(target=self._keep_up, args=(work,), daemon=True, name=work.__name__)
            for work in (self._listen, self._send)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._outbox.put(None)
        for thread in self._threads:
            thread.join(timeout=2 * PAUSE_SECONDS + 1)

    def announce(self, session_id: str, topic: str) -> None:
        """Say here and elsewhere that something of this session changed, after the commit."""
        self._announce(session_id, topic)
        self._outbox.put((session_id, topic))

    def _keep_up(self, work: Callable[[psycopg.Connection], None]) -> None:
        while not self._stopped.is_set():
            try:
                with psycopg.connect(self._url, autocommit=True) as db:
                    work(db)
            except psycopg.OperationalError:
                # The server restarts or the network is away: try again in a moment.
                self._stopped.wait(PAUSE_SECONDS)

    def _listen(self, db: psycopg.Connection) -> None:
        db.execute(f"LISTEN {CHANNEL}")
        while not self._stopped.is_set():
            for message in db.notifies(timeout=PAUSE_SECONDS):
                origin, session_id, topic = message.payload.split(" ", 2)
                if origin != self._origin:
                    self._announce(session_id, topic)

    def _send(self, db: psycopg.Connection) -> None:
        while (message := self._outbox.get()) is not None:
            payload = " ".join((self._origin, *message))
            try:
                db.execute("SELECT pg_notify(%s, %s)", (CHANNEL, payload))
            except psycopg.OperationalError:
                self._outbox.put(message)
                raise
