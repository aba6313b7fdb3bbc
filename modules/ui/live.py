"""Following what others do: redraw within one second, and only when something changed."""

from dataclasses import dataclass

import streamlit as st

from modules.domain.session import SessionId
from modules.ui import access, state
from modules.ui.components import following
from modules.wiring import workshop

NEWS = "/news/"
SECONDS_ON_THE_CLOCK = 20
"""How long “4 min behind” may be out of date."""
# For what no word tells, such as a sign-out, and what was missed. Most of the time from a press to
# another screen was waiting for that screen's next look, and each costs its browser 40 ms.
SECONDS_BETWEEN_LOOKS = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """What a screen was drawn from. Read it before asking the screen, so that nothing is missed."""

    version: int
    phones: int
    reached: bool
    signed_in: bool
    signals: tuple[tuple[str, str], ...]
    """What phones signal, as (what, how many in words): on the console only, else nothing."""
    time: int
    """Grows while nobody does anything, on the console, which tells how the time stands; else 0."""
    word: str
    """Of the room: the browser hears when it is another one."""
    console: bool
    """Whether the screen is the console, which alone shows signals."""


def look(session_id: SessionId, *, console: bool = False) -> Seen:
    hub, presence = workshop().hub, workshop().presence
    word = workshop().news.word(session_id, console=console)
    levels = workshop().signals.levels(session_id) if console else {}
    return Seen(
        version=hub.version(session_id),
        phones=presence.count(session_id),
        reached=presence.reached(session_id),
        signed_in=access.signed_in() is not None,
        signals=tuple((signal.value, level.value) for signal, level in levels.items()),
        time=int(workshop().tools.now().timestamp() // SECONDS_ON_THE_CLOCK) if console else 0,
        word=word,
        console=console,
    )


def follow(session_id: SessionId, seen: Seen) -> None:
    """Draw everything again once something differs from what was seen. Draws nothing itself.

    A look that was on its way while the server drew may arrive at the moment when drawing ends.
    Streamlit would then throw away what it has not sent yet, the order to look again among it, and
    the screen would stand still until somebody reloads it. So every drawing orders looks by a name
    of its own: Streamlit takes no notice of a look by a name that is gone.
    """

    def look_again() -> None:
        if look(session_id, console=seen.console) != seen:
            st.rerun()

    look_again.__qualname__ += f" {state.next_number()}"
    st.fragment(look_again, run_every=SECONDS_BETWEEN_LOOKS)()
    address = NEWS + workshop().news.address(session_id, console=seen.console)
    following.listen(address, seen=seen.word)
