"""Work that many phones ask for in the same moment, done once."""

import asyncio
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from starlette.concurrency import run_in_threadpool

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


class Shared(Generic[Key, Made]):
    """Makes a thing in a thread; whoever asks meanwhile, or `seconds` later, gets the same one.

    What was made is forgotten by itself, so that nothing outlives its deletion by long.
    """

    def __init__(self, *, seconds: float) -> None:
        self._seconds = seconds
        self._tasks: dict[Key, asyncio.Task[Made]] = {}

    async def get(self, key: Key, make: Callable[[], Made]) -> Made:
        task = self._tasks.get(key)
        if task is None:
            task = self._tasks[key] = asyncio.create_task(run_in_threadpool(make))
            task.add_done_callback(lambda done: self._made(key, done))
        # Shielded: a phone that goes away must not take the work of the others with it.
        return await asyncio.shield(task)

    def _made(self, key: Key, task: asyncio.Task[Made]) -> None:
        if task.cancelled() or task.exception() is not None:
            self._tasks.pop(key, None)
        else:
            task.get_loop().call_later(self._seconds, self._tasks.pop, key, None)
