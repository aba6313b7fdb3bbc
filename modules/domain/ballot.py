"""The ballot box's own words: device tokens, marks, ballots, the states of a round."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from modules.domain.tally import Tally

DEVICE_TOKEN_BYTES = 16
ROUND_SECRET_BYTES = 32
SEAL_AFTER_SECONDS = 5 * 60

SessionId = NewType("SessionId", str)
RoundId = NewType("RoundId", str)

Answer = Mapping[str, Any]
PASS_ANSWER: Answer = {"pass": True}


class RoundState(StrEnum):
    """`open` accepts answers, `closed` may open again, `sealed` is final."""

    OPEN = "open"
    CLOSED = "closed"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class DeviceToken:
    """128 random bits that live in a phone's cookie; the server never stores them."""

    value: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.value) != DEVICE_TOKEN_BYTES:
            raise ValueError("a device token has 128 bits")


@dataclass(frozen=True, slots=True)
class RoundSecret:
    """256 random bits of one round, deleted when it is sealed."""

    value: bytes = field(repr=False)

    def mark_of(self, device: DeviceToken) -> bytes:
        """The phone's mark in this round (32 bytes): cannot be joined with its mark in another."""
        return hmac.digest(self.value, device.value, "sha256")

    def handle_of(self, mark: bytes, entry: int, text: str) -> str:
        """A name for one entry of a ballot on the moderator's page, from which no mark follows.

        It changes with the text: a press about the old text must not decide about an unread one.
        """
        message = mark + entry.to_bytes(2, "big") + text.encode()
        return hmac.digest(self.value, message, "sha256").hex()[:20]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the moderator decided about one entry of a ballot; void once the entry changes."""

    state: str
    reason: str = ""
    reworded: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One phone's answer in one round. `seq` orders its changes; there is no time."""

    mark: bytes = field(repr=False)
    answer: Answer
    seq: int
    decisions: Mapping[str, Decision] = field(default_factory=dict)

    @property
    def is_pass(self) -> bool:
        return self.answer == PASS_ANSWER


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One asking of one step. `secret` is None once sealed; `tally` is None until then.

    `closed_at` is the stage's clock, for sealing five minutes later; it goes with the sealing.
    `frozen` is true once the result was shown: it never changes afterwards.
    """

    id: RoundId
    session_id: SessionId
    key: str
    ordinal: int
    state: RoundState
    secret: RoundSecret | None = None
    closed_at: datetime | None = None
    tally: Tally | None = None
    frozen: bool = False
