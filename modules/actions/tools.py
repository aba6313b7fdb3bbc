"""What every action works with. Clock and entropy are handed in, so that tests can fix them."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from modules.actions.slowing import WrongTries
from modules.domain.session import SessionId, Topic
from modules.storage.database import Database

Announce = Callable[[SessionId, Topic], None]


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """`announce` may be called from any thread; `token_bytes` must be fit for secrets."""

    database: Database
    announce: Announce
    now: Callable[[], datetime] = utc_now
    token_bytes: Callable[[int], bytes] = secrets.token_bytes
    passcode_tries: WrongTries = field(default_factory=lambda: WrongTries(limit=5, seconds=30))
    code_tries: WrongTries = field(default_factory=lambda: WrongTries(limit=5, seconds=1))

    def today(self) -> date:
        return self.now().date()

    def token(self, size: int) -> str:
        return self.token_bytes(size).hex()
