"""Sealing a round: counting, deleting ballots and secret, wiping what they leave behind.

    python -m benchmarks.sealing

“Shown” is when the screens hear of the result; the wiping follows while the room looks at it. On
SQLite in a file and on PostgreSQL, both in the system's folder for temporary files.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.parts import guides, tables
from modules.actions.tools import Tools
from modules.activities.kind import Form, kind_of
from modules.domain.ballot import DEVICE_TOKEN_BYTES
from modules.domain.moves import Move
from modules.storage import rounds
from modules.storage.database import Database
from tests.a_room import ARoom
from tests.postgresql import PostgreSQL

ROUNDS = 5
BALLOTS = (25, 200, 2000)
KINDS = {"a choice": guides.CHOICE, "a text": guides.TEXT}
WORDS = "Let people finish, ask one more question, and say sorry once. "


def form(kind: str, number: int) -> Form:
    if kind == "a choice":
        return {"choice": ["abcd"[number % 4]]}
    return {"text": [f"{number}. {WORDS * 2}"]}


def fill(room: ARoom, kind: str, ballots: int) -> None:
    """Ballots as phones leave them, in one transaction instead of one for each."""
    activity = room.view.now
    assert activity is not None
    with room.database.begin() as db:
        round_ = rounds.open_or_refuse(db, room.round_id)
        for number in range(ballots):
            mark = room.tools.token_bytes(DEVICE_TOKEN_BYTES)
            answer = kind_of(activity).answer(activity, form(kind, number))
            rounds.cast(db, round_, mark=mark, answer=answer, seq=1)


class Announcements:
    """Notes when the screens were told."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self, *_: object) -> None:
        self.at = time.perf_counter()

    def tools(self, tools: Tools) -> Tools:
        return replace(tools, announce=self)


def measure(database: Database, kind: str, ballots: int) -> tuple[float, float]:
    """The median seconds until the result is shown, and until nothing is left of the ballots."""
    told = Announcements()
    room = ARoom.with_facilitator(database)
    room.tools = told.tools(room.tools)
    room.start(guide=guides.questions(ROUNDS, KINDS[kind]))
    shown, wiped = [], []
    for position in range(1, ROUNDS + 1):
        room.at(position)
        fill(room, kind, ballots)
        step = room.view.step
        began = time.perf_counter()
        room.move(Move.SHOW_RESULTS, expected_step=step)
        shown.append(told.at - began)
        wiped.append(time.perf_counter() - began)
    return median(shown), median(wiped)


@contextmanager
def databases() -> Iterator[dict[str, Database]]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = PostgreSQL(Path(folder) / "postgresql")
        opened = {
            "SQLite": Database.open(f"sqlite:///{Path(folder) / 'workshop.sqlite3'}"),
            "PostgreSQL": Database.open(server.url),
        }
        yield opened
        for database in opened.values():
            database.close()
        server.stop()


def main() -> None:
    with databases() as opened:
        rows = [
            (name, kind, f"{ballots:,}", *map(tables.seconds, measure(database, kind, ballots)))
            for name, database in opened.items()
            for kind in KINDS
            for ballots in BALLOTS
        ]
    head = ("Database", "Round", "Ballots", "Shown after", "Everything wiped after")
    tables.show(f"Sealing a round, median of {ROUNDS}", head, rows)


if __name__ == "__main__":
    main()
