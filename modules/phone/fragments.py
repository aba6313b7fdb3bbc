"""The stage as every phone sees it: rendered once for each change and language, then shared."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock

from markupsafe import Markup

from modules.actions.tools import Tools
from modules.domain.session import SessionId
from modules.live.hub import Hub
from modules.phone.clock import minutes_left
from modules.phone.pages import templates
from modules.phone.promise import deletion
from modules.phone.shared import Shared
from modules.phone.words import Words, direction
from modules.screens import phone as phone_screen
from modules.screens.phone_views import PhoneView
from modules.screens.views import StandingView, TimerView

ROOMS_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Fragment:
    """`id` is a hash of `html`; `event` is the fragment as one server-sent event."""

    html: str
    id: str
    event: bytes
    view: PhoneView


@dataclass(slots=True)
class Fragments:
    """Remembers each room's newest stage. Nothing in it belongs to one phone."""

    tools: Tools
    hub: Hub
    _rooms: OrderedDict[SessionId, tuple[int, PhoneView, dict[str, Fragment]]] = field(
        default_factory=OrderedDict
    )
    _lock: Lock = field(default_factory=Lock)
    _shared: Shared[tuple[SessionId, int, str], Fragment] = field(
        default_factory=lambda: Shared(seconds=0)
    )

    def view(self, session_id: SessionId) -> PhoneView:
        """Where the room is. Raises NoSuchSession."""
        return self._room(session_id)[0]

    def current(self, session_id: SessionId, code: str, words: Words) -> Fragment:
        """The stage in these words. Raises NoSuchSession."""
        view, fragments = self._room(session_id)
        if words.language not in fragments:
            fragments[words.language] = rendered(view, code, words)
        return fragments[words.language]

    async def for_stream(self, session_id: SessionId, code: str, words: Words) -> Fragment:
        """Like `current`, for hundreds of streams that wake in the same moment."""
        key = session_id, self.hub.stage_version(session_id), words.language
        return await self._shared.get(key, lambda: self.current(session_id, code, words))

    def _room(self, session_id: SessionId) -> tuple[PhoneView, dict[str, Fragment]]:
        # The number is read before the room: a change in between is seen by the next look.
        version = self.hub.stage_version(session_id)
        with self._lock:
            found = self._rooms.get(session_id)
        if found is not None and found[0] == version:
            return found[1], found[2]
        now = self.tools.now()
        view = phone_screen.phone(self.tools.database, session_id, now=now)
        fragments: dict[str, Fragment] = {}
        with self._lock:
            # What changed meanwhile, or was erased, is not remembered as it was.
            if self.hub.stage_version(session_id) == version:
                self._rooms[session_id] = version, view, fragments
                self._rooms.move_to_end(session_id)
            if len(self._rooms) > ROOMS_REMEMBERED:
                self._rooms.popitem(last=False)
        return view, fragments

    def forget(self, session_id: SessionId) -> None:
        """The session was erased: nothing of it stays in memory."""
        with self._lock:
            self._rooms.pop(session_id, None)


def rendered(view: PhoneView, code: str, words: Words) -> Fragment:
    activity = view.activity
    html = (
        templates()
        .get_template("stage.html")
        .render(
            t=words,
            view=view,
            base=f"/j/{code}",
            activity=activity,
            settings=activity.settings if activity else None,
            to_support=to_support,
            minutes_left=minutes_left,
            ends=_epoch_ms(view.timer),
            deletion=deletion(view, words),
            content_direction=direction(view.language),
            ours=ours(view, words),
        )
    )
    lines = "".join(f"data: {line}\n" for line in html.splitlines())
    digest = hashlib.sha256(html.encode("utf-8")).hexdigest()[:16]
    event = f"id: {digest}\nevent: stage\n{lines}\n".encode()
    return Fragment(html, digest, event, view)


def ours(view: PhoneView, words: Words) -> Markup:
    """Attributes for the interface's own words between those of a guide in another language."""
    if view.language.partition("-")[0] == words.language:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(words.language, words.direction)


def to_support(standing: StandingView) -> list[dict[str, str]]:
    """The shown questions that wait for an answer, with how many want one where that is told."""
    return [
        {"handle": q.handle, "text": q.text if q.support is None else f"{q.text} · {q.support}"}
        for q in standing.asked
        if not q.answered
    ]


def _epoch_ms(timer: TimerView | None) -> int | None:
    if timer is None or timer.ends is None:
        return None
    return round((timer.ends - datetime.fromtimestamp(0, UTC)).total_seconds() * 1000)
