"""What the phone handlers work with, and how a request finds its room."""

import hmac
import unicodedata
from dataclasses import dataclass

from modules.actions import signing
from modules.actions.tools import Tools
from modules.domain.ballot import DeviceToken
from modules.domain.errors import NoSuchCode, NotJoined
from modules.domain.session import SessionId
from modules.live.crowd import Crowd
from modules.live.hub import Hub
from modules.live.presence import Presence
from modules.live.signals import Signals
from modules.phone.cookies import Cookies
from modules.phone.fragments import Fragments
from modules.phone.refusals import HasEnded
from modules.phone.shared import Shared
from modules.phone.visit import Visit
from modules.screens import finding, projector
from modules.screens.phone_views import PhoneView
from modules.screens.views import Scene
from modules.summary.files import SummaryFile

# A room of five hundred presses “Download” within a minute; nobody needs the bytes for longer.
SECONDS_FILES_ARE_KEPT = 60


@dataclass(frozen=True, slots=True)
class Entrance:
    """The room behind an address, and the phone's token if it has joined."""

    session_id: SessionId
    code: str
    view: PhoneView
    device: DeviceToken | None

    @property
    def base(self) -> str:
        return f"/j/{self.code}"

    @property
    def ended(self) -> bool:
        return self.view.scene is Scene.ENDED


@dataclass(frozen=True, slots=True)
class Phones:
    """Everything the handlers need; one for each process."""

    tools: Tools
    hub: Hub
    presence: Presence
    signals: Signals
    cookies: Cookies
    fragments: Fragments
    files: Shared[tuple[SessionId, int, str], SummaryFile]
    crowd: Crowd

    def session_of_typed_code(self, code: str) -> SessionId:
        """The session of a typed code. Raises SlowDown once too many were wrong, NoSuchCode."""
        with self.tools.code_tries.one_at_a_time():
            self.tools.code_tries.check(self.tools.now())
            try:
                return finding.session_by_code(self.tools.database, digits_of(code))
            except NoSuchCode:
                self.tools.code_tries.note(self.tools.now())
                raise

    def entrance(self, visit: Visit, *, invited: str = "") -> Entrance:
        """The room of the code in the address.

        A phone that has joined, or comes with the QR link's secret, does not wait with those who
        type codes. Raises NoSuchCode, SlowDown, NoSuchSession.
        """
        code = digits_of(visit.path("code"))
        session_id = self._known(visit, code, invited) or self.session_of_typed_code(code)
        view = self.fragments.view(session_id)
        visit.session_language = view.language
        device = self.cookies.device(visit.request, session_id)
        if device is None:
            self.presence.arrived(session_id)
        else:
            self.presence.seen(session_id, device.value)
        return Entrance(session_id, code, view, device)

    def invited(self, visit: Visit) -> Entrance:
        """The room of the QR link's secret in the address, for somebody who has not joined.

        The cookie lies on the room's own path, so whether this phone has joined shows there only.
        Raises NoSuchCode, HasEnded.
        """
        database = self.tools.database
        session_id = finding.session_by_join_secret(database, visit.path("join_secret"))
        view = self.fragments.view(session_id)
        visit.session_language = view.language
        screen = projector.projector(database, session_id, now=self.tools.now(), phones=0)
        if screen.code is None:
            raise HasEnded
        self.presence.arrived(session_id)
        return Entrance(session_id, screen.code, view, None)

    def joined(self, visit: Visit) -> tuple[Entrance, DeviceToken]:
        """The room and the phone's token. Raises NotJoined too."""
        entrance = self.entrance(visit)
        if entrance.device is None:
            raise NotJoined
        return entrance, entrance.device

    def _known(self, visit: Visit, code: str, invited: str) -> SessionId | None:
        try:
            found = finding.session_by_code(self.tools.database, code)
            if self.cookies.device(visit.request, found):
                return found
            if invited and finding.session_by_join_secret(self.tools.database, invited) == found:
                return found
        except NoSuchCode:
            pass
        return None


def digits_of(code: str) -> str:
    """The digits of a typed code, in any script; spaces and hyphens are ignored."""
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in code
        if not sign.isspace() and sign not in "-\u2010\u2011\u2013"
    )[:20]


def phones_for(
    tools: Tools,
    hub: Hub,
    presence: Presence,
    signals: Signals,
    crowd: Crowd,
    *,
    secure_cookies: bool,
) -> Phones:
    key = hmac.digest(signing.cookie_secret(tools), b"phones", "sha256")
    fragments = Fragments(tools=tools, hub=hub)
    hub.when_erased(fragments.forget)
    return Phones(
        tools=tools,
        hub=hub,
        presence=presence,
        signals=signals,
        cookies=Cookies(key=key, secure=secure_cookies),
        fragments=fragments,
        files=Shared(seconds=SECONDS_FILES_ARE_KEPT),
        crowd=crowd,
    )
