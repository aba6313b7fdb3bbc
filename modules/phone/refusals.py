"""When something cannot be done: the right status and a sentence, as a page or for the script."""

from urllib.parse import quote

from starlette.responses import Response

from modules.domain.errors import (
    InvalidAnswer,
    NewerAnswerStands,
    NotAllowed,
    NotFound,
    NotJoined,
    RoomFull,
    RoomLocked,
    RoundClosed,
    SlowDown,
    WorkshopError,
)
from modules.phone.forms import BadForm
from modules.phone.refilling import typed_texts
from modules.phone.visit import Visit, for_script
from modules.phone.words import LANGUAGES

# For the script: what became of an answer. Anything else that is refused is "refused".
_STATES: tuple[tuple[type[WorkshopError], int, str], ...] = (
    (RoundClosed, 409, "closed"),
    (NewerAnswerStands, 409, "newer"),
    (InvalidAnswer, 422, "again"),
    (NotJoined, 403, "out"),
    (RoomLocked, 403, "refused"),
    (RoomFull, 403, "refused"),
    (NotAllowed, 403, "refused"),
    (SlowDown, 429, "later"),
    (NotFound, 404, "gone"),
)


class WrongMethod(BadForm):
    def __init__(self, allowed: str) -> None:
        super().__init__(405, "This address does not take that. Please go back and try again.")
        self.allowed = allowed


class HasEnded(WorkshopError):
    def __init__(self) -> None:
        super().__init__("This workshop has ended. Nobody can join it any more.")


def status_and_state(error: WorkshopError) -> tuple[int, str]:
    if isinstance(error, BadForm):
        return error.status, "later" if error.status == 408 else "refused"
    if isinstance(error, HasEnded):
        return 410, "gone"
    for kind, status, state in _STATES:
        if isinstance(error, kind):
            return status, state
    return 400, "refused"


def sentence(visit: Visit, error: WorkshopError) -> str:
    """The error's own sentence, in the phone's language where it is translated."""
    t = visit.words
    if isinstance(error, SlowDown):
        return t(
            "Too many tries at once. Please wait {seconds} seconds and try again.",
            seconds=error.seconds,
        )
    if isinstance(error, RoomFull):
        return t("The room is full. Ask the facilitator for help.")
    return t(str(error))


def refusal(visit: Visit, error: WorkshopError) -> Response:
    status, state = status_and_state(error)
    if visit.by_script:
        seq = error.seq if isinstance(error, NewerAnswerStands) else None
        values = {"state": state, "seq": seq, "say": sentence(visit, error)}
        response = for_script(values, status=status)
    else:
        back = _back(visit, gone=state == "gone")
        response = visit.page(
            "refused.html",
            scripted="hint",
            status=status,
            sentence=sentence(visit, error),
            back=back + visit.asked,
            kept=typed_texts(visit.fields) if isinstance(error, NotJoined) else (),
            # What a form was sent to cannot be looked at again in another language.
            here=back if visit.request.method == "POST" else "",
            languages=LANGUAGES,
        )
    if isinstance(error, WrongMethod):
        response.headers["Allow"] = error.allowed
    if isinstance(error, SlowDown):
        response.headers["Retry-After"] = str(error.seconds)
    return response


def _back(visit: Visit, *, gone: bool) -> str:
    """Where to try again: whoever came by the QR link comes by it again, and need not wait."""
    code = visit.request.path_params.get("code")
    if gone or not code:
        return "/join"
    invited = visit.typed("invited")
    return f"/q/{quote(invited, safe='')}" if invited else f"/j/{code}"
