"""The door: typing a code, scanning the QR code, joining."""

from urllib.parse import quote

from starlette.responses import Response

from modules.actions import answering
from modules.domain.errors import NoSuchCode, NotFound, SlowDown
from modules.phone.phones import Phones, digits_of
from modules.phone.refusals import HasEnded, sentence, status_and_state
from modules.phone.stage import welcome
from modules.phone.visit import Visit, see_other
from modules.phone.words import LANGUAGES


class NothingHere(NotFound):
    def __init__(self) -> None:
        super().__init__("There is nothing at this address. Type the code from the big screen.")


def ask_code(_phones: Phones, visit: Visit) -> Response:
    """GET /join."""
    return visit.page(
        "join.html", scripted="hint", code="", said="", asked=visit.asked, languages=LANGUAGES
    )


def typed_code(phones: Phones, visit: Visit) -> Response:
    """POST /join. A wrong code leads back to the form with what was typed still in it."""
    typed = visit.typed("code")
    try:
        phones.session_of_typed_code(typed)
    except (NoSuchCode, SlowDown) as error:
        response = visit.page(
            "join.html",
            scripted="hint",
            status=status_and_state(error)[0],
            code=typed[:20],
            said=sentence(visit, error),
            asked=visit.asked,
            languages=LANGUAGES,
        )
        if isinstance(error, SlowDown):
            response.headers["Retry-After"] = str(error.seconds)
        return response
    return see_other(f"/j/{digits_of(typed)}{visit.asked}")


def guessed(_phones: Phones, visit: Visit) -> Response:
    """GET /join/{code} or /J/{code}: where the room's own address was meant."""
    return see_other(f"/j/{quote(visit.path('code'), safe='')}{visit.asked}")


def scanned(phones: Phones, visit: Visit) -> Response:
    """GET /q/{join_secret}: the QR link. Its extra secret spares it the wait of typed codes."""
    return welcome(phones, visit, phones.invited(visit), invited=visit.path("join_secret"))


def join(phones: Phones, visit: Visit) -> Response:
    """POST /j/{code}/join. Joining twice keeps the first token: a phone counts once."""
    entrance = phones.entrance(visit, invited=visit.typed("invited"))
    response = see_other(f"{entrance.base}?joined")
    if visit.typed("language") in LANGUAGES:
        language = visit.typed("language")
        phones.cookies.remember_language(response, entrance.code, language)
    if entrance.device is not None:
        return response
    if entrance.ended:
        raise HasEnded
    visit.wait = phones.crowd.seconds_to_wait(visit.address)
    presence, session_id = phones.presence, entrance.session_id
    invented = presence.is_invented(session_id, visit.typed("ticket"))
    device = answering.join(
        phones.tools, session_id=session_id, phones=presence.real(session_id), invented=invented
    )
    if invented:
        presence.invented_joined(session_id, device.value)
    else:
        presence.seen(session_id, device.value)
    phones.cookies.hand_out(response, entrance.session_id, entrance.code, device)
    return response


def nowhere(_phones: Phones, _visit: Visit) -> Response:
    """Any other address under ours."""
    raise NothingHere
