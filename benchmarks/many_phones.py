"""Thousands of phones in one room: joining, following each press, answering, memory.

    python -m benchmarks.many_phones [phones …]

The server is the real app in a process of its own; the phones are this process. Both share one
machine, so a server that has the machine to itself does better. Loopback only; it ends by itself.
"""

import asyncio
import random
import sys
import time
from collections.abc import Awaitable
from dataclasses import dataclass, field
from statistics import median

from benchmarks.parts import guides, tables
from benchmarks.parts.phones import Phone
from benchmarks.parts.steering import SteeredApp
from benchmarks.parts.tables import percentile, seconds
from modules.domain.moves import Move
from modules.server.serving import allow_thousands_of_connections

ROOMS = (1000, 2000, 5000)
QUESTIONS = 3
# So many people reach for their phone in the same moment; the next one when one is through.
JOINING_AT_ONCE = 50
SECONDS_TO_ANSWER = 30
SECONDS_TO_ARRIVE = 60
SECONDS_AT_MOST = 600


@dataclass(slots=True)
class Span:
    """How long something took, and how long the server's processor worked on it."""

    wall: float
    cpu: float


@dataclass(slots=True)
class Measured:
    phones: int
    memory_mb: tuple[float, float] = (0.0, 0.0)
    joining: Span = field(default_factory=lambda: Span(0, 0))
    presses: list[Span] = field(default_factory=list)
    """From each press until the last phone had the new stage."""
    spread: list[float] = field(default_factory=list)
    """For each answer the seconds to its thank-you, sent at moments over half a minute."""
    at_once: list[float] = field(default_factory=list)
    """The same where everybody presses Send in one moment."""
    answering: Span = field(default_factory=lambda: Span(0, 0))


class Hall:
    """One room full of phones."""

    def __init__(self, app: SteeredApp, count: int) -> None:
        self.app = app
        self.phones = [Phone(app.port, number) for number in range(count)]

    async def is_measured(self) -> Measured:
        found = Measured(len(self.phones))
        before = self.app.memory_mb
        found.joining = await self.span(self.everyone_joins())
        found.presses.append(await self.press())
        found.spread = await self.everyone_answers(within=SECONDS_TO_ANSWER)
        found.presses += [await self.press(), await self.press()]
        began, cpu = time.monotonic(), self.app.cpu_seconds
        found.at_once = await self.everyone_answers(within=0)
        found.answering = Span(time.monotonic() - began, self.app.cpu_seconds - cpu)
        found.presses += [await self.press() for _ in range(3)]
        found.memory_mb = (before, self.app.memory_mb)
        return found

    async def span(self, work: Awaitable[object]) -> Span:
        began, cpu = time.monotonic(), self.app.cpu_seconds
        await work
        return Span(time.monotonic() - began, self.app.cpu_seconds - cpu)

    async def everyone_joins(self) -> None:
        at_the_door = asyncio.Semaphore(JOINING_AT_ONCE)

        async def join(phone: Phone) -> None:
            async with at_the_door:
                await phone.joins(self.app.invitation)

        await asyncio.gather(*map(join, self.phones))

    async def press(self) -> Span:
        """Press Next, and wait until every phone has the new stage whole."""
        before = [phone.stages for phone in self.phones]
        cpu = self.app.cpu_seconds
        pressed = await asyncio.to_thread(self.app.press, Move.NEXT)
        async with asyncio.timeout(SECONDS_TO_ARRIVE):
            while any(p.stages == n for p, n in zip(self.phones, before, strict=True)):
                await asyncio.sleep(0.05)
        last = max(phone.seen_at for phone in self.phones)
        return Span(last - pressed, self.app.cpu_seconds - cpu)

    async def everyone_answers(self, *, within: float) -> list[float]:
        async def answer(phone: Phone) -> float:
            await asyncio.sleep(random.uniform(0, within))
            return await phone.answers(random.choice("abcd"))

        took = await asyncio.gather(*map(answer, self.phones))
        if self.app.answered() != len(self.phones):
            raise RuntimeError(f"{self.app.answered()} of {len(self.phones)} answers counted.")
        return took


async def held_in(count: int) -> Measured:
    with SteeredApp(guides.questions(QUESTIONS), cap=count) as app:
        # The phones need as many as the server, which takes its own.
        allow_thousands_of_connections()
        hall = Hall(app, count)
        try:
            async with asyncio.timeout(SECONDS_AT_MOST):
                return await hall.is_measured()
        finally:
            for phone in hall.phones:
                phone.goes()


def times(found: Measured) -> list[str]:
    presses = [press.wall for press in found.presses]
    return [
        f"{found.phones:,}",
        f"{found.phones / found.joining.wall:.0f}",
        f"{seconds(median(presses))} / {seconds(max(presses))}",
        f"{seconds(median(found.spread))} / {seconds(percentile(found.spread, 99))}",
        f"{found.phones / found.answering.wall:.0f}",
        f"{seconds(median(found.at_once))} / {seconds(percentile(found.at_once, 99))}",
    ]


def costs(found: Measured) -> list[str]:
    """What the server worked for each phone, whatever else the machine did meanwhile."""
    press = median(press.cpu for press in found.presses)
    before, after = found.memory_mb
    return [
        f"{found.phones:,}",
        *(
            f"{1000 * cpu / found.phones:.2f} ms"
            for cpu in (found.joining.cpu, found.answering.cpu, press)
        ),
        f"{before:.0f} MB → {after:.0f} MB",
        f"{1000 * (after - before) / found.phones:.0f} KB",
    ]


def main() -> None:
    rooms = [int(count) for count in sys.argv[1:]] or ROOMS
    measured = [asyncio.run(held_in(count)) for count in rooms]
    tables.show(
        "Many phones: how long people wait",
        ("Phones", "Joins per second", "A press reaches the last phone, median / worst",
         "Answers over 30 s, p50 / p99", "All at once: answers per second", "p50 / p99"),
        map(times, measured),
    )  # fmt: skip
    tables.show(
        "Many phones: what the server needs for each",
        ("Phones", "Processor for a join", "for an answer", "for a press",
         "Memory, empty → full", "for each phone"),
        map(costs, measured),
    )  # fmt: skip


if __name__ == "__main__":
    main()
