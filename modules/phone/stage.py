"""The room on a phone: the welcome before joining, then the stage."""

from hashlib import sha256

from starlette.responses import Response

from modules.domain.errors import InvalidAnswer, WorkshopError
from modules.domain.guide import Visibility
from modules.domain.session import RoundId, SessionId
from modules.live.signals import Signal
from modules.phone.beside import own_standing
from modules.phone.clock import as_of
from modules.phone.fragments import Fragment
from modules.phone.phones import Entrance, Phones
from modules.phone.promise import deletion, in_short
from modules.phone.refilling import refilled, typed_texts
from modules.phone.refusals import HasEnded, sentence, status_and_state
from modules.phone.signal import LABELS
from modules.phone.visit import Visit
from modules.phone.words import LANGUAGES, direction
from modules.screens import phone as phone_screen
from modules.screens.phone_views import OwnBallot, PhoneView
from modules.screens.views import Scene


def room(phones: Phones, visit: Visit) -> Response:
    """GET /j/{code}."""
    entrance = phones.entrance(visit)
    if entrance.device is None:
        return welcome(phones, visit, entrance)
    return stage(phones, visit, entrance)


def welcome(phones: Phones, visit: Visit, entrance: Entrance, *, invited: str = "") -> Response:
    """What the room is, the promise, and one button. Raises HasEnded."""
    if entrance.ended:
        raise HasEnded
    promise = phone_screen.promise(
        phones.tools.database, entrance.session_id, today=phones.tools.today()
    )
    return visit.page(
        "welcome.html",
        scripted="hint",
        view=entrance.view,
        base=entrance.base,
        invited=invited,
        # Whoever comes from joining, or was refused as a stranger, and has no cookie.
        forgot="joined" in visit.request.query_params,
        promise=in_short(promise, visit.words),
        deletion=deletion(promise, visit.words),
        languages=LANGUAGES,
        content_direction=direction(visit.session_language),
    )


def stage(
    phones: Phones, visit: Visit, entrance: Entrance, *, error: WorkshopError | None = None
) -> Response:
    """The stage with this phone's own state around it, never in it.

    What came with a form is in it again: in this answer only, for this phone only.
    """
    fragment = phones.fragments.current(entrance.session_id, entrance.code, visit.words)
    now = phones.tools.now()
    html = as_of(now, fragment.html, fragment.view.timer, visit.words)
    own = own_ballot(phones, entrance, fragment)
    view, asked_for = fragment.view, visit.request.query_params
    wants_form = error is not None or "change" in asked_for
    asking = view.accepting and (wants_form or not own.answered)
    came_back = visit.typed("round") == view.round_id
    response = visit.page(
        "room.html",
        status=200 if error is None else status_and_state(error)[0],
        scripted="room",
        view=view,
        fragment=refilled(html, visit.fields, wrong=isinstance(error, InvalidAnswer)),
        # A script gets the stage as it is for all at once, and carries over what is filled in: so
        # that nothing of it is in the form that it puts there anew after sending.
        version="" if came_back else fragment.id,
        base=entrance.base,
        place=place(entrance.session_id),
        seq=own.next_seq,
        standing=own_standing(phones, entrance),
        signals=LABELS,
        given=_given(phones, entrance),
        deletion=deletion(view, visit.words),
        contacts=phone_screen.contacts(phones.tools.database, entrance.session_id),
        languages=LANGUAGES,
        content_direction=direction(visit.session_language),
        note="shown" if wants_form or asked_for.get("show") == view.round_id else "first",
        own="yes" if own.answered and not asking else "no",
        asking=asking and view.round_id is not None,
        waiting=_waits(view, asking=asking),
        said="" if error is None else sentence(visit, error),
        kept=() if came_back and view.accepting else typed_texts(visit.fields),
        now_ms=round(now.timestamp() * 1000),
    )
    asked = asked_for.get("language")
    if asked in LANGUAGES:
        # The stage that follows by itself must come in the same language.
        phones.cookies.remember_language(response, entrance.code, asked)
    return response


def own_ballot(phones: Phones, entrance: Entrance, fragment: Fragment) -> OwnBallot:
    round_id = fragment.view.round_id
    if round_id is None or entrance.device is None:
        return OwnBallot(answered=False, next_seq=1)
    return phone_screen.own_ballot(phones.tools.database, RoundId(round_id), entrance.device)


def _given(phones: Phones, entrance: Entrance) -> dict[Signal, int]:
    if entrance.device is None:
        return {}
    return phones.signals.given_by(entrance.session_id, entrance.device.value)


def place(session_id: SessionId) -> str:
    """A name for this room in the browser's own storage; codes are used again after a while."""
    return sha256(session_id.encode()).hexdigest()[:12]


def _waits(view: PhoneView, *, asking: bool) -> bool:
    """Whether there is nothing to do on this screen but wait: then it may refresh itself."""
    # What is written for oneself lies in the page alone where no script keeps it.
    busy = asking or (view.activity is not None and view.activity.visibility is Visibility.PRIVATE)
    # An end may still be taken back.
    return not busy and not view.final and view.scene is not Scene.RESULT
