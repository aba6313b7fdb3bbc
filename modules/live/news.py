"""Whether anything has changed in a room, for the pages that follow it.

A word is another one after every change. Its part before the dot changes only with the stage, of
which phones hear too. Nothing else of what changed is in a word or an address, nor in which room.
Signals change the console's word only: who has the code may open the projector's page, and a word
that changes while nothing on that page does would tell them that somebody signalled.
"""

import hmac
import secrets

from modules.domain.session import SessionId
from modules.live.hub import Hub
from modules.live.presence import Presence
from modules.live.signals import Signals


class News:
    def __init__(self, hub: Hub, presence: Presence, signals: Signals) -> None:
        self._hub, self._presence, self._signals = hub, presence, signals
        self._key = secrets.token_bytes(32)
        self._known: dict[str, tuple[SessionId, bool]] = {}

    def address(self, session_id: SessionId, *, console: bool = False) -> str:
        """What a page listens by, until the session is erased or the app started anew.

        The console's is not enough by itself: see `server.news`.
        """
        address = self._address(session_id, console)
        self._known[address] = session_id, console
        return address

    def at(self, address: str) -> str | None:
        """The word of the room that has this address, if one has."""
        known = self._known.get(address)
        if known is None:
            return None
        session_id, console = known
        return self.word(session_id, console=console)

    def console_of(self, address: str) -> SessionId | None:
        """The room whose console has this address; None where it is no console's."""
        session_id, console = self._known.get(address, (None, False))
        return session_id if console else None

    def word(self, session_id: SessionId, *, console: bool = False) -> str:
        phones = self._presence.count(session_id), self._presence.reached(session_id)
        signals = sorted(self._signals.levels(session_id).items()) if console else None
        stage = self._sealed("stage", session_id, self._hub.stage_version(session_id))
        rest = self._sealed(session_id, self._hub.version(session_id), phones, signals)
        return f"{stage}.{rest}"

    def forget(self, session_id: str) -> None:
        """The session was erased."""
        for console in (False, True):
            self._known.pop(self._address(SessionId(session_id), console), None)

    def _address(self, session_id: SessionId, console: bool) -> str:
        return self._sealed("address", session_id, console)

    def _sealed(self, *known: object) -> str:
        return hmac.new(self._key, repr(known).encode(), "sha256").hexdigest()[:32]
