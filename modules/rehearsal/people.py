"""One invented person: joins by the QR link, follows the room, answers, changes their mind, leaves.

All of it over HTTP, by the addresses and forms that the pages give: what a real phone without a
script does, and with the event stream of one that has it.
"""

import asyncio
import random
from collections.abc import Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass

import httpx2

from modules.activities.kind import Form
from modules.domain.guide import Activity
from modules.rehearsal import browsing
from modules.rehearsal.answers import another_form, form_of, seconds_for
from modules.rehearsal.browsing import NotHere
from modules.rehearsal.cast import Part
from modules.rehearsal.reading import FormSeen, PageSeen

# People come in within this time, and look again at what they answered after that one.
SECONDS_TO_ARRIVE = 40.0
SECONDS_TO_DOUBT = (3.0, 15.0)
SECONDS_TO_TRY_AGAIN = 4.0
# Beside the stage: one in so many asks a question, or supports one that has come up.
SPEAKS_UP = 1 / 4
SECONDS_TO_SPEAK_UP = (5.0, 60.0)
SUPPORTED_AT_MOST = 2


@dataclass(frozen=True, slots=True)
class Room:
    """Where the people go. `asked` says what a round asks, or None where it is not open.

    `ticket` tells the door that they are invented. `speed` divides every pause.
    """

    address: str
    invitation: str
    asked: Callable[[str], Activity | None]
    ticket: str = ""
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
        async with browsing.phone(self.room.address) as phone:
            with suppress(NotHere, httpx2.TransportError):
                await self._pause(self._chance.uniform(0, SECONDS_TO_ARRIVE))
                await self._joins(phone)
                await self._follows(phone)

    async def _joins(self, phone: httpx2.AsyncClient) -> None:
        welcome = await browsing.page(phone, self.room.invitation)
        door = welcome.form_to("/join")
        ticket = {"ticket": (self.room.ticket,)}
        led = await browsing.send(phone, door, ticket) if door else ""
        self._base = led.partition("?")[0]
        if not self._base:
            raise NotHere

    async def _follows(self, phone: httpx2.AsyncClient) -> None:
        """Answer whatever is asked, until the workshop ends or this phone drops out."""
        async with asyncio.TaskGroup() as doing:
            self._following = doing.create_task(self._reacts(phone, doing))

    async def _reacts(self, phone: httpx2.AsyncClient, doing: asyncio.TaskGroup) -> None:
        """Begin what a new stage asks; what it no longer asks stays unsent, as on a real phone."""
        begun: dict[str, asyncio.Task[None]] = {}
        try:
            async with aclosing(browsing.stages(phone, f"{self._base}/events")) as stages:
                async for seen in stages:
                    asked = {sheet.asks_for: sheet for sheet in seen.asking}
                    for name in begun.keys() - asked.keys():
                        begun.pop(name).cancel()
                    for name in asked.keys() - begun.keys():
                        begun[name] = doing.create_task(self._thinks_of(phone, seen, asked[name]))
        except NotHere:
            pass
        finally:
            for task in begun.values():
                task.cancel()

    async def _thinks_of(self, phone: httpx2.AsyncClient, seen: PageSeen, sheet: FormSeen) -> None:
        activity = self.room.asked(sheet.round_id)
        if activity is None or not self.part.answers:
            return
        if sheet.round_id != seen.round_id:
            await self._speaks_up(phone, activity, sheet)
        elif sheet.round_id not in self._answered:
            await self._answers(phone, activity, sheet.round_id)

    async def _answers(self, phone: httpx2.AsyncClient, activity: Activity, round_id: str) -> None:
        """Answer what the stage asks; maybe change it; maybe drop out."""
        form = form_of(self.part, activity, self._chance)
        await self._pause(seconds_for(activity, form, self._chance))
        while not await self._sends(phone, round_id, form):
            # Answers that closed and opened again in one moment look to this phone as if they had
            # never closed; a stage without this question ends the waiting.
            await self._pause(SECONDS_TO_TRY_AGAIN)
        self._answered.add(round_id)
        if self._chance.random() < self.part.changes:
            await self._pause(self._chance.uniform(*SECONDS_TO_DOUBT))
            form = another_form(self.part, activity, self._chance)
            await self._sends(phone, round_id, form)
        if len(self._answered) == self.part.drops_after:
            await self._drops_out(phone)

    async def _speaks_up(
        self, phone: httpx2.AsyncClient, activity: Activity, sheet: FormSeen
    ) -> None:
        """Some say something beside the stage: what they thought of, or that others are right."""
        if self._chance.random() >= SPEAKS_UP:
            return
        await self._pause(self._chance.uniform(*SECONDS_TO_SPEAK_UP))
        if sheet.boxes:
            many = self._chance.randint(1, min(SUPPORTED_AT_MOST, len(sheet.boxes)))
            form: Form | None = {sheet.box: self._chance.sample(sheet.boxes, many)}
        else:
            form = form_of(self.part, activity, self._chance)
        if form is not None:
            await self._sends(phone, sheet.round_id, form)

    async def _drops_out(self, phone: httpx2.AsyncClient) -> None:
        if self.part.says_goodbye:
            with suppress(httpx2.TransportError):
                await phone.post(f"{self._base}/leave")
        if self._following is not None:
            self._following.cancel()

    async def _sends(self, phone: httpx2.AsyncClient, round_id: str, form: Form | None) -> bool:
        """Send, or pass where there is no form. False where the room has moved on meanwhile."""
        try:
            seen = await browsing.page(phone, f"{self._base}?change=1")
            sheet = seen.form_to("/answer", round=round_id)
            return sheet is not None and await browsing.send(phone, sheet, form) != ""
        except (httpx2.TransportError, NotHere):
            return False

    async def _pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds * self.part.tempo / self.room.speed)
