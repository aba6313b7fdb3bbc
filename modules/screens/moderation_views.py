"""What a moderator sees, as frozen dataclasses."""

from dataclasses import dataclass
from datetime import date

from modules.activities.word_filter import stops_at
from modules.domain.session import SessionId
from modules.domain.tally import TextState


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A text for the moderator: no author, no time."""

    handle: str
    text: str
    state: TextState
    reason: str
    reworded: str
    theme: str
    language: str
    answered: bool = False

    @property
    def stopped(self) -> bool:
        """Whether the word filter stops at it: a hint to look twice.

        Of hundreds of texts one is looked at, and the filter takes its time for each.
        """
        return stops_at(self.text, self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationRound:
    """One activity with texts. `sealed` rounds can still be moderated until the workshop ends.

    `standing` tells that the texts are questions to the room, which can be answered.
    """

    key: str
    round_id: str
    title: str
    prompt: str
    sealed: bool
    cards: tuple[CardView, ...]
    walled: bool = True
    """Whether its texts stand on a wall, so that one can be shown large."""
    in_batches: bool = False
    """Whether new texts wait until several are there, so that none can be tied to a person.

    Never whether some wait now: beside the number of answers that would tell who passed.
    """
    unshown: bool = False
    """Whether they are for the facilitators to read, and nothing can be shown."""
    standing: bool = False

    def in_state(self, state: TextState) -> tuple[CardView, ...]:
        return tuple(c for c in self.cards if c.state is state)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationView:
    session_id: SessionId
    title: str
    practice: bool
    rehearsal: bool
    ended: bool
    delete_on: date | None
    """None until somebody has joined: then it is fixed."""
    rounds: tuple[ModerationRound, ...]
    room: "RoomLine | None" = None
    """Where the room is, for a facilitator, whose clicker goes on moving it from here."""

    @property
    def waiting(self) -> int:
        return sum(len(r.in_state(TextState.WAITING)) for r in self.rounds if not r.unshown)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLine:
    """What Next and Back need to say, on one line. `next_reveals` is as on the console."""

    step: int
    position: int
    steps_total: int
    title: str
    next_title: str
    next_reveals: bool
