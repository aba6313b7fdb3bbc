"""Work that many phones ask for in the same moment, done once."""

import asyncio
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from starlette.concurrency import run_in_threadpool

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class _Work(Generic[Made]):
    task: asyncio.Task[Made]
    done: asyncio.Event


class Shared(Generic[Key, Made]):
    """Makes a thing in a thread; whoever asks meanwhile, or `seconds` later, gets the same one.

    What was made is forgotten by itself, so that nothing outlives its deletion by long.
    """

    def __init__(self, *, seconds: float) -> None:
        self._seconds = seconds
        self._works: dict[Key, _Work[Made]] = {}

    async def get(self, key: Key, make: Callable[[], Made]) -> Made:
        work = self._works.get(key) or self._begun(key, make)
        # The task itself is not awaited: a phone that goes away would take the work of the others
        # with it. For thousands that wait at once, an event costs half of asyncio.shield.
        await work.done.wait()
        return work.task.result()

    def _begun(self, key: Key, make: Callable[[], Made]) -> _Work[Made]:
        work = _Work(asyncio.create_task(run_in_threadpool(make)), asyncio.Event())
        self._works[key] = work
        work.task.add_done_callback(lambda task: self._made(key, task, work.done))
        return work

    def _made(self, key: Key, task: asyncio.Task[Made], done: asyncio.Event) -> None:
        done.set()
        if task.cancelled() or task.exception() is not None:
            self._works.pop(key, None)
        else:
            task.get_loop().call_later(self._seconds, self._works.pop, key, None)
