"""Rehearsals beside the app: each has a thread with a loop of its own, and ends by itself."""

import asyncio
import threading
from collections.abc import Sequence
from contextlib import suppress

from modules.domain.errors import WorkshopError
from modules.domain.session import SessionId
from modules.rehearsal.cast import Part
from modules.rehearsal.people import Person, Room

# Sixty people each: more would be a load test, and there are two facilitators at most.
MOST_AT_ONCE = 3
# No workshop is longer; invented people do not wait for a facilitator who went home.
SECONDS_AT_MOST = 4 * 60 * 60
SECONDS_TO_STOP = 5.0


class TooManyRehearsals(WorkshopError):
    def __init__(self) -> None:
        super().__init__(
            f"{MOST_AT_ONCE} rehearsals are running already. Stop and delete one of them first."
        )


class Rehearsal:
    """The invented people of one session."""

    def __init__(self, room: Room, parts: Sequence[Part]) -> None:
        self._people = [Person(part, room) for part in parts]
        self._loop: asyncio.AbstractEventLoop | None = None
        self._everyone: asyncio.Task[None] | None = None
        # A daemon: the app's end never waits for people who do not exist.
        self._thread = threading.Thread(target=self._run, name="rehearsal", daemon=True)
        self._begun = threading.Event()

    def start(self) -> None:
        self._thread.start()
        self._begun.wait()

    def stop(self) -> None:
        """Send everybody home, and wait until they are gone."""
        if self._loop is not None and self._everyone is not None:
            # The loop may have come to its own end in this moment.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._everyone.cancel)
        self.join(SECONDS_TO_STOP)

    def join(self, seconds: float) -> bool:
        """Wait for the end of the rehearsal; whether it has come."""
        self._thread.join(seconds)
        return not self.running

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def _run(self) -> None:
        with suppress(asyncio.CancelledError, TimeoutError):
            asyncio.run(self._take_part())

    async def _take_part(self) -> None:
        self._loop, self._everyone = asyncio.get_running_loop(), asyncio.current_task()
        self._begun.set()
        async with asyncio.timeout(SECONDS_AT_MOST), asyncio.TaskGroup() as room:
            for person in self._people:
                room.create_task(person.takes_part())


class Rehearsals:
    """The rehearsals of this process, by session."""

    def __init__(self) -> None:
        self._running: dict[SessionId, Rehearsal] = {}
        self._lock = threading.Lock()

    def refuse_more(self) -> None:
        """Raises TooManyRehearsals where another one would be too many."""
        with self._lock:
            self._forget_ended()
            if len(self._running) >= MOST_AT_ONCE:
                raise TooManyRehearsals

    def start(self, session_id: SessionId, room: Room, parts: Sequence[Part]) -> Rehearsal:
        """Let the people come, once. Raises TooManyRehearsals."""
        with self._lock:
            self._forget_ended()
            if session_id in self._running:
                # Called in twice, as by a double click: one crowd is enough.
                return self._running[session_id]
            if len(self._running) >= MOST_AT_ONCE:
                raise TooManyRehearsals
            rehearsal = self._running[session_id] = Rehearsal(room, parts)
            rehearsal.start()
        return rehearsal

    def stop(self, session_id: SessionId) -> None:
        """Send the session's people home; nothing happens where there are none."""
        with self._lock:
            rehearsal = self._running.pop(session_id, None)
        if rehearsal is not None:
            rehearsal.stop()

    def of(self, session_id: SessionId) -> Rehearsal | None:
        """The session's rehearsal, while people are there."""
        with self._lock:
            self._forget_ended()
            return self._running.get(session_id)

    def _forget_ended(self) -> None:
        self._running = {key: one for key, one in self._running.items() if one.running}
