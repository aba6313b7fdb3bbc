"""The summary files: how long each format takes to make, and how large it is.

    python -m benchmarks.summary_files

Two workshops: a shipped guide of 120 minutes held through the app with 24 invented people whose
texts are all shown, and the worst case of 300 texts of 280 characters in ten scripts.
"""

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.parts import tables
from modules.actions import moderating
from modules.activities.kind import kind_of
from modules.domain.ballot import RoundId
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.moderation import moderation
from modules.screens.summary import summary
from modules.screens.views import SummaryView
from modules.settings import PROJECT
from modules.storage.database import Database
from modules.summary.files import FORMATS, file
from tests.a_room import ARoom
from tests.summary.a_view import with_texts

GUIDE = PROJECT / "facilitator_guides" / "one_session.md"
PEOPLE = 24
TIMES = 5
SCRIPTS = (
    "Every voice matters", "Кожен голос важливий", "Κάθε φωνή μετράει", "每个声音都重要",
    "すべての声が大切です", "모든 목소리가 중요하다", "כל קול חשוב", "كل صوت مهم",
    "हर आवाज़ मायने रखती है", "ทุกเสียงมีค่า",
)  # fmt: skip


def a_long_workshop(database: Database) -> SummaryView:
    chance = random.Random(1)
    room = ARoom.with_facilitator(database, seed=1)
    room.start(phones=PEOPLE, guide=GUIDE.read_text("utf-8"), support_contacts="Kim, room 4")
    for position in range(1, room.view.steps_total + 1):
        everyone_answers(room.at(position), chance)
    show_every_text(room)
    room.move(Move.END)
    return summary(database, room.session_id)


def everyone_answers(room: ARoom, chance: random.Random) -> None:
    activity = room.view.now
    if activity is None or not kind_of(activity).collects:
        return
    for phone in room.phones:
        form = kind_of(activity).invented_answer(activity, chance)
        room.answer(phone, {name: list(values) for name, values in form.items()})


def show_every_text(room: ARoom) -> None:
    for waiting in moderation(room.database, room.session_id).rounds:
        for card in waiting.cards:
            moderating.decide(
                room.tools, acting=room.acting, session_id=room.session_id,
                round_id=RoundId(waiting.round_id), handle=card.handle, seen=card.state,
                state=TextState.SHOWN,
            )  # fmt: skip


def many_texts() -> SummaryView:
    texts = [f"{n} 😀👍🏽\u200b\u0007 " + f"{SCRIPTS[n % 10]} " * 30 for n in range(300)]
    return with_texts(*(text[:280] for text in texts))


@contextmanager
def a_database() -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        opened = Database.open(f"sqlite:///{Path(folder) / 'workshop.sqlite3'}")
        yield opened
        opened.close()


def row(view: SummaryView, key: str) -> list[str]:
    took, worked = [], []
    for _ in range(TIMES):
        began, work = time.perf_counter(), time.process_time()
        made = file(view, key)
        took.append(time.perf_counter() - began)
        worked.append(time.process_time() - work)
    times = (took[0], median(took), median(worked))
    return [FORMATS[key].label, *map(tables.seconds, times), f"{len(made.data) / 1000:.1f} KB"]


def main() -> None:
    with a_database() as database:
        views = {
            f"A workshop of 120 minutes, {PEOPLE} people": a_long_workshop(database),
            "300 texts of 280 characters in ten scripts": many_texts(),
        }
    for title, view in views.items():
        head = ("File", "First time", f"Median of {TIMES}", "of it the processor", "Size")
        tables.show(title, head, [row(view, key) for key in FORMATS])


if __name__ == "__main__":
    main()
