"""What stands open beside the stage, on a page of its own: without a script the stage refreshes
itself, and would take with it what somebody is typing there.
"""

from starlette.responses import Response

from modules.domain.errors import InvalidAnswer, WorkshopError
from modules.domain.session import RoundId
from modules.phone.fragments import ours, to_support
from modules.phone.phones import Entrance, Phones
from modules.phone.refilling import refilled, typed_texts
from modules.phone.refusals import sentence, status_and_state
from modules.phone.visit import Visit, see_other
from modules.phone.words import direction
from modules.screens import phone as phone_screen
from modules.screens.phone_views import OwnBallot
from modules.screens.views import StandingView


def own_standing(phones: Phones, entrance: Entrance) -> dict[str, OwnBallot]:
    """This phone's own state in each round that stands, by the round's id."""
    return {s.round_id: _own(phones, entrance, s) for s in entrance.view.standing}


def _own(phones: Phones, entrance: Entrance, open_: StandingView) -> OwnBallot:
    if entrance.device is None:
        return OwnBallot(answered=False, next_seq=1)
    database, round_id = phones.tools.database, RoundId(open_.round_id)
    return phone_screen.own_ballot(database, round_id, entrance.device, standing=open_.activity)


def beside(phones: Phones, visit: Visit) -> Response:
    """GET /j/{code}/beside."""
    entrance, _ = phones.joined(visit)
    return shown(phones, visit, entrance, sent="in" in visit.request.query_params)


def shown(
    phones: Phones,
    visit: Visit,
    entrance: Entrance,
    *,
    sent: bool = False,
    error: WorkshopError | None = None,
) -> Response:
    """The forms; with an `error`, what was typed is in them again."""
    if not entrance.view.standing:
        return see_other(entrance.base)
    form = visit.template(
        "beside_forms.html",
        view=entrance.view,
        base=entrance.base,
        own=own_standing(phones, entrance),
        to_support=to_support,
        content_direction=direction(visit.session_language),
        ours=ours(entrance.view, visit.words),
    )
    came_back = f'data-round="{visit.typed("round")}"' in form
    return visit.page(
        "beside.html",
        status=200 if error is None else status_and_state(error)[0],
        view=entrance.view,
        base=entrance.base,
        forms=refilled(form, visit.fields, wrong=isinstance(error, InvalidAnswer)),
        sent=sent,
        kept=() if came_back else typed_texts(visit.fields),
        said="" if error is None else sentence(visit, error),
    )
