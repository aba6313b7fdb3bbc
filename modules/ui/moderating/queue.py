"""A queue, not a wall of widgets: one text at a time, and what was decided as a list."""

from collections.abc import Callable

import streamlit as st

from modules.domain.tally import TextState
from modules.screens.views import CardView, ModerationRound, ModerationView
from modules.ui import showing
from modules.ui.moderating import card
from modules.ui.moderating.deciding import Decisions
from modules.ui.wording import count, plain

LISTED = 20
"""Decided texts drawn at once; two hundred buttons would make every press slow."""


def show(view: ModerationView, decisions: Callable[[str], Decisions]) -> None:
    """`decisions` gives the buttons of a round, by its id."""
    titles = [f"{n}. {round_.title}" for n, round_ in enumerate(view.rounds, 1)]
    chosen = st.selectbox("Question", titles, index=_first(view), key="moderated_round")
    round_ = view.rounds[titles.index(chosen)]
    if round_.prompt:
        showing.html('<p class="quiet">{prompt}</p>', prompt=round_.prompt)
    decide = decisions(round_.round_id)
    waiting, decided = st.columns([3, 2], gap="large")
    with waiting:
        if round_.in_batches:
            # Whoever saw a text come in as a neighbour puts the phone down would know its author.
            st.caption("New texts come three at a time, or once the answers are closed.")
        _waiting(round_, decide)
        _themes(round_, decide)
    with decided:
        _decided("Shown", round_, TextState.SHOWN, decide)
        _decided("Held", round_, TextState.HELD, decide)


def _first(view: ModerationView) -> int:
    """The first question with texts to review, else the last."""
    waiting = (n for n, r in enumerate(view.rounds) if r.in_state(TextState.WAITING))
    return next(waiting, len(view.rounds) - 1)


def _waiting(round_: ModerationRound, decide: Decisions) -> None:
    cards = round_.in_state(TextState.WAITING)
    st.header(f"Needs review: {len(cards)}", anchor=False)
    if not cards:
        st.caption("Everything is decided. New texts appear here by themselves.")
        return
    card.to_decide(cards[0], decide)


def _themes(round_: ModerationRound, decide: Decisions) -> None:
    shown = {c.handle: c for c in round_.in_state(TextState.SHOWN)}
    if not shown:
        return
    with st.expander("Group shown texts under a theme"):
        picked = st.multiselect(
            "Texts",
            list(shown),
            format_func=lambda handle: plain(_wording(shown[handle])[:80]),
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


def _decided(label: str, round_: ModerationRound, state: TextState, decide: Decisions) -> None:
    cards = round_.in_state(state)
    st.header(f"{label}: {len(cards)}", anchor=False)
    large = round_.sealed and round_.walled and state is TextState.SHOWN
    if large and cards:
        st.button("Show none large", key="none_large", on_click=decide.show_large, args=(None,))
    asked = round_.standing and state is TextState.SHOWN
    for each in cards[:LISTED]:
        card.decided(each, decide, large=large, asked=asked)
    if len(cards) > LISTED:
        st.caption(f"and {count(len(cards) - LISTED, 'more text')}")


def _wording(card: CardView) -> str:
    return card.reworded or card.text
