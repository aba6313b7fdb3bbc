"""Signals: one tap that reaches the facilitator's page as a level, and nobody else."""

from starlette.responses import Response

from modules.domain.errors import InvalidAnswer
from modules.live.signals import Signal
from modules.phone.phones import Phones
from modules.phone.refusals import HasEnded
from modules.phone.visit import Visit, for_script, see_other

LABELS = {
    Signal.SLOWER: "Slower, please",
    Signal.BREAK: "A break, please",
    Signal.HURT: "Something hurtful was said",
}


class UnknownSignal(InvalidAnswer):
    def __init__(self) -> None:
        super().__init__("There is no such signal. Please try again.")


def signal(phones: Phones, visit: Visit) -> Response:
    """POST /j/{code}/signal: `give` or `withdraw` names one.

    What is wanted, not a change: a screen that does not know what lapsed meanwhile cannot turn a
    signal on that was to be taken back.
    """
    entrance, device = phones.joined(visit)
    if entrance.ended:
        raise HasEnded
    withdrawn = visit.typed("withdraw")
    try:
        wanted = Signal(withdrawn or visit.typed("give"))
    except ValueError:
        raise UnknownSignal from None
    change = phones.signals.withdraw if withdrawn else phones.signals.give
    change(entrance.session_id, wanted, device.value)
    if visit.by_script:
        now = phones.signals.given_by(entrance.session_id, device.value)
        return for_script({"state": "in", "given": now, "say": ""})
    return see_other(entrance.base)
