"""Now: where the room is, the two switches, Next and Back, the timer."""

from html import escape

import streamlit as st

from modules.actions.timing import TimerAction
from modules.domain.guide import Activity
from modules.domain.moves import Move
from modules.screens.views import AnswersState, FacilitatorView
from modules.ui import showing
from modules.ui.components import clock
from modules.ui.components.step_button import step_button
from modules.ui.console import notices, script, wrong_guide
from modules.ui.console.notices import Signals
from modules.ui.counts import Counts
from modules.ui.pressing import Presses
from modules.ui.wording import answered, deletion, minutes

_ANSWERS = {
    AnswersState.NONE: "nothing to answer",
    AnswersState.NOT_OPENED: "not opened yet",
    AnswersState.OPEN: "open",
    AnswersState.CLOSED: "closed",
    AnswersState.SEALED: "sealed",
}

# On the line that names the section, so that no button moves.
_BLANK = '<span class="ribbon blanked" role="status">Projector blank: B or . brings it back</span>'


def show(
    view: FacilitatorView,
    presses: Presses,
    counts: Counts[FacilitatorView],
    *,
    signals: Signals,
) -> None:
    """The buttons first: what comes and goes by itself stands below, so that none moves away."""
    with st.container(key="now", gap="small"):
        _place(view)
        if view.now is not None:
            _standing(view, counts)
        _switches(view, presses)
        if not view.ended:
            _steps(view, presses)
            _others(view, presses)
            _explanations(view)
        if view.now is not None:
            _timer(view, presses)
        elif not view.ended:
            _before_the_start(view, presses)
        notices.show(view, presses, signals=signals)
        script.beside(view)
        showing.html('<p class="quiet kept">{kept}</p>', kept=_kept(view))


def _place(view: FacilitatorView) -> None:
    where = _BLANK if view.blank and not view.code_shown else "{section}"
    if view.now is None:
        name = "The workshop has ended" if view.ended else "The lobby"
        return showing.html(
            f'<p class="where">NOW {where}</p><h2 class="now">{{name}}</h2>', name=name, section=""
        )
    return showing.html(
        f'<p class="where">NOW {{position}}/{{total}} · {where}</p>'
        '<h2 class="now">{title}</h2><p class="quiet chips">{about}</p>',
        position=view.position,
        total=view.steps_total,
        section=view.section,
        title=view.now.title,
        about=_about(view.now),
    )


def _about(activity: Activity) -> str:
    return " · ".join((minutes(activity.minutes), activity.grouping, activity.priority.value))


def _standing(view: FacilitatorView, counts: Counts[FacilitatorView]) -> None:
    if view.answers is AnswersState.NONE:
        return
    showing.html(
        '<p class="switches">Answers: <b>{answers}</b> <span class="quiet">·</span> '
        "Results: <b>{shown}</b></p>",
        answers=_ANSWERS[view.answers],
        shown=_shown(view),
    )
    counts.stand_here(_answered, key="answered")


def _answered(view: FacilitatorView) -> None:
    untold = view.answers is AnswersState.SEALED and view.passed is None
    # Small, on a line as high as the large one, so that no button moves.
    many = '<span class="untold">{many}</span>' if untold else "{many}"
    showing.html(
        f'<div class="tally"><p class="answered">{many}</p><p class="needed">{{needed}}</p></div>',
        many=_how_many(view),
        needed=_needed(view),
    )


def _shown(view: FacilitatorView) -> str:
    if not view.results_shown:
        return "hidden"
    return "too few" if view.result and view.result.too_few else "shown"


def _needed(view: FacilitatorView) -> str:
    """Before the press that is final. Of the answers, passes included, which everybody sees."""
    unsealed = view.answers in (AnswersState.OPEN, AnswersState.CLOSED)
    if not unsealed or view.answered >= view.needed:
        return ""
    return f"too few yet: {view.needed} needed, Pass not counted"


def _how_many(view: FacilitatorView) -> str:
    """Passed is told once it is sealed, where it may be (docs/adr/0017)."""
    if view.answers in (AnswersState.OPEN, AnswersState.CLOSED):
        return answered(view.answered, view.phones)
    if view.answers is not AnswersState.SEALED:
        return "Nobody is asked yet"
    if view.passed is None:
        return "How many passed is not told."
    return f"{view.passed or 'Nobody'} passed"


def _unshown(view: FacilitatorView) -> bool:
    return view.now is not None and view.now.unshown


def _switches(view: FacilitatorView, presses: Presses) -> None:
    if view.answers is AnswersState.NONE or view.ended:
        return
    is_open = view.answers is AnswersState.OPEN
    # Two buttons in every state, so that those below stay where they are.
    with st.container(horizontal=True, key="switches"):
        if view.answers is AnswersState.SEALED:
            step_button(
                "Ask again",
                key="again",
                step=view.step,
                on_click=presses.move,
                args=(Move.ASK_AGAIN, view.step),
            )
        else:
            step_button(
                "Close answers" if is_open else "Open answers",
                key="answers",
                step=view.step,
                shortcut="S",
                on_click=presses.move,
                args=(Move.CLOSE_ANSWERS if is_open else Move.OPEN_ANSWERS, view.step),
            )
        step_button(
            "Hide results" if view.results_shown else "Show results",
            key="results",
            step=view.step,
            shortcut="Space",
            disabled=view.answers is AnswersState.NOT_OPENED or _unshown(view),
            help="Only the facilitators read these texts." if _unshown(view) else None,
            on_click=presses.move,
            args=(Move.HIDE_RESULTS if view.results_shown else Move.SHOW_RESULTS, view.step),
        )


def _steps(view: FacilitatorView, presses: Presses) -> None:
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


def _others(view: FacilitatorView, presses: Presses) -> None:
    with st.container(horizontal=True, key="others"):
        step_button(
            "Back",
            key="back",
            step=view.step,
            width="stretch",
            shortcut="Left",
            disabled=view.position == 0,
            on_click=presses.move,
            args=(Move.BACK, view.step),
        )
        step_button(
            "Undo",
            key="undo",
            step=view.step,
            width="stretch",
            help="Takes the last move back. Sealing is final and cannot be undone.",
            disabled=not view.undo_possible,
            on_click=presses.undo,
            args=(view.step,),
        )
        step_button(
            "Unblank" if view.blank else "Blank",
            key="blank",
            step=view.step,
            width="stretch",
            shortcut="B",
            help="The projector, for a moment in which everybody should look at each other.",
            on_click=presses.move,
            args=(Move.BLANK, view.step),
        )


def _explanations(view: FacilitatorView) -> None:
    """What each button would do that cannot be taken back, before it is pressed."""
    sentences = (_follows(view), *_sealing(view), _no_undo(view))
    lines = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences if sentence)
    st.html(f'<ul class="quiet follows">{lines}</ul>')


def _follows(view: FacilitatorView) -> str:
    if view.next_reveals:
        return "Next closes the answers, seals them and shows the results."
    if view.next is None:
        return "This is the last step. “End workshop” makes the summary."
    following = f"Next: {view.next.title}, {minutes(view.next.minutes)}"
    return f"{following}. It seals the answers." if view.next_seals else f"{following}."


def _sealing(view: FacilitatorView) -> tuple[str, ...]:
    if view.answers not in (AnswersState.OPEN, AnswersState.CLOSED):
        return ()
    is_open = view.answers is AnswersState.OPEN
    closing = "“Close answers”" if is_open else "Closing"
    return (
        "Show results, Back, another step and “End workshop” seal them for good.",
        f"{closing} can be taken back for five minutes, then it seals by itself.",
    )


def _kept(view: FacilitatorView) -> str:
    return f"{deletion(view.delete_on, fleeting=view.practice or view.rehearsal)}."


def _no_undo(view: FacilitatorView) -> str:
    if not view.undo_refused:
        return ""
    sealed = view.answers is AnswersState.SEALED
    again = " “Ask again” opens this question once more." if sealed else ""
    return f"Undo: {view.undo_refused}.{again}"


def _before_the_start(view: FacilitatorView, presses: Presses) -> None:
    with st.container(horizontal=True, key="before"):
        st.button(
            "Unlock the room" if view.locked else "Lock the room",
            key="lobby_lock",
            help="Once everybody is in: a locked room lets nobody join; who is in stays in.",
            on_click=presses.lock,
            args=(not view.locked,),
        )
        if view.untouched:
            wrong_guide.offer(view, presses.acting)


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
