"""What comes and goes by itself: delay, signals, unread texts, a rehearsal without its people."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from modules.screens.views import FacilitatorView, UnreadView
from modules.ui import navigation, showing, state
from modules.ui.components.step_button import step_button
from modules.ui.pressing import Presses
from modules.ui.starting import rehearse
from modules.ui.wording import count, minutes, plain

Signals = Sequence[tuple[str, str]]
NOBODY = "nobody"
READ = "Read what people write: only what you let through is shown"


def show(view: FacilitatorView, presses: Presses, *, signals: Signals) -> None:
    if view.ended:
        return
    with st.container(key="notices", gap="small"):
        _signals(signals)
        _unread(view)
        if view.now is not None:
            _delay(view, presses)
        if view.rehearsal:
            _rehearsal(view, presses)


def _signals(signals: Signals) -> None:
    for what, how_many in signals:
        if how_many != NOBODY:
            showing.html(
                '<p class="ribbon signal">{how_many}: {what}</p>', how_many=how_many, what=what
            )


def _unread(view: FacilitatorView) -> None:
    """Before results are shown, not after: words that nobody let through are in no picture."""
    for question in view.to_read:
        _to_moderate(
            question.key,
            f"{count(question.texts, 'text')} for you to read{_where(question)}",
            icon=":material/drafts:",
            help="Only facilitators read them. They are deleted when the workshop's end is final.",
        )
    if view.takes_texts and view.now is not None and not any(q.here for q in view.unread):
        # While answers come in, nothing here may depend on whether somebody wrote or passed.
        _to_moderate(view.now.id, READ)
    for question in view.unread:
        if question.here and view.results_shown:
            continue
        unread = count(question.texts, "unread text")
        where = ": only what is read is shown" if question.here else _where(question)
        _to_moderate(question.key, f"{unread}{where}")


def beside_the_result(view: FacilitatorView) -> None:
    """What could still come into the result on the screens."""
    for question in view.unread:
        if question.here:
            waiting = "is waiting" if question.texts == 1 else "are waiting"
            _to_moderate(question.key, f"{count(question.texts, 'text')} {waiting} to be read")


def _where(question: UnreadView) -> str:
    return "" if question.here else f" in “{plain(question.title)}”"


def _to_moderate(
    key: str,
    label: str,
    icon: str = ":material/rate_review:",
    help: str = "Open moderation: only what you let through is in the result.",
) -> None:
    """Opens the queue at the question whose texts were counted.

    In a tab of its own: whoever facilitates alone keeps the room before their eyes.
    """
    asked = urlencode({"session": state.session_id() or "", "question": key})
    address = f"/{navigation.MODERATE.path}?{asked}"
    st.link_button(label, address, icon=icon, help=f"{help} In a new tab.", type="tertiary")


def _delay(view: FacilitatorView, presses: Presses) -> None:
    """What to cut, once the room is behind the plan and something may be cut."""
    line = view.cut_next
    if line is None:
        return
    with st.container(horizontal=True, key="delay", vertical_alignment="center"):
        showing.html(
            "<p>{behind} min behind. Cut “{title}”, {minutes}?</p>",
            behind=round(view.behind_minutes),
            title=line.title,
            minutes=minutes(line.minutes),
        )
        step_button(
            "Cut it",
            key="cut_next",
            step=view.step,
            on_click=presses.cut,
            args=(line.key, view.step),
        )


def _rehearsal(view: FacilitatorView, presses: Presses) -> None:
    rehearse.call_in(presses.acting, view.session_id, key="call_in")
    if view.pace > 1 and view.now is None:
        st.caption(
            f"The plan's clock runs {view.pace} times as fast, like the invented people. "
            "The timer does not."
        )
