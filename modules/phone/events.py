"""The event stream: each phone hears of a new stage as soon as the room has it."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import suppress

from starlette.responses import Response, StreamingResponse

from modules.domain.ballot import DeviceToken
from modules.domain.errors import NoSuchSession
from modules.domain.session import SessionId
from modules.phone.pages import PRIVATE_HEADERS
from modules.phone.phones import Entrance, Phones
from modules.phone.visit import Visit

EVENT_STREAM = "text/event-stream"
SECONDS_BETWEEN_BEATS = 15
GONE = b"event: gone\ndata: \n\n"
OVER = b"event: over\ndata: \n\n"


def events(phones: Phones, visit: Visit) -> Response:
    """GET /j/{code}/events?v={id of the fragment this phone shows}."""
    entrance, device = phones.joined(visit)
    shown = visit.request.headers.get("last-event-id") or visit.request.query_params.get("v", "")
    # `X-Accel-Buffering` tells a proxy in front to pass each event on at once. Without a policy of
    # its own the stream would carry the long one of Streamlit's pages, in the first round trip.
    policy = "default-src 'none'"
    headers = {**PRIVATE_HEADERS, "X-Accel-Buffering": "no", "Content-Security-Policy": policy}
    if visit.request.method == "HEAD":
        return Response(headers=headers, media_type=EVENT_STREAM)
    events = stream(phones, visit, entrance, device, shown)
    return StreamingResponse(events, headers=headers, media_type=EVENT_STREAM)


async def stream(
    phones: Phones, visit: Visit, entrance: Entrance, device: DeviceToken, shown: str
) -> AsyncGenerator[bytes, None]:
    # Spread out, so that a restarted server is not met by every phone in the same moment.
    yield b"retry: %d\n\n" % random.randint(1000, 4000)  # noqa: S311
    session_id = entrance.session_id
    changed = asyncio.Event()
    following = asyncio.create_task(_follow(phones, session_id, changed))
    greeted = False
    try:
        while True:
            fragment = await phones.fragments.for_stream(session_id, entrance.code, visit.words)
            news = fragment.id != shown
            if news:
                shown = fragment.id
                yield fragment.event
            if fragment.view.final:
                # Only now: a phone that loses its line before comes back, as the room may.
                yield OVER
                return
            # A new stage shows as well that the line is alive: thousands of phones need no more.
            beat_due = not (news and greeted)
            while not changed.is_set():
                if beat_due:
                    yield _beat(phones)
                greeted = beat_due = True
                phones.presence.seen(session_id, device.value)
                with suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), SECONDS_BETWEEN_BEATS)
            if following.done():
                return
            changed.clear()
    except NoSuchSession:
        yield GONE
    finally:
        following.cancel()


async def _follow(phones: Phones, session_id: SessionId, changed: asyncio.Event) -> None:
    """Note every change of the stage, in a task of its own: a pause never ends the listening."""
    async for _ in phones.hub.listen(session_id, since=phones.hub.stage_version(session_id)):
        changed.set()
    # The hub has closed, because the server stops: the stream ends, and the phone comes back.
    changed.set()


def _beat(phones: Phones) -> bytes:
    """Shows that the line is alive, and tells the phone's clock what time it is here."""
    return b"event: beat\ndata: %d\n\n" % round(phones.tools.now().timestamp() * 1000)
