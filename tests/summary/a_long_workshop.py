"""A shipped guide of 120 minutes, held through the app by invented people whose texts are shown."""

import random

from modules.actions import moderating, planning
from modules.activities.kind import kind_of
from modules.domain.ballot import RoundId
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.moderation import moderation
from modules.screens.summary import summary
from modules.screens.summary_views import SummaryView
from modules.settings import PROJECT
from modules.storage.database import Database
from tests.a_room import ARoom
from tests.summary.a_view import with_texts

GUIDE = PROJECT / "facilitator_guides" / "one_session.md"
PEOPLE = 24
AGREED = "What is told here stays here.\nWe stop when somebody says stop."

SCRIPTS = (
    "Every voice matters", "Кожен голос важливий", "Κάθε φωνή μετράει", "每个声音都重要",
    "すべての声が大切です", "모든 목소리가 중요하다", "כל קול חשוב", "كل صوت مهم",
    "हर आवाज़ मायने रखती है", "ทุกเสียงมีค่า",
)  # fmt: skip


def many_texts() -> list[str]:
    """300 texts of 280 characters in ten scripts, with emoji and what nobody can see."""
    texts = [f"{n} 😀👍🏽\u200b\u0007 " + f"{SCRIPTS[n % 10]} " * 30 for n in range(300)]
    return [text[:280] for text in texts]


def with_many_texts() -> SummaryView:
    return with_texts(*many_texts())


def a_long_workshop(database: Database) -> SummaryView:
    """Every step is visited, every text shown, and something agreed."""
    chance = random.Random(1)
    room = ARoom.with_facilitator(database, seed=1)
    room.start(phones=PEOPLE, guide=GUIDE.read_text("utf-8"), support_contacts="Kim, room 4")
    for position in range(1, room.view.steps_total + 1):
        everyone_answers(room.at(position), chance)
    planning.write_agreed(
        room.tools, acting=room.acting, session_id=room.session_id, key="agreements", text=AGREED
    )
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
        for card in () if waiting.unshown else waiting.cards:
            moderating.decide(
                room.tools, acting=room.acting, session_id=room.session_id,
                round_id=RoundId(waiting.round_id), handle=card.handle, seen=card.state,
                state=TextState.SHOWN,
            )  # fmt: skip
