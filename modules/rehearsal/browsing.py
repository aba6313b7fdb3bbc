"""A phone's browser: pages, forms, cookies, and the event stream. Nothing but the app is asked."""

import asyncio
import ssl
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx2

from modules.activities.kind import Form
from modules.rehearsal.reading import ENDED, FormSeen, PageSeen, read

# A beat comes every fifteen seconds; a line that is silent for longer is dead.
SECONDS_OF_SILENCE = 45.0
SECONDS_BEFORE_TRYING_AGAIN = 1.0
TRIES_IN_A_ROW = 5

# The app on this machine is asked without encryption, so no certificate is ever trusted.
_NO_TRUST = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class NotHere(Exception):
    """The room has ended, is gone, or does not let this phone in: the person goes home."""


def phone(address: str) -> httpx2.AsyncClient:
    """A browser of its own. Cookies meant for HTTPS come back to the app on this machine too."""
    jar = CookieJar(DefaultCookiePolicy(secure_protocols=("http", "https")))
    timeout = httpx2.Timeout(SECONDS_OF_SILENCE)
    # A proxy set for this machine does not lead to this machine.
    return httpx2.AsyncClient(
        base_url=address, cookies=jar, timeout=timeout, verify=_NO_TRUST, trust_env=False
    )


async def page(phone: httpx2.AsyncClient, path: str) -> PageSeen:
    """Open a page. Raises NotHere where it is refused."""
    answer = await phone.get(path)
    if answer.status_code != 200:
        raise NotHere
    return read(answer.text)


async def send(phone: httpx2.AsyncClient, sheet: FormSeen, form: Form | None) -> str:
    """Send a form as it was filled in, or press Pass; where it leads, "" where it was refused."""
    filled = {} if form is None else {name: list(values) for name, values in form.items()}
    act = "pass" if form is None else "send"
    answer = await phone.post(sheet.action, data={**sheet.hidden, "act": act, **filled})
    return str(answer.headers["location"]) if answer.status_code == 303 else ""


async def stages(phone: httpx2.AsyncClient, path: str) -> AsyncGenerator[PageSeen]:
    """Every stage the room comes to, until the last.

    A line that breaks is opened again, a few times. Raises NotHere where the room is gone.
    """
    tries = 0
    while tries < TRIES_IN_A_ROW:
        tries += 1
        with suppress(httpx2.TransportError):
            async with aclosing(_heard(phone, path)) as heard:
                async for seen in heard:
                    tries = 0
                    yield seen
                    if seen.scene == ENDED:
                        return
        await asyncio.sleep(SECONDS_BEFORE_TRYING_AGAIN)


async def _heard(phone: httpx2.AsyncClient, path: str) -> AsyncGenerator[PageSeen]:
    async with phone.stream("GET", path) as stream:
        if stream.status_code != 200:
            raise NotHere
        event, data = "", list[str]()
        async for line in stream.aiter_lines():
            name, _, value = line.partition(": ")
            if name == "event":
                event = value
            elif name == "data":
                data.append(value)
            elif not line:
                if event == "gone":
                    raise NotHere
                if event == "stage":
                    yield read("\n".join(data))
                event, data = "", []
