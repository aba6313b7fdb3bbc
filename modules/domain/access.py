"""Who acts: the signed-in device behind a facilitator's press."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from modules.domain.session import SessionId


class Role(StrEnum):
    FACILITATOR = "facilitator"
    MODERATOR = "moderator"


@dataclass(frozen=True, slots=True)
class Acting:
    """The hashed id of a signed-in device, as the trusted header carries it."""

    sign_in: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """A sign-in that was looked up and holds. A moderator's holds for one session only."""

    id: str = field(repr=False)
    facilitator: str
    role: Role
    session_id: SessionId | None
    expires: datetime
