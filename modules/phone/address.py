"""One address a phone can reach: which methods it takes, and what happens on the way in and out."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from inspect import iscoroutinefunction
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from modules.domain.errors import WorkshopError
from modules.phone.forms import read_form
from modules.phone.phones import Phones
from modules.phone.refusals import WrongMethod, refusal
from modules.phone.visit import Visit

InThread = Callable[[Phones, Visit], Response]
Handler = InThread | Callable[[Phones, Visit], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Address:
    """A plain ASGI endpoint. Ordinary handlers run in a thread each."""

    phones: Phones
    get: Handler | None = None
    post: Handler | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit = Visit(Request(scope, receive))
        try:
            response = await self._handled(visit)
        except WorkshopError as error:
            response = refusal(visit, error)
        # Here and not in the handler: a thread that sleeps is a thread less for everyone.
        await asyncio.sleep(visit.wait)
        await response(scope, receive, send)

    async def _handled(self, visit: Visit) -> Response:
        method = visit.request.method
        handler = {"GET": self.get, "HEAD": self.get, "POST": self.post}.get(method)
        if handler is None:
            taken = [("GET, HEAD", self.get), ("POST", self.post)]
            raise WrongMethod(", ".join(name for name, one in taken if one))
        if method == "POST":
            visit.fields = await read_form(visit.request)
        if iscoroutinefunction(handler):
            answering: Response = await handler(self.phones, visit)
            return answering
        return await run_in_threadpool(cast(InThread, handler), self.phones, visit)
