"""Announcements inside the process: made from any thread, heard on the event loop.

Pages compare version numbers; phones' event streams listen. Nothing but numbers is kept, so that a
missed announcement costs nothing: whoever looks again sees the newest state.
"""

import asyncio
import threading
import time
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from modules.domain.session import SessionId

STAGE = "stage"
ERASED = "erased"
# At most five wake-ups a second for one session, however fast the presses come.
SECONDS_BETWEEN_WAKES = 0.2
# More sessions than ever run at once; the ones announced longest ago are forgotten first.
SESSIONS_REMEMBERED = 1024


@dataclass(frozen=True, slots=True)
class _Versions:
    any: int
    stage: int


@dataclass(slots=True, eq=False)
class _Channel:
    """The listeners of one session on one event loop. Touched on that loop only."""

    loop: asyncio.AbstractEventLoop
    listeners: set[asyncio.Event] = field(default_factory=set)
    woken_at: float = float("-inf")
    wake_due: bool = False

    def announce(self) -> None:
        """Wake now, or once at the end of the pause: the last announcement is never lost."""
        if self.wake_due:
            return
        wait = self.woken_at + SECONDS_BETWEEN_WAKES - self.loop.time()
        if wait <= 0:
            self._wake()
        else:
            self.wake_due = True
            self.loop.call_later(wait, self._wake)

    def _wake(self) -> None:
        self.wake_due = False
        self.woken_at = self.loop.time()
        for listener in self.listeners:
            listener.set()


class Hub:
    """The process's one place to announce that a session changed and to hear of it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # Numbers begin at the clock's milliseconds, so that they also grow across a restart and a
        # phone that comes back with an old number sees that it is old.
        self._latest = time.time_ns() // 1_000_000
        self._forgotten = _Versions(self._latest, self._latest)
        self._versions: OrderedDict[str, _Versions] = OrderedDict()
        self._channels: dict[str, list[_Channel]] = {}
        self._closed = False
        self._forgetting: list[Callable[[SessionId], None]] = []

    def announce(self, session_id: str, topic: str) -> None:
        """Say that something of this session changed. Call it after the commit, from any thread."""
        with self._lock:
            self._latest += 1
            reaches_phones = topic in (STAGE, ERASED)
            stage = self._latest if reaches_phones else self._of(session_id).stage
            self._versions[session_id] = _Versions(self._latest, stage)
            self._versions.move_to_end(session_id)
            if len(self._versions) > SESSIONS_REMEMBERED:
                _, self._forgotten = self._versions.popitem(last=False)
            if reaches_phones:
                self._wake(self._channels.get(session_id, []))
        if topic == ERASED:
            # After the version has grown, so that nobody remembers what they began to draw before.
            for forget in self._forgetting:
                forget(SessionId(session_id))

    def when_erased(self, forget: Callable[[SessionId], None]) -> None:
        """Have `forget` called when a session was erased, here or by another replica."""
        self._forgetting.append(forget)

    def close(self) -> None:
        """End every stream, because the server stops: phones come back to the next one."""
        with self._lock:
            self._closed = True
            for channels in self._channels.values():
                self._wake(channels)

    def version(self, session_id: str) -> int:
        """Grows with every announcement of this session."""
        with self._lock:
            return self._of(session_id).any

    def stage_version(self, session_id: str) -> int:
        """Grows with every announcement of this session's stage."""
        with self._lock:
            return self._of(session_id).stage

    def listeners(self, session_id: str) -> int:
        """How many streams follow this session."""
        with self._lock:
            return sum(len(c.listeners) for c in self._channels.get(session_id, ()))

    async def listen(self, session_id: str, *, since: int | None = None) -> AsyncGenerator[None]:
        """Yield after each change of the stage, several quick ones as one.

        `since` is the stage version that the caller has already shown: if the stage has changed
        meanwhile, the first yield comes at once, so that nothing falls between looking and
        listening. It ends when the hub is closed; close it (or cancel its task) to stop before.
        """
        listener = asyncio.Event()
        channel = self._join(session_id, listener)
        try:
            if self._closed or (since is not None and self.stage_version(session_id) != since):
                listener.set()
            while True:
                await listener.wait()
                if self._closed:
                    return
                listener.clear()
                yield
        finally:
            self._leave(session_id, channel, listener)

    def _join(self, session_id: str, listener: asyncio.Event) -> _Channel:
        loop = asyncio.get_running_loop()
        with self._lock:
            channels = self._channels.setdefault(session_id, [])
            channel = next((c for c in channels if c.loop is loop), None)
            if channel is None:
                channel = _Channel(loop)
                channels.append(channel)
            channel.listeners.add(listener)
            return channel

    def _leave(self, session_id: str, channel: _Channel, listener: asyncio.Event) -> None:
        with self._lock:
            channel.listeners.discard(listener)
            if channel.listeners:
                return
            channels = self._channels.get(session_id, [])
            if channel in channels:
                channels.remove(channel)
            if not channels:
                self._channels.pop(session_id, None)

    @staticmethod
    def _wake(channels: list[_Channel]) -> None:
        for channel in channels:
            # A loop that has stopped has closed its streams itself.
            with suppress(RuntimeError):
                channel.loop.call_soon_threadsafe(channel.announce)

    def _of(self, session_id: str) -> _Versions:
        return self._versions.get(session_id, self._forgotten)
