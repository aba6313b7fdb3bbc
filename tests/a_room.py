"""A workshop to test with: a signed-in facilitator, a guide of six steps, phones that answer."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from modules.actions import answering, ending, hosting, moderating, signing, timing
from modules.actions.hosting import StartForm
from modules.actions.timing import TimerAction
from modules.actions.tools import Tools
from modules.domain.access import Acting
from modules.domain.ballot import DeviceToken, RoundId
from modules.domain.moves import Move
from modules.domain.session import SessionId, Topic
from modules.domain.tally import TextState
from modules.guides.parser import guide_of
from modules.live.batches import Batches
from modules.screens.facilitator import facilitator
from modules.screens.moderation import moderation
from modules.screens.moderation_views import ModerationRound
from modules.screens.phone import phone
from modules.screens.views import FacilitatorView
from modules.storage.database import Database

GUIDE = (Path(__file__).parent / "a_guide.md").read_text("utf-8")
STANDING_GUIDE = GUIDE.replace("kind: text", "kind: questions").replace("entries: 2\n", "")
"""Its third step stays open beside the stage."""
PASSCODE = "open sesame"
MONDAY = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
NO_SESSION = SessionId("")
PLAIN, WORDS, COMMON, INSTEAD = 2, 3, 4, 5


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self, time: datetime = MONDAY) -> None:
        self.time = time

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **duration: float) -> None:
        self.time += timedelta(**duration)


@dataclass
class ARoom:
    database: Database
    tools: Tools
    clock: Clock
    acting: Acting
    announced: list[Topic] = field(default_factory=list)
    session_id: SessionId = NO_SESSION
    phones: list[DeviceToken] = field(default_factory=list)
    batches: Batches = field(default_factory=Batches)

    @classmethod
    def with_facilitator(
        cls, database: Database, seed: int | None = None, *, now: datetime = MONDAY
    ) -> "ARoom":
        clock, announced = Clock(now), list[Topic]()
        entropy: Callable[[int], bytes] = random.Random(seed).randbytes
        tools = Tools(
            database=database,
            announce=lambda _session, topic: announced.append(topic),
            now=clock,
            token_bytes=entropy,
        )
        link = signing.first_start(tools, passcode=PASSCODE).link_token
        acting = Acting(signing.hashed(signing.sign_in_by_link(tools, token=link)))
        return cls(database, tools, clock, acting, announced)

    def start(self, phones: int = 0, guide: str = GUIDE, **form: Any) -> "ARoom":
        wanted = StartForm(**{"title": "Test", "support_contacts": "Ada, room 4"} | form)
        self.session_id = hosting.start(
            self.tools, acting=self.acting, guide=guide_of(guide), guide_text=guide, form=wanted
        )
        self.phones = [self.join() for _ in range(phones)]
        return self

    def join(self) -> DeviceToken:
        return answering.join(self.tools, session_id=self.session_id, phones=len(self.phones))

    def another_sign_in(self) -> Acting:
        """After a day the first one has expired."""
        return Acting(signing.hashed(signing.sign_in(self.tools, passcode=PASSCODE)))

    def move(self, move: Move, to: int | None = None, expected_step: int | None = None) -> None:
        """Carry out a move. An end is made final at once: see `ends_by_accident`."""
        seen = self.view.step if expected_step is None else expected_step
        hosting.move(
            self.tools, acting=self.acting, session_id=self.session_id,
            move=move, expected_step=seen, to=to,
        )  # fmt: skip
        if move is Move.END:
            ending.make_final(self.tools, acting=self.acting, session_id=self.session_id)

    def ends_by_accident(self) -> "ARoom":
        """Ended, and not yet final."""
        hosting.move(
            self.tools, acting=self.acting, session_id=self.session_id,
            move=Move.END, expected_step=self.view.step,
        )  # fmt: skip
        return self

    def reopen(self, expected_step: int | None = None) -> None:
        seen = self.view.step if expected_step is None else expected_step
        hosting.reopen(
            self.tools, acting=self.acting, session_id=self.session_id, expected_step=seen
        )

    def time(self, action: TimerAction, expected_step: int | None = None) -> None:
        seen = self.view.step if expected_step is None else expected_step
        timing.set_timer(
            self.tools, acting=self.acting, session_id=self.session_id,
            action=action, expected_step=seen,
        )  # fmt: skip

    def at(self, position: int) -> "ARoom":
        self.move(Move.JUMP, to=position)
        return self

    @property
    def view(self) -> FacilitatorView:
        return facilitator(
            self.database, self.session_id, now=self.clock(), phones=len(self.phones),
            let_through=self.batches.seen,
        )  # fmt: skip

    @property
    def round_id(self) -> RoundId:
        found = phone(self.database, self.session_id, now=self.clock()).round_id
        assert found is not None
        return RoundId(found)

    def answer(
        self, device: DeviceToken, form: Mapping[str, str | list[str]] | None = None, seq: int = 1
    ) -> int:
        """Send a form, or Pass where nothing is given."""
        fields = {n: v if isinstance(v, list) else [v] for n, v in (form or {}).items()}
        return answering.submit(
            self.tools, session_id=self.session_id, round_id=self.round_id,
            device=device, seq=seq, form=fields or None,
        )  # fmt: skip

    def all_choose(self, choices: str) -> None:
        """One phone for each letter; "-" passes."""
        for device, choice in zip(self.phones, choices, strict=False):
            self.answer(device, None if choice == "-" else {"choice": choice})

    @property
    def texts(self) -> ModerationRound:
        return moderation(self.database, self.session_id).rounds[-1]

    def decide(self, handle: str, state: TextState, **more: str) -> None:
        """Decide on a screen that shows what stands now."""
        stands = {card.handle: card.state for card in self.texts.cards}
        self.decide_late(handle, state, seen=stands.get(handle, TextState.WAITING), **more)

    def decide_late(self, handle: str, state: TextState, *, seen: TextState, **more: str) -> None:
        """Decide on a screen that still shows `seen`."""
        moderating.decide(
            self.tools, acting=self.acting, session_id=self.session_id, handle=handle,
            round_id=RoundId(self.texts.round_id), seen=seen, state=state, **more,
        )  # fmt: skip
