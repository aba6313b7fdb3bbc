"""Everything around the app that workshop_app.py hands to Streamlit."""

import asyncio
import gc
import sys
import tomllib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import NoReturn

import uvicorn
from anyio import to_thread
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from modules.actions import signing
from modules.domain.errors import WorkshopError
from modules.live.hub import Hub
from modules.server import serving
from modules.server.background import background
from modules.server.banner import banner
from modules.server.cookies import SignInCookie
from modules.server.door import Door
from modules.server.files import file_routes
from modules.server.fonts import font_route
from modules.server.guide_files import guide_file_routes
from modules.server.limits import Limits
from modules.server.logs import keep_addresses_out
from modules.server.news import news_route, signed_in
from modules.server.nowhere import nowhere_route
from modules.server.refusals import refusal
from modules.server.security_headers import SecurityHeaders
from modules.server.sign_in import sign_in_routes
from modules.server.unfinished import hang_up_on_unfinished
from modules.settings import PROJECT
from modules.wiring import Workshop, workshop

Lifespan = Callable[[object], AbstractAsyncContextManager[None]]
# Python's own 700 made half of the work for a press, in pauses of half a second, where thousands of
# phones follow: all their connections are looked at each time.
OBJECTS_BETWEEN_COLLECTIONS = 20_000
OUR_FAULT = (
    "Something went wrong on our side. Please reload the page; what you sent before is safe."
)


def started() -> Workshop:
    """The process's Workshop. What a person can solve ends the process with one sentence."""
    keep_addresses_out()
    try:
        serving.must_be_free_for_uvicorn()
        return workshop()
    except WorkshopError as problem:
        stop(problem)


def stop(problem: WorkshopError) -> NoReturn:
    sys.stderr.write(f"{problem}\n")
    raise SystemExit(1)


def server_routes(ours: Workshop) -> list[BaseRoute]:
    cookie = _cookie(ours)
    files = [*guide_file_routes(ours, cookie), *file_routes(ours, cookie)]
    news = news_route(ours.news, may_listen=signed_in(ours.tools, cookie))
    others = [news, font_route(), nowhere_route()]
    return [*sign_in_routes(ours.tools, cookie), *files, *others]


def server_middleware(ours: Workshop) -> list[Middleware]:
    """From the outside in: headers go on every answer, refusals included."""
    return [
        Middleware(SecurityHeaders),
        Middleware(
            Door, tools=ours.tools, cookie=_cookie(ours), public_url=ours.settings.public_url
        ),
        Middleware(Limits),
    ]


def server_lifespan(ours: Workshop) -> Lifespan:
    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        keep_addresses_out()
        serving.allow_thousands_of_connections()
        options = PROJECT / ".streamlit" / "config.toml"
        serving.hold_streamlit_to(tomllib.loads(options.read_text(encoding="utf-8")))
        server = serving.running_server()
        if server is not None:
            ours.addresses.host, ours.addresses.port = server.config.host, server.config.port
        forgetting = (ours.crowd.forget_old, ours.presence.forget_gone, ours.signals.forget_gone)
        async with background(ours.tools, forgetting), beside(server, ours.hub):
            await to_thread.run_sync(welcome, ours)
            # What lives now lives as long as the process: collections need not look at it again.
            gc.collect()
            gc.freeze()
            gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
            yield
        ours.database.close()

    return lifespan


@asynccontextmanager
async def beside(server: uvicorn.Server | None, hub: Hub) -> AsyncIterator[None]:
    """What runs beside the server that serves us, where it is known."""
    if server is None:
        yield
        return
    tasks = [
        asyncio.create_task(serving.end_streams_when_stopping(server, hub)),
        asyncio.create_task(hang_up_on_unfinished(server)),
    ]
    yield
    for task in tasks:
        task.cancel()


def welcome(ours: Workshop) -> None:
    """Make sure there is a facilitator, and print where to go."""
    first = signing.first_start(ours.tools, passcode=ours.settings.passcode)
    sys.stdout.write(banner(ours.addresses, first))
    sys.stdout.flush()


async def our_fault(_request: Request, _bug: Exception) -> Response:
    """For a bug: no traceback to a visitor; the terminal has it."""
    return refusal(500, OUR_FAULT)


def _cookie(ours: Workshop) -> SignInCookie:
    return SignInCookie(signing.cookie_secret(ours.tools), ours.settings.secure_cookies)
