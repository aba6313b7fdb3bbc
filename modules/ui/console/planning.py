"""The dialogs that change the run: one about a step, one to ask on the fly, one for a break."""

import streamlit as st

from modules.domain.guide import Priority
from modules.screens.views import FacilitatorView, PlanLine, PlanState
from modules.ui import showing, state
from modules.ui.console.plan import STEP
from modules.ui.pressing import Presses
from modules.ui.wording import minutes, plain

KINDS = {
    "Choice": "choice",
    "Scale of agreement": "scale",
    "Up to three words": "words",
    "A short text": "text",
}
TITLE_LENGTH = 60


def show(view: FacilitatorView, presses: Presses) -> None:
    """Draw the planning dialog that this tab has open, if any."""
    name = state.dialog()
    if view.ended:
        return
    if name == "ask":
        _ask(view, presses)
    elif name == "break":
        _break(view, presses)
    elif name.startswith(STEP):
        line = next((line for line in view.plan if STEP + line.key == name), None)
        if line is not None:
            title = plain(f"{line.position} {line.title}")
            st.dialog(title, on_dismiss=state.close_dialog)(_step)(view, line, presses)


def _step(view: FacilitatorView, line: PlanLine, presses: Presses) -> None:
    must = "must" if line.priority is Priority.MUST else "cut first"
    st.caption(f"{plain(line.section)} · {minutes(line.minutes)} · {must} · {line.state.value}")
    if line.state is PlanState.NOW:
        st.text("The room is here.")
        return
    if view.next_seals:
        st.text("Going there seals the answers of the step the room is at.")
    pressed = [
        st.button(
            "Go there",
            key="step_go",
            type="primary",
            on_click=presses.jump,
            args=(line.position, view.step),
        )
    ]
    is_cut = line.state is PlanState.CUT
    with st.container(horizontal=True):
        pressed.append(
            st.button(
                "Restore" if is_cut else "Cut",
                key="step_cut",
                on_click=presses.cut,
                args=(line.key, view.step),
                kwargs={"cut": not is_cut},
            )
        )
        for label, to in (("Earlier", line.position - 1), ("Later", line.position + 1)):
            pressed.append(
                st.button(
                    label,
                    key=f"step_{label.lower()}",
                    disabled=not _can_move(view, line, to),
                    on_click=presses.reorder,
                    args=(line.key, to, view.step),
                )
            )
    _close_after(any(pressed))


def _can_move(view: FacilitatorView, line: PlanLine, to: int) -> bool:
    return line.position > view.position and view.position < to <= view.steps_total


@st.dialog("Ask a question that is not in the guide", on_dismiss=state.close_dialog)
def _ask(view: FacilitatorView, presses: Presses) -> None:
    kind = KINDS[st.selectbox("Kind", list(KINDS), key="ask_kind")]
    prompt = st.text_input("Question", key="ask_prompt", max_chars=240)
    lines = ""
    if kind in ("choice", "scale"):
        label = "Options, one a line" if kind == "choice" else "Statements, one a line"
        lines = st.text_area(label, key="ask_lines", height=110)
    length = st.number_input("Minutes", 1, 60, 3, key="ask_minutes")
    _warn_of_sealing(view, "Ask now")
    block = _block(kind, prompt, lines, int(length))
    with st.container(horizontal=True):
        now = st.button("Ask now", key="ask_now", type="primary")
        later = st.button("Ask after this step", key="ask_next")
    if not (now or later):
        return
    if not presses.ask(block, view.step):
        showing.show_notice()
        return
    if now:
        # The question is the next step now, and putting it there was a step of its own.
        presses.jump(view.position + 1, view.step + 1)
    _close_after(True)


def _block(kind: str, prompt: str, lines: str, length: int) -> dict[str, object]:
    block: dict[str, object] = {
        "kind": kind,
        "prompt": prompt,
        "title": _title(prompt),
        "minutes": length,
    }
    given = [line.strip() for line in lines.splitlines() if line.strip()]
    if kind == "choice":
        block["options"] = given
    elif kind == "scale":
        # Without statements of its own, the question itself is the statement.
        block |= {"statements": given or [prompt], "template": "agreement"}
    return block


def _title(prompt: str) -> str:
    return prompt if len(prompt) <= TITLE_LENGTH else f"{prompt[: TITLE_LENGTH - 1]}…"


@st.dialog("Insert a break", on_dismiss=state.close_dialog)
def _break(view: FacilitatorView, presses: Presses) -> None:
    length = st.number_input("Minutes", 1, 60, 10, key="break_minutes")
    _warn_of_sealing(view, "Break now")
    now = st.button("Break now", key="break_now", type="primary")
    later = st.button("Break after this step", key="break_next")
    if not (now or later):
        return
    if presses.insert_break(int(length), view.step) and now:
        # As above.
        presses.jump(view.position + 1, view.step + 1)
    _close_after(True)


def _warn_of_sealing(view: FacilitatorView, label: str) -> None:
    if view.next_seals:
        st.text(f"“{label}” seals the answers of the step the room is at, which is final.")


def _close_after(pressed: bool) -> None:
    if pressed:
        state.close_dialog()
        st.rerun()
