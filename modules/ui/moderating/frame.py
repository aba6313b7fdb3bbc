"""The page's one line: where it is, and for a facilitator where the room is and what moves it."""

import streamlit as st

from modules.domain.moves import Move
from modules.screens.moderation_views import ModerationView, RoomLine
from modules.ui import showing
from modules.ui.components.step_button import step_button
from modules.ui.pressing import Presses
from modules.ui.wording import deletion, ribbon


def show(view: ModerationView, presses: Presses) -> None:
    showing.style("base", "page", "moderating")
    with st.container(horizontal=True, vertical_alignment="center", key="bar"):
        if said := ribbon(practice=view.practice, rehearsal=view.rehearsal):
            showing.html('<span class="ribbon">{ribbon}</span>', narrow=True, ribbon=said)
        showing.html(
            '<h1 class="title">Moderation</h1> <span class="quiet">{facts}</span>',
            facts=f"{view.title} · {view.waiting} waiting",
        )
        if view.room is not None:
            _room(view.room, presses)
    showing.show_notice()


def foot(view: ModerationView) -> None:
    """Until when everything is kept, below what needs the room."""
    if view.delete_on is not None:
        st.caption(deletion(view.delete_on, fleeting=view.practice or view.rehearsal))


def _room(room: RoomLine, presses: Presses) -> None:
    """A clicker goes on moving the room from here, so what it will do is said here too."""
    showing.html('<p class="room">{where}</p>', narrow=True, where=_where(room))
    step_button(
        "Back",
        key="back",
        step=room.step,
        shortcut="PageUp",
        disabled=room.position == 0,
        on_click=presses.move,
        args=(Move.BACK, room.step),
    )
    step_button(
        "Reveal" if room.next_reveals else "Next",
        key="next",
        step=room.step,
        shortcut="PageDown",
        help=_what_next(room),
        disabled=not (room.next_title or room.next_reveals),
        on_click=presses.move,
        args=(Move.NEXT, room.step),
    )


def _where(room: RoomLine) -> str:
    place = f"{room.position}/{room.steps_total} {room.title}" if room.position else "Lobby"
    return f"{place} → {'its result' if room.next_reveals else room.next_title or 'the last step'}"


def _what_next(room: RoomLine) -> str:
    if room.next_reveals:
        return "Closes the answers and shows the results to everyone."
    return f"Moves the room on to: {room.next_title}"
