"""What happens by itself: at once, again and again, and never in silence when it breaks."""

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from modules.actions.tools import Tools
from modules.domain.errors import NoSuchSession
from modules.domain.session import REOPEN_MINUTES
from modules.live.crowd import SALT_LIVES_SECONDS, Crowd
from modules.live.presence import Presence
from modules.screens.start import session_list
from modules.server import background as module
from modules.server.background import background
from tests.a_room import ARoom
from tests.patience import SECONDS


async def until(condition) -> None:
    async with asyncio.timeout(SECONDS):
        while not condition():
            await asyncio.sleep(0)


def test_sessions_past_their_date_are_erased_as_soon_as_the_app_starts(room):
    room.start(phones=5)
    room.clock.time += timedelta(days=400)

    async def run() -> None:
        async with background(room.tools):
            await until(lambda: session_list(room.database) == ())

    asyncio.run(run())

    with pytest.raises(NoSuchSession):
        _ = room.view


def test_what_memory_holds_for_a_while_goes_without_another_visitor(room):
    class Clock:
        now = 0.0

        def __call__(self) -> float:
            return self.now

    clock = Clock()
    crowd, presence = Crowd(clock), Presence(clock)
    crowd.seconds_to_wait("192.0.2.1")
    presence.seen("a", b"token")
    clock.now += 60 * 60

    async def run() -> None:
        async with background(room.tools, (crowd.forget_old, presence.forget_gone)):
            await until(lambda: not vars(crowd)["_salt"] and not vars(presence)["_seen"])

    asyncio.run(run())

    assert SALT_LIVES_SECONDS + module.FORGET_EVERY_SECONDS <= 60 * 60


def test_practice_that_ended_just_after_a_look_is_gone_within_an_hour():
    """It is passed over while it can be reopened."""
    waits = REOPEN_MINUTES * 60 + module.SEAL_EVERY_SECONDS

    assert waits + module.ERASE_EVERY_SECONDS < 60 * 60


def test_it_ends_with_the_app(room):
    async def run() -> set[str]:
        async with background(room.tools):
            pass
        return {t.get_name() for t in asyncio.all_tasks()} & {"erase_due", "seal_overdue"}

    assert asyncio.run(run()) == set()


def run_repeatedly(tools: Tools, failing: list[Exception]) -> list[int]:
    """Let the work fail in the given ways, one after another; returns the turns that worked."""
    turns: list[int] = []
    left = list(failing)

    def work(_tools: Tools) -> int:
        if left:
            raise left.pop(0)
        turns.append(1)
        return 0

    async def run() -> None:
        task = asyncio.create_task(module._every(0, work, tools))
        task.add_done_callback(module._report)
        await until(lambda: len(turns) > 2 or task.done())
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())
    return turns


def test_a_database_that_is_away_for_a_moment_is_tried_again(room: ARoom, caplog):
    gone = OperationalError("SELECT 'a secret'", {"text": "a secret"}, Exception("gone"))

    turns = run_repeatedly(room.tools, [gone, OSError("disk full")])

    assert len(turns) > 2
    assert [r.getMessage() for r in caplog.records] == [
        "work did not run: OperationalError",
        "work did not run: OSError",
    ]


def test_a_bug_is_reported_and_not_hidden(room: ARoom, caplog):
    turns = run_repeatedly(room.tools, [ZeroDivisionError()])

    assert turns == []
    (record,) = caplog.records
    assert record.levelno == logging.CRITICAL
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError
