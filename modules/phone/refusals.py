"""When something cannot be done: the right status and a sentence, as a page or for the script."""

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
from modules.phone.visit import Visit, for_script

# For the script: what became of an answer. Anything else that is refused is "refused".
_STATES: tuple[tuple[type[WorkshopError], int, str], ...] = (
    (RoundClosed, 409, "closed"),
    (NewerAnswerStands, 409, "newer"),
    (InvalidAnswer, 422, "again"),
    (NotJoined, 403, "gone"),
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
        code = visit.request.path_params.get("code")
        back = f"/j/{code}" if code and state != "gone" else "/join"
        response = visit.page(
            "refused.html",
            scripted="hint",
            status=status,
            sentence=sentence(visit, error),
            back=back,
        )
    if isinstance(error, WrongMethod):
        response.headers["Allow"] = error.allowed
    if isinstance(error, SlowDown):
        response.headers["Retry-After"] = str(error.seconds)
    return response
