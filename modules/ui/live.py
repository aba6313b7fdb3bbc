"""Following what others do: redraw within one second, and only when something changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic

import streamlit as st

from modules.domain.errors import WorkshopError
from modules.domain.session import SessionId
from modules.ui import access, state
from modules.ui.components import following
from modules.ui.counts import Counts, View, besides
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
    stage: int
    """The version of what phones show as well."""
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
        stage=hub.stage_version(session_id),
        phones=presence.count(session_id),
        reached=presence.reached(session_id),
        signed_in=access.signed_in() is not None,
        signals=tuple((signal.value, level.value) for signal, level in levels.items()),
        time=int(workshop().tools.now().timestamp() // SECONDS_ON_THE_CLOCK) if console else 0,
        word=word,
        console=console,
    )


@dataclass
class Counting(Generic[View]):
    """What a page draws anew alone while only counts grow.

    `ask` gives the screen as of the moment in which `view` was asked for, so that only what
    somebody did tells the two apart, not the time that went by.
    """

    counts: Counts[View]
    view: View
    ask: Callable[[], View]

    def goes_on(self) -> bool:
        """Take the counts of now, unless something else is another one as well."""
        try:
            view = self.ask()
        except WorkshopError:
            return False
        only_counts = besides(view) == besides(self.view)
        if only_counts:
            self.view = view
        return only_counts

    def draw(self) -> None:
        self.counts.draw(self.view)


def follow(session_id: SessionId, seen: Seen, counting: Counting[View] | None = None) -> None:
    """Draw everything again once something differs from what was seen, or the counts alone.

    A look is what comes every two seconds, and what the browser asks for when it hears of news. All
    that a look draws it draws each time: Streamlit takes away what it does not.

    A look that was on its way while the server drew may arrive at the moment when drawing ends.
    Streamlit would then throw away what it has not sent yet, the order to look again among it, and
    the screen would stand still until somebody reloads it. So every drawing orders looks by a name
    of its own: Streamlit takes no notice of a look by a name that is gone.
    """
    drawing = state.next_number()

    def look_again() -> None:
        nonlocal seen
        # Before the screen is asked, so that nothing is missed.
        now = look(session_id, console=seen.console)
        if now != seen:
            if not (counting and only_counts(seen, now) and counting.goes_on()):
                st.rerun()
            seen = now
        if counting:
            counting.draw()
        following.drawn(seen.word, counts=counting is not None, drawing=drawing)

    look_again.__qualname__ += f" {drawing}"
    st.fragment(look_again, run_every=SECONDS_BETWEEN_LOOKS)()
    address = NEWS + workshop().news.address(session_id, console=seen.console)
    following.listen(address, drawing=drawing)


def only_counts(seen: Seen, now: Seen) -> bool:
    """Whether the screen has to be asked to know more. A dialog may tell a count as well."""
    alike = replace(seen, version=now.version, phones=now.phones, word=now.word)
    return alike == now and not state.dialog()
