"""One invented person: joins by the QR link, follows the room, answers, changes their mind, leaves.

All of it over HTTP, by the addresses and forms that the pages give: what a real phone without a
script does, and with the event stream of one that has it.
"""

import asyncio
import random
import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx2

from modules.activities.kind import Form
from modules.domain.guide import Activity
from modules.rehearsal.answers import another_form, form_of, seconds_for
from modules.rehearsal.cast import Part
from modules.rehearsal.reading import ENDED, FormSeen, PageSeen, StageSeen, read

# People come in within this time, and look again at what they answered after that one.
SECONDS_TO_ARRIVE = 40.0
SECONDS_TO_DOUBT = (3.0, 15.0)
# A beat comes every fifteen seconds; a line that is silent for longer is dead.
SECONDS_OF_SILENCE = 45.0
SECONDS_BEFORE_TRYING_AGAIN = 1.0
TRIES_IN_A_ROW = 5

# Nothing but the app on this machine is ever asked, and that without encryption.
_NO_TRUST = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class NotHere(Exception):
    """The room has ended, is gone, or does not let this phone in: the person goes home."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where the people go. `asked` says what a round asks, or None where it is not open.

    `speed` divides every pause.
    """

    address: str
    invitation: str
    asked: Callable[[str], Activity | None]
    speed: float = 1.0


class Person:
    """One part, played once."""

    def __init__(self, part: Part, room: Room) -> None:
        self.part = part
        self.room = room
        # Invented people need to be varied and repeatable, not unpredictable.
        self._chance = random.Random(f"person {part.seed}")  # noqa: S311
        self._answered: set[str] = set()
        self._base = ""
        self._following: asyncio.Task[None] | None = None

    async def takes_part(self) -> None:
        """From the door to the end of the workshop, or until this phone drops out."""
        async with _phone(self.room.address) as phone:
            with suppress(NotHere, httpx2.TransportError):
                await self._pause(self._chance.uniform(0, SECONDS_TO_ARRIVE))
                await self._joins(phone)
                await self._follows(phone)

    async def _joins(self, phone: httpx2.AsyncClient) -> None:
        welcome = await _page(phone, self.room.invitation)
        door = welcome.form_to("/join")
        if door is None:
            raise NotHere
        joined = await phone.post(door.action, data=door.hidden)
        if joined.status_code != 303:
            raise NotHere
        self._base = joined.headers["location"]

    async def _follows(self, phone: httpx2.AsyncClient) -> None:
        """Answer whatever the stage asks, until it ends or this phone drops out."""
        async with asyncio.TaskGroup() as doing:
            self._following = doing.create_task(self._reacts(phone, doing))

    async def _reacts(self, phone: httpx2.AsyncClient, doing: asyncio.TaskGroup) -> None:
        answering: asyncio.Task[None] | None = None
        at = ""
        try:
            async with aclosing(self._stages(phone)) as stages:
                async for stage in stages:
                    if stage.asks == at:
                        continue
                    # What was not sent when the room moves on stays unsent, as on a real phone.
                    if answering is not None:
                        answering.cancel()
                    at = stage.asks
                    answering = doing.create_task(self._answers(phone, at)) if at else None
        except NotHere:
            pass
        finally:
            if answering is not None:
                answering.cancel()

    async def _stages(self, phone: httpx2.AsyncClient) -> AsyncGenerator[StageSeen]:
        """Every stage the room comes to. A line that breaks is opened again, a few times."""
        tries = 0
        while tries < TRIES_IN_A_ROW:
            tries += 1
            with suppress(httpx2.TransportError):
                async with aclosing(_heard(phone, f"{self._base}/events")) as stages:
                    async for stage in stages:
                        tries = 0
                        yield stage
                        if stage.scene == ENDED:
                            return
            await asyncio.sleep(SECONDS_BEFORE_TRYING_AGAIN)

    async def _answers(self, phone: httpx2.AsyncClient, round_id: str) -> None:
        activity = self.room.asked(round_id)
        if activity is None or not self.part.answers or round_id in self._answered:
            return
        form = form_of(self.part, activity, self._chance)
        await self._pause(seconds_for(activity, form, self._chance))
        if not await self._sends(phone, round_id, form):
            return
        self._answered.add(round_id)
        if self._chance.random() < self.part.changes:
            await self._pause(self._chance.uniform(*SECONDS_TO_DOUBT))
            form = another_form(self.part, activity, self._chance)
            await self._sends(phone, round_id, form)
        if len(self._answered) == self.part.drops_after:
            await self._drops_out(phone)

    async def _drops_out(self, phone: httpx2.AsyncClient) -> None:
        if self.part.says_goodbye:
            with suppress(httpx2.TransportError):
                await phone.post(f"{self._base}/leave")
        if self._following is not None:
            self._following.cancel()

    async def _sends(self, phone: httpx2.AsyncClient, round_id: str, form: Form | None) -> bool:
        """Send, or pass where there is no form. False where the room has moved on meanwhile."""
        try:
            seen = await _page(phone, f"{self._base}?change=1")
            sheet = seen.form_to("/answer", round=round_id)
            if sheet is None:
                return False
            sent = await phone.post(sheet.action, data=_filled(sheet, form))
        except (httpx2.TransportError, NotHere):
            return False
        return sent.status_code == 303

    async def _pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds * self.part.tempo / self.room.speed)


def _phone(address: str) -> httpx2.AsyncClient:
    """A browser of its own. Cookies meant for HTTPS come back to the app on this machine too."""
    jar = CookieJar(DefaultCookiePolicy(secure_protocols=("http", "https")))
    timeout = httpx2.Timeout(SECONDS_OF_SILENCE)
    # A proxy set for this machine does not lead to this machine.
    return httpx2.AsyncClient(
        base_url=address, cookies=jar, timeout=timeout, verify=_NO_TRUST, trust_env=False
    )


def _filled(sheet: FormSeen, form: Form | None) -> dict[str, str | list[str]]:
    if form is None:
        return {**sheet.hidden, "act": "pass"}
    return {**sheet.hidden, "act": "send", **{name: list(v) for name, v in form.items()}}


async def _page(phone: httpx2.AsyncClient, path: str) -> PageSeen:
    answer = await phone.get(path)
    if answer.status_code != 200:
        raise NotHere
    return read(answer.text)


async def _heard(phone: httpx2.AsyncClient, path: str) -> AsyncGenerator[StageSeen]:
    """The stages that one event stream brings. Raises NotHere where the room is gone."""
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
                seen = read("\n".join(data)).stage if event == "stage" else None
                if seen is not None:
                    yield seen
                event, data = "", []
