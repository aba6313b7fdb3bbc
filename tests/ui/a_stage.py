"""A workshop in a running app's own database, moved without a browser: only looking needs one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from modules.actions import moderating, signing
from modules.actions.tools import Tools
from modules.domain.access import Acting
from modules.domain.ballot import RoundId
from modules.domain.moves import Move
from modules.domain.session import Timer
from modules.domain.tally import TextState
from modules.screens.phone import phone
from modules.settings import Settings
from modules.storage import sessions
from modules.storage.tables import sign_ins
from modules.wiring import build_workshop
from tests.a_room import ARoom, Clock
from tests.journeys import answers
from tests.journeys.running_app import RunningApp

GUIDE = (Path(__file__).parent / "a_guide_of_scenes.md").read_text("utf-8")
PEOPLE = 18
STEPS = (
    *("pairs", "why", "two", "ten", "stand", "common", "instead", "twice", "scenario"),
    *("cloud", "wall", "questions", "break"),
)
WORDS = (
    *("time", "listening", "time", "a friend", "Verantwortung", "rules", "time", "listening"),
    *("courage", "a friend", "time", "rules", "patience", "money", "listening", "time"),
    *("a quiet room", "help"),
)
TEXT = (
    "I noticed that I wait for somebody else to speak first, and that whoever pays for it is "
    "never in the room: {number}."
)


class AStage(ARoom):
    """A room at any step, with answers."""

    @classmethod
    def of_app(cls, app: RunningApp, people: int = PEOPLE, **form: Any) -> "AStage":
        url = f"sqlite:///{app.data / 'workshop.sqlite3'}"
        settings = Settings(data=app.data, database_url=url, public_url=app.base)
        tools = build_workshop(settings).tools
        stage = cls(tools.database, tools, Clock(), the_facilitator(tools, app))
        stage.clock.time = tools.now()
        stage.start(people, **{"guide": GUIDE, "support_contacts": ""} | form)
        return stage

    @classmethod
    def lobby(cls, app: RunningApp) -> "AStage":
        """A practice of the first guide that we ship, with nobody there yet."""
        return cls.of_app(app, people=0, guide=answers.GUIDE.read_text("utf-8"), practice=True)

    def step(self, key: str) -> "AStage":
        self.at(STEPS.index(key) + 1)
        return self

    def chosen(self, key: str, counts: Sequence[int]) -> "AStage":
        """The first option is chosen by the first count of people, and so on; then revealed."""
        self.step(key).choose(counts)
        self.move(Move.SHOW_RESULTS)
        return self

    def choose(self, counts: Sequence[int]) -> None:
        letters = "".join(sign * n for sign, n in zip("abcdefghij", counts, strict=False))
        self.all_choose(letters.ljust(PEOPLE, "-"))

    @property
    def round_id(self) -> RoundId:
        """The step's own round, or the one that stands beside it."""
        seen = phone(self.database, self.session_id, now=self.clock())
        return RoundId(seen.round_id or seen.standing[0].round_id)

    def rated(self) -> "AStage":
        self.step("stand")
        for person, device in enumerate(self.phones):
            points = (person % 5 + 1, min(5, person % 4 + 2), 3 if person % 3 else 4)
            form = {f"s{place}": str(p) for place, p in enumerate(points, 1)}
            self.answer(device, form)
        self.move(Move.SHOW_RESULTS)
        return self

    def written(self, key: str, field: str, texts: Sequence[str], themes: Sequence[str]) -> None:
        """Everybody writes; every text is shown, the first ones under themes."""
        self.step(key)
        for device, text in zip(self.phones, texts, strict=True):
            self.answer(device, {field: [text]})
        for place, card in enumerate(self.texts.cards):
            theme = themes[place] if place < len(themes) else ""
            self.decide(card.handle, TextState.SHOWN, theme=theme)

    def with_timer(self, minutes: int) -> None:
        ends = self.tools.now() + timedelta(minutes=minutes)
        with self.database.begin() as db:
            stage = sessions.by_id(db, self.session_id).session.stage
            timer = Timer(minutes * 60, ends=ends)
            sessions.save_stage(db, self.session_id, replace(stage, timer=timer))

    def spotlight(self) -> None:
        """The first shown text, large."""
        card = self.texts.cards[0]
        moderating.spotlight(
            self.tools, acting=self.acting, session_id=self.session_id,
            round_id=RoundId(self.texts.round_id), handle=card.handle,
        )  # fmt: skip


def the_facilitator(tools: Tools, app: RunningApp) -> Acting:
    """Whoever is signed in already; the link of the first start works only once."""
    with tools.database.read() as db:
        signed_in = db.execute(select(sign_ins.c.id)).scalars().first()
    if signed_in:
        return Acting(signed_in)
    token = app.sign_in_link.rpartition("/")[2]
    return Acting(signing.hashed(signing.sign_in_by_link(tools, token=token)))
