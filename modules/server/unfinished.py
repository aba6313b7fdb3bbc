"""Hanging up on whoever opens a connection and does not finish a request.

uvicorn waits without end for the rest of a request's headers, and the app hears of a request only
when they are complete. Bodies are timed in `limits`.
"""

import asyncio
from typing import cast

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

# Between this and twice this, because connections are looked at in rounds.
SECONDS_TO_ASK = 20.0


async def hang_up_on_unfinished(server: uvicorn.Server, seconds: float = SECONDS_TO_ASK) -> None:
    """Close the connections that have been in the middle of a request's head for a whole round."""
    waiting: dict[H11Protocol, object] = {}
    while True:
        await asyncio.sleep(seconds)
        # With the last request that each has finished, so that progress shows.
        asking = {
            c: c.cycle
            for c in server.server_state.connections
            if isinstance(c, H11Protocol) and _is_asking(c)
        }
        for connection, last in asking.items():
            if connection in waiting and waiting[connection] is last:
                connection.transport.close()
        waiting = dict(asking)


def _is_asking(connection: H11Protocol) -> bool:
    """Nothing is being answered, and uvicorn's own clock for idle connections does not run."""
    # uvicorn's types leave out that there is none before the first request.
    cycle = cast(RequestResponseCycle | None, connection.cycle)
    return (cycle is None or cycle.response_complete) and connection.timeout_keep_alive_task is None
