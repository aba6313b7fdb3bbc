"""Now: where the room is, the two switches, Next and Back, the timer."""

from collections.abc import Sequence

import streamlit as st

from modules.actions.timing import TimerAction
from modules.domain.guide import Activity
from modules.domain.moves import Move
from modules.screens.views import AnswersState, FacilitatorView
from modules.ui import showing, state
from modules.ui.components import clock
from modules.ui.components.step_button import step_button
from modules.ui.pressing import Presses
from modules.ui.wording import answered, count, deletion, minutes

Signals = Sequence[tuple[str, str]]
NOBODY = "nobody"
_ANSWERS = {
    AnswersState.NONE: "nothing to answer",
    AnswersState.NOT_OPENED: "not opened yet",
    AnswersState.OPEN: "open",
    AnswersState.CLOSED: "closed",
    AnswersState.SEALED: "sealed",
}


def show(view: FacilitatorView, presses: Presses, *, signals: Signals) -> None:
    with st.container(key="now", gap="small"):
        _signals(signals)
        _place(view)
        if view.now is not None:
            _standing(view)
        _unread(view)
        _switches(view, presses)
        _steps(view, presses)
        if view.now is not None:
            _delay(view, presses)
            _timer(view, presses)
        _rare(view, presses)
        fleeting = view.practice or view.rehearsal
        kept = deletion(view.delete_on, fleeting=fleeting)
        showing.html('<p class="quiet follows">{kept}.</p>', kept=kept)


def _signals(signals: Signals) -> None:
    for what, how_many in signals:
        if how_many != NOBODY:
            showing.html(
                '<p class="ribbon signal">{how_many}: {what}</p>', how_many=how_many, what=what
            )


def _place(view: FacilitatorView) -> None:
    if view.now is None:
        name = "The workshop has ended" if view.ended else "The lobby"
        return showing.html('<p class="where">NOW</p><h2 class="now">{name}</h2>', name=name)
    return showing.html(
        '<p class="where">NOW {position}/{total} · {section}</p><h2 class="now">{title}</h2>'
        '<p class="quiet chips">{about}</p>',
        position=view.position,
        total=view.steps_total,
        section=view.section,
        title=view.now.title,
        about=_about(view.now),
    )


def _about(activity: Activity) -> str:
    return " · ".join((minutes(activity.minutes), activity.grouping, activity.priority.value))


def _standing(view: FacilitatorView) -> None:
    if view.answers is AnswersState.NONE:
        return
    shown = "shown" if view.results_shown else "hidden"
    showing.html(
        '<p class="switches">Answers: <b>{answers}</b> <span class="quiet">·</span> '
        "Results: <b>{shown}</b></p>",
        answers=_ANSWERS[view.answers],
        shown=shown,
    )
    if view.answers in (AnswersState.OPEN, AnswersState.CLOSED):
        many = answered(view.answered, view.phones)
        showing.html('<p class="answered">{many}</p>', many=many)


def _unread(view: FacilitatorView) -> None:
    """Before results are shown, not after: words that nobody let through are in no picture."""
    if view.ended or not (view.waiting_texts or view.takes_texts):
        return
    unread = count(view.waiting_texts, "unread text")
    st.page_link(
        "moderate.py",
        # While answers come in, nothing here may depend on whether somebody wrote or passed.
        label=f"{unread} will not be shown" if view.waiting_texts else "Read what people write",
        icon=":material/rate_review:",
        help="Open moderation: only what you let through is in the result.",
    )


def _switches(view: FacilitatorView, presses: Presses) -> None:
    if view.answers is AnswersState.NONE or view.ended:
        return
    is_open = view.answers is AnswersState.OPEN
    with st.container(horizontal=True, key="switches"):
        step_button(
            "Close answers" if is_open else "Open answers",
            key="answers",
            step=view.step,
            shortcut="S",
            disabled=view.answers is AnswersState.SEALED,
            on_click=presses.move,
            args=(Move.CLOSE_ANSWERS if is_open else Move.OPEN_ANSWERS, view.step),
        )
        step_button(
            "Hide results" if view.results_shown else "Show results",
            key="results",
            step=view.step,
            shortcut="Space",
            disabled=view.answers is AnswersState.NOT_OPENED,
            on_click=presses.move,
            args=(Move.HIDE_RESULTS if view.results_shown else Move.SHOW_RESULTS, view.step),
        )
        if view.answers is AnswersState.SEALED:
            step_button(
                "Ask again",
                key="again",
                step=view.step,
                on_click=presses.move,
                args=(Move.ASK_AGAIN, view.step),
            )


def _steps(view: FacilitatorView, presses: Presses) -> None:
    if view.ended:
        return
    last = view.next is None and not view.next_reveals
    step_button(
        "Next",
        key="next",
        step=view.step,
        type="primary",
        width="stretch",
        shortcut="Right",
        disabled=last,
        on_click=presses.move,
        args=(Move.NEXT, view.step),
    )
    showing.html('<p class="quiet follows">{follows}</p>', follows=_follows(view))


def _follows(view: FacilitatorView) -> str:
    if view.next_reveals:
        return "Next closes the answers and shows the results."
    if view.next is None:
        return "This is the last step. “End workshop” makes the summary."
    following = f"Next: {view.next.title}, {minutes(view.next.minutes)}"
    return f"{following}. It seals the answers." if view.next_seals else following


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


def _timer(view: FacilitatorView, presses: Presses) -> None:
    with st.container(horizontal=True, key="timer", vertical_alignment="center"):
        if view.timer is None:
            _timer_button("Start timer", "start", view, presses)
            return
        clock.ring(view.timer, key="ring")
        running = view.timer.ends is not None
        if running:
            _timer_button("Pause", "pause", view, presses)
        else:
            _timer_button("Resume", "start", view, presses)
        _timer_button("+1 min", "add minute", view, presses)
        _timer_button("Stop", "stop", view, presses)


def _timer_button(label: str, action: TimerAction, view: FacilitatorView, presses: Presses) -> None:
    step_button(
        label,
        key=f"timer_{action.replace(' ', '_')}",
        step=view.step,
        on_click=presses.timer,
        args=(action, view.step),
    )


def _rare(view: FacilitatorView, presses: Presses) -> None:
    if view.ended:
        return
    with st.container(horizontal=True, key="rare"):
        step_button(
            "Back",
            key="back",
            step=view.step,
            shortcut="Left",
            disabled=view.position == 0,
            on_click=presses.move,
            args=(Move.BACK, view.step),
        )
        step_button(
            "Undo",
            key="undo",
            step=view.step,
            help="Takes the last move back. Sealing is final and cannot be undone.",
            disabled=not view.undo_possible,
            on_click=presses.undo,
            args=(view.step,),
        )
        step_button(
            "Show screen" if view.blank else "Blank screen",
            key="blank",
            step=view.step,
            shortcut="B",
            on_click=presses.move,
            args=(Move.BLANK, view.step),
        )
        for label, name in (("Ask", "ask"), ("Break", "break")):
            st.button(f"+ {label}", key=f"add_{name}", on_click=state.open_dialog, args=(name,))
        st.button("End workshop", key="end", on_click=state.open_dialog, args=("end",))
