"""“What happens to my answer?”: the promise in full, its limits, and what the server knows now."""

from starlette.responses import Response

from modules.phone import promise as wording
from modules.phone.phones import Entrance, Phones
from modules.phone.visit import Visit
from modules.screens import phone as phone_screen


def privacy(phones: Phones, visit: Visit) -> Response:
    """GET /j/{code}/privacy."""
    entrance = phones.entrance(visit)
    return _told(phones, visit, entrance, back=entrance.base)


def before_joining(phones: Phones, visit: Visit) -> Response:
    """GET /q/{join_secret}/privacy: from here the QR link leads on, and nobody waits."""
    back = f"/q/{visit.path('join_secret')}"
    return _told(phones, visit, phones.invited(visit), back=back)


def _told(phones: Phones, visit: Visit, entrance: Entrance, *, back: str) -> Response:
    promise = phone_screen.promise(
        phones.tools.database, entrance.session_id, today=phones.tools.today()
    )
    t = visit.words
    return visit.page(
        "privacy.html",
        view=entrance.view,
        base=back,
        promise=wording.in_full(promise, t),
        limits=wording.limits(promise, t, encrypted=_encrypted(phones, visit)),
        stored=promise.stored,
        not_stored=wording.not_stored(promise, t),
    )


def _encrypted(phones: Phones, visit: Visit) -> bool:
    """By HTTPS here, or up to a proxy in front: then the settings name an address with https."""
    return phones.cookies.secure or visit.request.url.scheme == "https"
