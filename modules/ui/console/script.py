"""What the facilitator reads: say, why, steps, watch for, debrief, next, and the result.

Guide texts are Markdown by whoever wrote the guide, drawn as the guides page draws it. What
participants typed never comes through here but inside a result, which is drawn as text.
"""

from html import escape
from string import ascii_uppercase

import streamlit as st

from modules.actions.planning import AGREED_LENGTH
from modules.domain.guide import Activity
from modules.screens.views import AskedView, FacilitatorView, PlanState, ResultView
from modules.ui import showing
from modules.ui.components import earlier
from modules.ui.components import result as result_card
from modules.ui.console import notices
from modules.ui.pressing import Presses
from modules.ui.reading import written
from modules.ui.wording import count, minutes

LISTED = 20
"""Questions with their buttons drawn at once; two hundred would make every press slow."""

LETTERS_TO_SAY_LARGE = 420
LETTERS_TO_SAY_SMALL = 900
LETTERS_OF_HALF_A_LINE = 28


def show(view: FacilitatorView, presses: Presses) -> None:
    if view.now is None:
        return
    with st.container(key="script", gap="small"):
        revealed = view.result if view.results_shown else None
        if revealed:
            _result(revealed, key="result")
            notices.beside_the_result(view)
            if view.held_back:
                showing.html('<p class="quiet kept">{held}</p>', held=view.held_back)
            for other in view.shown_with:
                if other.picture is not None:
                    showing.html('<p class="prompt">{prompt}</p>', prompt=other.prompt)
                    _result(other, key=f"result_{other.key}")
            earlier.show(view.earlier)
            _debrief(revealed.debrief or view.now.debrief)
            _said(view.now)
        else:
            _say(view.now)
            _asked_aloud(view, view.now)
        _steps(view.now)
        if not revealed and not _is_long(view.now):
            _debrief(view.now.debrief)
        _debrief(view.now.facilitators_debrief, "Debrief among facilitators, afterwards")
        _standing(view, presses)
        _more(view.now)
        _notes(view, presses)
        if revealed:
            _prompt(view.now)


def beside(view: FacilitatorView) -> None:
    """Under the buttons, where a long script leaves it in sight."""
    if view.now is None:
        return
    with st.container(key="beside", gap="small"):
        _short("Why", view.now.why)
        _short("Watch for", view.now.watch_for)
        if _is_long(view.now) and not (view.result and view.results_shown):
            _debrief(view.now.debrief)


def _is_long(activity: Activity) -> bool:
    return len(activity.say) > LETTERS_TO_SAY_SMALL


def _say(activity: Activity) -> None:
    """Large, to be read at arm's length; a long one smaller, so that the rest stays in sight."""
    if activity.say:
        size = "speak" if len(activity.say) <= LETTERS_TO_SAY_LARGE else "speak_long"
        with st.container(key="speak_longest" if _is_long(activity) else size):
            showing.html('<p class="label">SAY</p>')
            written.show(activity.say)


def _said(activity: Activity) -> None:
    """Once results are shown it was said: folded, to be looked up."""
    if activity.say:
        with st.expander("Say"):
            written.show(activity.say)


def _prompt(activity: Activity) -> None:
    if activity.prompt:
        showing.html(
            '<p class="label">ON THE SCREENS</p><p class="prompt" dir="auto">{prompt}</p>',
            prompt=activity.prompt,
        )


def _asked_aloud(view: FacilitatorView, activity: Activity) -> None:
    """The words that the guide tells to read aloud, as people have them before their eyes."""
    _prompt(activity)
    if view.story:
        showing.html('<p class="told" dir="auto">{story}</p>', story=view.story)
    lines = "".join(
        f'<li dir="auto"><b>{letter}</b> {escape(text)}</li>'
        for letter, text in zip(ascii_uppercase, view.options, strict=False)
    )
    if lines:
        short = max(map(len, view.options)) <= LETTERS_OF_HALF_A_LINE
        st.html(f'<ol class="offered{" short" if short else ""}">{lines}</ol>')


def _steps(activity: Activity) -> None:
    if not activity.steps:
        return
    lines = [
        f"{n}. {step.text}" + (f" *({minutes(step.minutes)})*" if step.minutes else "")
        for n, step in enumerate(activity.steps, 1)
    ]
    _part("Steps", "\n".join(lines))


def _debrief(questions: tuple[str, ...], label: str = "Debrief") -> None:
    _part(label, "\n".join(f"{n}. {q}" for n, q in enumerate(questions, 1)))


def _short(label: str, text: str) -> None:
    """A sentence or two, on the line of its label; a list stands below it."""
    if text.lstrip()[:1] in ("-", "*", "1", "|", ">", "#"):
        _part(label, text)
    elif text:
        st.markdown(f"**{label.upper()}** {written.harmless(text)}")


def _part(label: str, text: str) -> None:
    if text:
        showing.html('<p class="label">{label}</p>', label=label.upper())
        written.show(text)


def _more(activity: Activity) -> None:
    parts = {
        "Expected answers": activity.expected,
        "If it goes wrong": activity.if_wrong,
        "Remote": activity.remote,
        "Hybrid": activity.hybrid,
        "Paper": activity.paper,
        "Data": activity.data,
        "Notes": activity.notes,
    }
    for label, text in parts.items():
        if text:
            with st.expander(label):
                written.show(text)


def _standing(view: FacilitatorView, presses: Presses) -> None:
    """What the room asks beside the stage, as far as the moderator has shown it."""
    for standing in view.standing:
        showing.html('<p class="label">{title}</p>', title=standing.activity.title.upper())
        if not standing.asked:
            st.caption("No questions yet, or none was shown by the moderator.")
        waiting_first = sorted(standing.asked, key=lambda asked: asked.answered)
        for asked in waiting_first[:LISTED]:
            _asked(standing.round_id, asked, presses)
        if len(waiting_first) > LISTED:
            st.caption(f"and {count(len(waiting_first) - LISTED, 'more question')}")


def _asked(round_id: str, asked: AskedView, presses: Presses) -> None:
    support = "" if asked.support is None else f"{asked.support} want this"
    with st.container(horizontal=True, vertical_alignment="center", key=f"asked_{asked.handle}"):
        showing.html(
            '<p class="asked-line"><span dir="auto">{text}</span> '
            '<span class="quiet">{support}</span></p>',
            text=asked.text,
            support="answered" if asked.answered else support,
        )
        st.button(
            "Not answered" if asked.answered else "Mark answered",
            key=f"answered_{asked.handle}",
            on_click=presses.mark_answered,
            args=(round_id, asked.handle),
            kwargs={"answered": not asked.answered},
        )


def _notes(view: FacilitatorView, presses: Presses) -> None:
    """Two fields that must never be taken for each other: one for everyone, one for nobody else."""
    key = next((line.key for line in view.plan if line.state is PlanState.NOW), "")
    shared, field = f"agreed_{key}", f"note_{key}"
    st.text_area(
        "For the summary everyone gets: what we agreed",
        view.agreed,
        key=shared,
        height=80,
        max_chars=AGREED_LENGTH,
        placeholder="Everyone reads this.",
        help="Goes into everyone's summary, below this step, in your words. No names of people.",
        on_change=presses.agreed,
        args=(key, shared),
    )
    st.text_area(
        "Note to self",
        view.note,
        key=field,
        height=80,
        placeholder="Only you read this.",
        help="Only in your own copy, never in the summary for everyone.",
        on_change=presses.note,
        args=(key, field),
    )


def _result(result: ResultView, *, key: str) -> None:
    with st.container(key=key, border=True):
        result_card.show(result, key=f"console_{key}")
