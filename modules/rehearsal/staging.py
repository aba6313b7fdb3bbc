"""Putting a rehearsal on: a session that is marked as one, and the people who come to it."""

from collections.abc import Callable
from dataclasses import dataclass

from modules.actions import hosting, retention, signing
from modules.actions.hosting import StartForm
from modules.domain.access import Acting
from modules.domain.disclosure import SMALLEST_GROUP_RANGE
from modules.domain.errors import InvalidInput, NotFound
from modules.domain.guide import Activity, Guide
from modules.domain.session import SessionId
from modules.rehearsal.cast import PEOPLE_RANGE, SPEED_RANGE, Case, cast
from modules.rehearsal.people import Room
from modules.rehearsal.running import Rehearsals
from modules.screens.facilitator import facilitator
from modules.screens.phone import phone
from modules.screens.views import FacilitatorView
from modules.wiring import Workshop

REHEARSALS = Rehearsals()
"""The process's own: they live in its memory and end with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the facilitator chose. `speed` is how many times faster than people the people are."""

    people: int = 20
    case: Case = Case.ORDINARY
    speed: int = 4


def put_on(
    ours: Workshop, *, acting: Acting, guide: Guide, guide_text: str, wanted: Wanted
) -> SessionId:
    """Start a rehearsal in its lobby. Raises InvalidInput, TooManyRehearsals, NotAllowed."""
    _check(wanted)
    REHEARSALS.refuse_more()
    form = StartForm(
        title=guide.title,
        language=guide.language,
        rehearsal=True,
        smallest_group=max(guide.smallest_group, SMALLEST_GROUP_RANGE.start),
        head_count=wanted.people,
        pace=wanted.speed,
        who_comes=wanted.case.value,
    )
    session_id = hosting.start(
        ours.tools, acting=acting, guide=guide, guide_text=guide_text, form=form
    )
    _let_in(ours, session_id, wanted)
    return session_id


def call_back(ours: Workshop, *, acting: Acting, session_id: SessionId) -> None:
    """Let people come to a rehearsal that has lost them, because the app was started again.

    As many as were chosen, with the same case and speed. Raises TooManyRehearsals, NotAllowed.
    """
    with ours.database.read() as db:
        signing.require(db, acting, now=ours.tools.now(), session_id=session_id)
    view, usual = _console(ours, session_id), Wanted()
    case = next((case for case in Case if case.value == view.who_comes), usual.case)
    people = view.head_count or usual.people
    _let_in(ours, session_id, Wanted(people=people, case=case, speed=view.pace))


def _let_in(ours: Workshop, session_id: SessionId, wanted: Wanted) -> None:
    view = _console(ours, session_id)
    room = Room(
        address=ours.addresses.from_here,
        invitation=f"/q/{view.join_secret}",
        asked=what_is_asked(ours, session_id),
        ticket=ours.presence.expect_invented(session_id),
        speed=wanted.speed,
    )
    REHEARSALS.start(session_id, room, cast(wanted.case, wanted.people))


def stop_and_delete(ours: Workshop, *, acting: Acting, session_id: SessionId) -> str:
    """Send the people home and erase everything of it; returns its title. Raises NotAllowed."""
    erased = retention.delete_now(ours.tools, acting=acting, session_id=session_id)
    REHEARSALS.stop(session_id)
    return erased.title


def what_is_asked(ours: Workshop, session_id: SessionId) -> Callable[[str], Activity | None]:
    """What an open round asks: phones see it in words, invented people need the activity itself."""
    known: dict[str, Activity] = {}

    def asked(round_id: str) -> Activity | None:
        # Everybody asks in the same moment, and the answer stays the same.
        if round_id not in known:
            try:
                view = phone(ours.database, session_id, now=ours.tools.now())
            except NotFound:
                return None
            known.update({open.round_id: open.activity for open in view.standing})
            if view.round_id and view.activity:
                known[view.round_id] = view.activity
        return known.get(round_id)

    return asked


def _console(ours: Workshop, session_id: SessionId) -> FacilitatorView:
    return facilitator(ours.database, session_id, now=ours.tools.now(), phones=0)


def _check(wanted: Wanted) -> None:
    if wanted.people not in PEOPLE_RANGE:
        raise InvalidInput(
            f"A rehearsal takes {PEOPLE_RANGE.start} to {PEOPLE_RANGE.stop - 1} invented people."
        )
    if wanted.speed not in SPEED_RANGE:
        raise InvalidInput(f"The speed is a number from 1 to {SPEED_RANGE.stop - 1}.")
