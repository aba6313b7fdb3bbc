"""What happens without anybody pressing: rounds are sealed, ends become final,
sessions are erased on their date."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError

from modules.actions import ending, retention
from modules.actions.tools import Tools
from modules.domain.errors import WorkshopError

SEAL_EVERY_SECONDS = 15
WIPE_EVERY_SECONDS = 15
# Practice is erased within an hour of its end, as its screens say; it waits while it can be
# reopened.
ERASE_EVERY_SECONDS = 40 * 60
FORGET_EVERY_SECONDS = 60

_log = logging.getLogger("workshop.background")


@asynccontextmanager
async def background(
    tools: Tools, forgetting: Sequence[Callable[[], None]] = ()
) -> AsyncIterator[None]:
    """Run the repeated work while the block lasts. The first round of each runs at once.

    `forgetting` is what memory holds for a while only: it goes although nobody comes any more.
    """

    def forget_old(_tools: Tools) -> int:
        for forget in forgetting:
            forget()
        return len(forgetting)

    tasks = [
        asyncio.create_task(_every(seconds, work, tools), name=work.__name__)
        for seconds, work in (
            (ERASE_EVERY_SECONDS, retention.erase_due),
            (SEAL_EVERY_SECONDS, ending.seal_overdue),
            (SEAL_EVERY_SECONDS, ending.make_overdue_final),
            (WIPE_EVERY_SECONDS, retention.wipe_owed),
            (FORGET_EVERY_SECONDS, forget_old),
        )
    ]
    for task in tasks:
        task.add_done_callback(_report)
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _every(seconds: float, work: Callable[[Tools], int], tools: Tools) -> None:
    while True:
        try:
            await asyncio.to_thread(work, tools)
        except (SQLAlchemyError, WorkshopError, OSError) as problem:
            # A full disk or a database that is away for a moment: the next turn tries again.
            # The type alone, because the text of a database error may quote what was stored.
            _log.warning("%s did not run: %s", work.__name__, type(problem).__name__)
        await asyncio.sleep(seconds)


def _report(task: asyncio.Task[None]) -> None:
    """A bug must not end this work in silence."""
    if not task.cancelled() and (bug := task.exception()) is not None:
        _log.critical("%s has stopped. Restart the app.", task.get_name(), exc_info=bug)
