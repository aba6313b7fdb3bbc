"""What was decided, as two lists that stay short: a search field, and a page at a time."""

import streamlit as st

from modules.domain.tally import TextState
from modules.screens.moderation_views import CardView, ModerationRound
from modules.ui import state
from modules.ui.moderating import card, remembering
from modules.ui.moderating.deciding import Decisions

LISTED = 8
"""Decided texts drawn at once; two hundred buttons would make every press slow."""


def show(round_: ModerationRound, decide: Decisions) -> None:
    found = round_.in_state(TextState.SHOWN) + round_.in_state(TextState.HELD)
    if len(found) > LISTED:
        wanted = st.text_input(
            "Search what was decided",
            key="search",
            label_visibility="collapsed",
            placeholder="Search what was decided",
        )
        found = tuple(c for c in found if _matches(c, wanted))
    # What was just decided is what may have to be changed.
    recent = [c.handle for c in remembering.recent(round_)]
    ordered = sorted(found, key=lambda c: _place(c, recent))
    _listed("Shown", ordered, TextState.SHOWN, round_, decide)
    _listed("Held", ordered, TextState.HELD, round_, decide)


def _place(decided: CardView, recent: list[str]) -> int:
    return recent.index(decided.handle) if decided.handle in recent else len(recent)


def _matches(decided: CardView, wanted: str) -> bool:
    said = " ".join((decided.text, decided.reworded, decided.theme, decided.reason))
    return wanted.strip().casefold() in said.casefold()


def _listed(
    label: str,
    found: list[CardView],
    wanted: TextState,
    round_: ModerationRound,
    decide: Decisions,
) -> None:
    cards = [c for c in found if c.state is wanted]
    st.header(f"{label}: {len(round_.in_state(wanted))}", anchor=False)
    can_be_large = round_.sealed and round_.walled and wanted is TextState.SHOWN
    if can_be_large and cards:
        st.button("Show none large", key="none_large", on_click=decide.show_large, args=(None,))
    asked = round_.standing and wanted is TextState.SHOWN
    listing = f"{wanted.value} of {round_.round_id}"
    pages = max(1, -(-len(cards) // LISTED))
    page = min(state.page_of(listing), pages - 1)
    first = page * LISTED
    for one in cards[first : first + LISTED]:
        card.decided(one, decide, large=can_be_large, asked=asked)
    if pages > 1:
        _pager(wanted, listing, page, pages, f"{first + 1} to {min(first + LISTED, len(cards))}")


def _pager(wanted: TextState, listing: str, page: int, pages: int, shown: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"pages_{wanted.value}"):
        st.caption(shown)
        if page:
            st.button(
                "Back to the first",
                key=f"first_{wanted.value}",
                on_click=state.turn_to,
                args=(listing, 0),
            )
        if page + 1 < pages:
            st.button(
                "Show more",
                key=f"more_{wanted.value}",
                on_click=state.turn_to,
                args=(listing, page + 1),
            )
