"""A queue, not a wall of widgets: one text at a time, and what was decided as a list."""

from collections.abc import Callable, Sequence

import streamlit as st

from modules.domain.tally import TextState
from modules.screens.moderation_views import ModerationRound, ModerationView
from modules.ui import showing, state
from modules.ui.moderating import card, decided, last, reading, remembering
from modules.ui.moderating.deciding import Decisions
from modules.ui.wording import plain


def show(view: ModerationView, decisions: Callable[[str], Decisions]) -> None:
    """`decisions` gives the buttons of a round, by its id."""
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        place = st.empty()
        round_ = _chosen(view)
    if round_.unshown:
        reading.show(round_)
        return
    waiting = round_.in_state(TextState.WAITING)
    place.header(f"Needs review: {len(waiting)}", anchor=False)
    decide = decisions(round_.round_id)
    left, right = st.columns([5, 3], gap="medium")
    with left:
        _waiting(round_, decide)
        last.show(round_, decide)
        _themes(round_, decide)
    with right:
        decided.show(round_, decide)


def _chosen(view: ModerationView) -> ModerationRound:
    titles = [f"{n}. {round_.title}" for n, round_ in enumerate(view.rounds, 1)]
    chosen = st.selectbox(
        "Question",
        titles,
        index=_first(view.rounds),
        key="moderated_round",
        label_visibility="collapsed",
    )
    return view.rounds[titles.index(chosen)]


def _first(rounds: Sequence[ModerationRound]) -> int:
    """The question that was asked for, else the first with texts to review, else the last.

    Of a question's rounds it is the first with texts to review, else the last.
    """
    asked_for = [n for n, r in enumerate(rounds) if r.key == state.question()]
    among = asked_for or range(len(rounds))
    waiting = (n for n in among if _waits(rounds[n]))
    return next(waiting, among[-1])


def _waits(round_: ModerationRound) -> bool:
    return not round_.unshown and bool(round_.in_state(TextState.WAITING))


def _waiting(round_: ModerationRound, decide: Decisions) -> None:
    if at_hand := remembering.at_hand(round_):
        card.to_decide(at_hand, decide)
    else:
        st.caption("Everything is decided. New texts appear here by themselves.")
    if round_.prompt:
        showing.html('<p class="asked-here">{prompt}</p>', prompt=round_.prompt)
    if round_.in_batches:
        # Whoever saw a text come in as a neighbour puts the phone down would know its author.
        st.caption("New texts come three at a time, or once the answers are closed.")


def _themes(round_: ModerationRound, decide: Decisions) -> None:
    shown = {c.handle: c for c in round_.in_state(TextState.SHOWN)}
    if not shown:
        return
    with st.expander("Group shown texts under a theme"):
        picked = st.multiselect(
            "Texts",
            list(shown),
            format_func=lambda handle: plain(card.wording_of(shown[handle])[:80]),
            key="grouped",
        )
        theme = st.text_input("Theme, in your words", max_chars=60, key="theme")
        cards = tuple(shown[handle] for handle in picked)
        with st.container(horizontal=True):
            st.button(
                "Put them under this theme",
                key="group",
                disabled=not (cards and theme.strip()),
                on_click=decide.group,
                args=(cards, theme.strip()),
            )
            st.button(
                "Take them out of their theme",
                key="ungroup",
                disabled=not any(c.theme for c in cards),
                on_click=decide.group,
                args=(cards, ""),
            )
