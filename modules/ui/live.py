"""Following what others do: redraw within one second, and only when something changed."""

from dataclasses import dataclass

import streamlit as st

from modules.domain.session import SessionId
from modules.ui import access
from modules.wiring import workshop

SECONDS_ON_THE_CLOCK = 20
"""How long “4 min behind” may be out of date."""
# With the drawing, a press elsewhere is then seen within one second.
SECONDS_BETWEEN_LOOKS = 0.5
# Most of the time from a press to the big screen is waiting for its next look.
SECONDS_ON_THE_PROJECTOR = 0.25


@dataclass(frozen=True, slots=True)
class Seen:
    """What a screen was drawn from. Read it before asking the screen, so that nothing is missed."""

    version: int
    phones: int
    reached: bool
    signed_in: bool
    signals: tuple[tuple[str, str], ...]
    """What phones signal, as (what, how many in words)."""
    time: int
    """Grows while nobody does anything, on a screen that tells how the time stands; else 0."""


def look(session_id: SessionId, *, timed: bool = False) -> Seen:
    hub, presence = workshop().hub, workshop().presence
    return Seen(
        version=hub.version(session_id),
        phones=presence.count(session_id),
        reached=presence.reached(session_id),
        signed_in=access.signed_in() is not None,
        signals=tuple((s.value, n.value) for s, n in workshop().signals.levels(session_id).items()),
        time=int(workshop().tools.now().timestamp() // SECONDS_ON_THE_CLOCK) if timed else 0,
    )


def follow(session_id: SessionId, seen: Seen, *, every: float = SECONDS_BETWEEN_LOOKS) -> None:
    """Draw everything again once something differs from what was seen. Draws nothing itself."""
    st.fragment(_follow, run_every=every)(session_id, seen)


def _follow(session_id: SessionId, seen: Seen) -> None:
    if look(session_id, timed=seen.time > 0) != seen:
        st.rerun()
