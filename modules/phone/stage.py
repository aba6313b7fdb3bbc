"""The room on a phone: the welcome before joining, then the stage."""

from hashlib import sha256

from starlette.responses import Response

from modules.domain.errors import WorkshopError
from modules.domain.guide import Visibility
from modules.domain.session import RoundId, SessionId
from modules.live.signals import Signal
from modules.phone.fragments import Fragment
from modules.phone.phones import Entrance, Phones
from modules.phone.promise import deletion, in_short
from modules.phone.refilling import refilled
from modules.phone.refusals import HasEnded, sentence, status_and_state
from modules.phone.signal import LABELS
from modules.phone.visit import Visit
from modules.phone.words import LANGUAGES, direction
from modules.screens import phone as phone_screen
from modules.screens.views import OwnBallot, Scene


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
        view=entrance.view,
        base=entrance.base,
        invited=invited,
        promise=in_short(promise, visit.words),
        deletion=deletion(promise, visit.words),
        languages=LANGUAGES,
        content_direction=direction(visit.session_language),
    )


def stage(
    phones: Phones, visit: Visit, entrance: Entrance, *, error: WorkshopError | None = None
) -> Response:
    """The stage with this phone's own state around it, never in it.

    With an `error`, what was typed is in the form again: in this answer only, for this phone only.
    """
    fragment = phones.fragments.current(entrance.session_id, entrance.code, visit.words)
    own = own_ballot(phones, entrance, fragment)
    wants_form = error is not None or "change" in visit.request.query_params
    response = visit.page(
        "room.html",
        status=200 if error is None else status_and_state(error)[0],
        scripted=True,
        view=fragment.view,
        fragment=refilled(fragment.html, visit.fields) if error else fragment.html,
        version=fragment.id,
        base=entrance.base,
        place=place(entrance.session_id),
        seq=own.next_seq,
        standing=_standing_seqs(phones, entrance, fragment),
        signals=LABELS,
        given=_given(phones, entrance),
        deletion=deletion(fragment.view, visit.words),
        contacts=phone_screen.contacts(phones.tools.database, entrance.session_id),
        languages=LANGUAGES,
        content_direction=direction(visit.session_language),
        own="yes" if own.answered and not wants_form else "no",
        waiting=_waits(fragment, own),
        said="" if error is None else sentence(visit, error),
        kept=_texts(visit) if error is not None and not fragment.view.accepting else (),
        now_ms=round(phones.tools.now().timestamp() * 1000),
    )
    asked = visit.request.query_params.get("language")
    if asked in LANGUAGES:
        # The stage that follows by itself must come in the same language.
        phones.cookies.remember_language(response, entrance.code, asked)
    return response


def own_ballot(phones: Phones, entrance: Entrance, fragment: Fragment) -> OwnBallot:
    round_id = fragment.view.round_id
    if round_id is None or entrance.device is None:
        return OwnBallot(answered=False, next_seq=1)
    return phone_screen.own_ballot(phones.tools.database, RoundId(round_id), entrance.device)


def _standing_seqs(phones: Phones, entrance: Entrance, fragment: Fragment) -> list[tuple[str, int]]:
    """The next seq of this phone in each round that stands beside the stage."""
    rounds = [RoundId(s.round_id) for s in fragment.view.standing]
    if entrance.device is None:
        return [(round_id, 1) for round_id in rounds]
    own = phone_screen.own_ballot
    database = phones.tools.database
    return [(r, own(database, r, entrance.device).next_seq) for r in rounds]


def _given(phones: Phones, entrance: Entrance) -> frozenset[Signal]:
    if entrance.device is None:
        return frozenset()
    return phones.signals.given_by(entrance.session_id, entrance.device.value)


def place(session_id: SessionId) -> str:
    """A name for this room in the browser's own storage; codes are used again after a while."""
    return sha256(session_id.encode()).hexdigest()[:12]


def _waits(fragment: Fragment, own: OwnBallot) -> bool:
    """Whether there is nothing to do on this screen but wait: then it may refresh itself."""
    view = fragment.view
    busy = (view.accepting and not own.answered) or any(s.accepting for s in view.standing)
    # What is written for oneself lies in the page alone where no script keeps it.
    busy = busy or (view.activity is not None and view.activity.visibility is Visibility.PRIVATE)
    return not busy and view.scene not in (Scene.RESULT, Scene.ENDED)


def _texts(visit: Visit) -> tuple[str, ...]:
    """What was typed in words (not tapped): long, or with a space in it."""
    own_fields = {"round", "seq", "act", "pad"}
    values = (v for k, vs in visit.fields.items() if k not in own_fields for v in vs)
    return tuple(v for v in values if len(v) > 3)
