"""Announcements: from any thread, to everyone who listens, a few times a second at most."""

import asyncio
import selectors
import threading
import time
from collections.abc import AsyncGenerator, Coroutine
from typing import Any, TypeVar

from modules.live.hub import SECONDS_BETWEEN_WAKES, SESSIONS_REMEMBERED, Hub
from tests.patience import SECONDS

T = TypeVar("T")


class Leaps(selectors.SelectSelector):
    """Where a loop would wait, time leaps instead."""

    seconds = 0.0

    def select(self, timeout: float | None = None) -> Any:
        if timeout is not None:
            self.seconds += max(0.0, timeout)
            timeout = 0.0
        return super().select(timeout)


class LeapingLoop(asyncio.SelectorEventLoop):
    """A loop by whose clock nothing takes any time, however slow the machine is."""

    def __init__(self) -> None:
        self._leaps = Leaps()
        super().__init__(self._leaps)

    def time(self) -> float:
        return self._leaps.seconds


def in_no_time(work: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=LeapingLoop) as runner:
        return runner.run(work)


async def heard(changes: AsyncGenerator[None], within: float = SECONDS) -> bool:
    try:
        await asyncio.wait_for(asyncio.shield(asyncio.ensure_future(anext(changes))), within)
    except TimeoutError:
        return False
    return True


async def started(hub: Hub, changes: AsyncGenerator[None]) -> "asyncio.Task[None]":
    """A task that waits for the next change and is known to be listening."""
    before = hub.listeners("a")
    waiting = asyncio.ensure_future(anext(changes))
    while hub.listeners("a") == before:
        await asyncio.sleep(0)
    return waiting


def test_every_announcement_makes_the_version_grow():
    hub = Hub()
    before = hub.version("a")

    hub.announce("a", "answers")
    after_answers = hub.version("a")
    hub.announce("a", "stage")

    assert before < after_answers < hub.version("a")


def test_answers_leave_the_stage_version_alone():
    hub = Hub()
    hub.announce("a", "stage")
    stage = hub.stage_version("a")

    hub.announce("a", "answers")

    assert hub.stage_version("a") == stage
    assert hub.version("a") > stage


def test_sessions_do_not_hear_of_each_other():
    hub = Hub()
    before = hub.version("b")

    hub.announce("a", "stage")

    assert hub.version("b") == before


def test_versions_grow_across_a_restart(monkeypatch):
    first = Hub()
    first.announce("a", "stage")
    a_second_later = time.time_ns() + 1_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: a_second_later)

    assert Hub().stage_version("a") > first.stage_version("a")


def test_a_forgotten_session_never_goes_back_to_an_older_version():
    hub = Hub()
    hub.announce("a", "stage")
    known = hub.version("a")

    for number in range(SESSIONS_REMEMBERED + 5):
        hub.announce(f"other {number}", "stage")

    assert hub.version("a") >= known
    assert len(hub._versions) == SESSIONS_REMEMBERED


def test_a_listener_hears_an_announcement_from_another_thread():
    hub = Hub()

    async def listen() -> None:
        waiting = await started(hub, hub.listen("a"))
        thread = threading.Thread(target=hub.announce, args=("a", "stage"))
        thread.start()
        await asyncio.wait_for(waiting, SECONDS)
        thread.join()

    asyncio.run(listen())


def test_answers_wake_no_phone():
    hub = Hub()

    async def listen() -> bool:
        changes = hub.listen("a")
        waiting = await started(hub, changes)
        hub.announce("a", "answers")
        done, _ = await asyncio.wait({waiting}, timeout=2 * SECONDS_BETWEEN_WAKES)
        waiting.cancel()
        return bool(done)

    assert in_no_time(listen()) is False


def test_nothing_falls_between_looking_and_listening():
    hub = Hub()

    async def listen() -> bool:
        shown = hub.stage_version("a")
        hub.announce("a", "stage")
        return await heard(hub.listen("a", since=shown))

    assert asyncio.run(listen()) is True


def test_a_listener_that_has_seen_everything_waits():
    hub = Hub()
    hub.announce("a", "stage")

    async def listen() -> bool:
        return await heard(hub.listen("a", since=hub.stage_version("a")), within=0.1)

    assert in_no_time(listen()) is False


def test_a_burst_wakes_at_once_and_once_more_at_its_end():
    hub = Hub()

    async def listen() -> tuple[int, float]:
        loop = asyncio.get_running_loop()
        changes = hub.listen("a")
        waiting = await started(hub, changes)
        began = loop.time()
        for _ in range(50):
            hub.announce("a", "stage")
        await waiting
        first = loop.time() - began
        wakes = 1
        while await heard(changes, within=3 * SECONDS_BETWEEN_WAKES):
            wakes += 1
        return wakes, first

    wakes, first = in_no_time(listen())

    assert wakes == 2
    assert first == 0


def test_a_stream_that_ends_leaves_nothing_behind():
    hub = Hub()

    async def listen() -> None:
        changes = hub.listen("a")
        waiting = await started(hub, changes)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        await changes.aclose()

    asyncio.run(listen())

    assert hub.listeners("a") == 0
    assert hub._channels == {}


def test_closing_ends_every_stream_and_those_that_come_later():
    hub = Hub()

    async def listen() -> list[int]:
        waiting = await started(hub, hub.listen("a"))
        hub.close()
        ended = await asyncio.gather(waiting, return_exceptions=True)
        later = [1 async for _ in hub.listen("b")]
        assert isinstance(ended[0], StopAsyncIteration)
        return later

    assert asyncio.run(listen()) == []
    assert hub._channels == {}


def test_an_announcement_after_the_loop_has_stopped_is_only_counted():
    hub = Hub()

    async def listen_and_leave_open() -> AsyncGenerator[None]:
        changes = hub.listen("a", since=0)
        assert await heard(changes)
        # Kept by the caller, so that the loop ends while the stream is still registered.
        return changes

    loop = asyncio.new_event_loop()
    kept = loop.run_until_complete(listen_and_leave_open())
    loop.close()
    before = hub.version("a")

    hub.announce("a", "stage")

    assert hub.version("a") == before + 1
    del kept


def test_many_threads_lose_no_announcement():
    hub = Hub()
    before = hub.version("a")

    def announce_often() -> None:
        for _ in range(200):
            hub.announce("a", "answers")

    threads = [threading.Thread(target=announce_often) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert hub.version("a") == before + 1600
