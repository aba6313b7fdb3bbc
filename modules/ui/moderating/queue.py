"""A queue, not a wall of widgets: one text at a time, and what was decided as a list."""

from collections.abc import Callable
from typing import Protocol

import streamlit as st

from modules.actions import moderating
from modules.domain.access import Acting
from modules.domain.ballot import RoundId
from modules.domain.session import SessionId
from modules.domain.tally import TextState
from modules.screens.views import CardView, ModerationRound, ModerationView
from modules.ui import showing
from modules.ui.moderating import card
from modules.ui.wording import count
from modules.wiring import workshop

LISTED = 20
"""Decided texts drawn at once; two hundred buttons would make every press slow."""


class Decide(Protocol):
    def __call__(
        self,
        round_id: str,
        handle: str,
        state: TextState,
        *,
        reason: str = "",
        reworded: str = "",
    ) -> None: ...


def deciding(acting: Acting, session_id: SessionId) -> Decide:
    """What a card's buttons call."""

    def decide(
        round_id: str, handle: str, state: TextState, *, reason: str = "", reworded: str = ""
    ) -> None:
        showing.run_safely(
            lambda: moderating.decide(
                workshop().tools,
                acting=acting,
                session_id=session_id,
                round_id=RoundId(round_id),
                handle=handle,
                state=state,
                reason=reason,
                reworded=reworded,
            )
        )

    return decide


def show(view: ModerationView, decide: Decide) -> None:
    titles = [_title(n, round_) for n, round_ in enumerate(view.rounds, 1)]
    start = next((n for n, r in enumerate(view.rounds) if r.in_state(TextState.WAITING)), -1)
    chosen = st.selectbox("Question", titles, index=start % len(titles), key="moderated_round")
    round_ = view.rounds[titles.index(chosen)]
    if round_.prompt:
        showing.html('<p class="quiet">{prompt}</p>', prompt=round_.prompt)
    waiting, decided = st.columns([3, 2], gap="large")
    with waiting:
        _waiting(round_, decide)
    with decided:
        _decided("Shown", round_, TextState.SHOWN, decide)
        _decided("Held", round_, TextState.HELD, decide)


def _title(number: int, round_: ModerationRound) -> str:
    return f"{number}. {round_.title}"


def _waiting(round_: ModerationRound, decide: Decide) -> None:
    cards = round_.in_state(TextState.WAITING)
    st.subheader(f"Needs review: {len(cards)}", anchor=False)
    if not cards:
        st.caption("Everything is decided. New texts appear here by themselves.")
        return
    card.to_decide(round_.round_id, cards[0], decide)


def _decided(
    label: str, round_: ModerationRound, state: TextState, decide: Callable[..., None]
) -> None:
    cards: tuple[CardView, ...] = round_.in_state(state)
    st.subheader(f"{label}: {len(cards)}", anchor=False)
    for decided in cards[:LISTED]:
        card.decided(round_.round_id, decided, decide)
    if len(cards) > LISTED:
        st.caption(f"and {count(len(cards) - LISTED, 'more text')}")
