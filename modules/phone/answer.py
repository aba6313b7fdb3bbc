"""Sending an answer, passing, leaving."""

from starlette.responses import Response

from modules.actions import answering
from modules.domain.ballot import DeviceToken
from modules.domain.errors import InvalidAnswer, NewerAnswerStands, RoundClosed, WorkshopError
from modules.domain.session import RoundId
from modules.phone import beside
from modules.phone.phones import Entrance, Phones
from modules.phone.refusals import refusal
from modules.phone.stage import stage
from modules.phone.visit import Visit, for_script, see_other

LARGEST_SEQ = 2**31 - 1
SEQ_DIGITS = len(str(LARGEST_SEQ))
_OUR_FIELDS = frozenset({"round", "seq", "act", "pad"})


class UnclearAnswer(InvalidAnswer):
    def __init__(self) -> None:
        super().__init__("That could not be read as an answer. Please try again.")


class EarlierClosed(RoundClosed):
    """Told above another question, which is open: “this question” would be taken for that one."""

    def __init__(self) -> None:
        super().__init__("The earlier question is closed. Your answer to it was not counted.")


def answer(phones: Phones, visit: Visit) -> Response:
    """POST /j/{code}/answer. Send and Pass take the same way and get the same response."""
    entrance, device = phones.joined(visit)
    if visit.asked:
        # Another language in the middle of an answer, without a script: nothing is sent.
        return stage(phones, visit, entrance)
    try:
        seq = _submit(phones, visit, entrance, device)
    except (InvalidAnswer, NewerAnswerStands, RoundClosed) as refused:
        error = EarlierClosed() if _is_earlier(visit, entrance, refused) else refused
        if visit.by_script:
            return refusal(visit, error)
        show = beside.shown if _stands(visit, entrance) else stage
        return show(phones, visit, entrance, error=error)
    if visit.by_script:
        return for_script({"state": "in", "seq": seq, "say": ""})
    return see_other(f"{entrance.base}/beside?in=1" if _stands(visit, entrance) else entrance.base)


def _stands(visit: Visit, entrance: Entrance) -> bool:
    """Whether the answer is for a round beside the stage."""
    return visit.typed("round") in {open_.round_id for open_ in entrance.view.standing}


def _is_earlier(visit: Visit, entrance: Entrance, error: WorkshopError) -> bool:
    view, sent_to = entrance.view, visit.typed("round")
    return isinstance(error, RoundClosed) and view.accepting and view.round_id != sent_to


def _submit(phones: Phones, visit: Visit, entrance: Entrance, device: DeviceToken) -> int:
    seq = visit.typed("seq")
    act = visit.typed("act") or "send"
    # Too many digits are refused before they are read: they fit no column.
    if not (seq.isascii() and seq.isdigit() and len(seq) <= SEQ_DIGITS):
        raise UnclearAnswer
    if not 0 < int(seq) <= LARGEST_SEQ:
        raise UnclearAnswer
    if act not in ("send", "pass"):
        raise UnclearAnswer
    form = {k: tuple(v) for k, v in visit.fields.items() if k not in _OUR_FIELDS}
    return answering.submit(
        phones.tools,
        session_id=entrance.session_id,
        round_id=RoundId(visit.typed("round")),
        device=device,
        seq=int(seq),
        form=None if act == "pass" else form,
    )


def leave(phones: Phones, visit: Visit) -> Response:
    """POST /j/{code}/leave: withdraw what is not sealed, and forget the phone."""
    entrance = phones.entrance(visit)
    if entrance.device is not None:
        answering.leave(phones.tools, session_id=entrance.session_id, device=entrance.device)
        phones.presence.left(entrance.session_id, entrance.device.value)
    response = visit.page("left.html", scripted="hint", base=entrance.base, ended=entrance.ended)
    phones.cookies.take_back(response, entrance.code)
    return response
