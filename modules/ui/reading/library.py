"""The library: every guide as a card, and the files that cannot be used with what to write."""

from collections.abc import Sequence

import streamlit as st

from modules.domain.access import Acting
from modules.screens.guides import GuideCard
from modules.ui import showing
from modules.ui.reading import choosing, written
from modules.ui.wording import count, minutes
from modules.ui.writing import doing

DUE = '<p class="due">A review has been due {due}.</p>'


def show(acting: Acting, cards: Sequence[GuideCard]) -> None:
    ids = [card.id for card in cards]
    usable = [card for card in cards if not card.problems]
    if not usable:
        st.info("There are no usable guides in the folder.")
    for start in range(0, len(usable), 2):
        for column, card in zip(
            st.columns(2, gap="medium"), usable[start : start + 2], strict=False
        ):
            with column:
                _card(acting, card)
    broken = [card for card in cards if card.problems]
    if broken:
        st.subheader("Files with mistakes", anchor=False)
        st.caption(
            "They cannot be started until the mistakes are mended. The others are not touched."
        )
    for card in broken:
        # A file with the name of a shipped guide cannot be reached by its name.
        _broken(acting, card, reached=ids.count(card.id) == 1)
    st.subheader("Another guide", anchor=False)
    doing.begin_button(acting)
    doing.import_form(acting)


def _card(acting: Acting, card: GuideCard) -> None:
    with st.container(
        border=True, key=f"card_{card.id}", height="stretch", vertical_alignment="distribute"
    ):
        showing.html(
            '<div class="card"><h2>{title}{own}</h2><p class="quiet">{facts}</p><p>{purpose}</p>'
            f'<p class="quiet">{{reviews}}</p>{DUE if card.review_due else ""}</div>',
            title=card.title,
            own=" · your own" if card.own else "",
            facts=_facts(card),
            purpose=card.purpose,
            reviews=_reviews(card),
            due=card.review_due,
        )
        with st.container(horizontal=True):
            st.button(
                "Read",
                key=f"read_{card.id}",
                type="primary",
                on_click=choosing.open_guide,
                args=(card.id,),
            )
            doing.edit_or_duplicate(acting, card.id, own=card.own)
            st.link_button("Print the pack", doing.pack_address(card.id), icon=":material/print:")


def _facts(card: GuideCard) -> str:
    return f"{minutes(card.minutes)} · {card.size} · risk {card.risk} · version {card.version}"


def _reviews(card: GuideCard) -> str:
    if not card.reviews:
        return "Not reviewed yet"
    return f"{count(len(card.reviews), 'review')}: {'; '.join(card.reviews)}"


def _broken(acting: Acting, card: GuideCard, *, reached: bool) -> None:
    with st.expander(f"{written.harmless(card.title)}: {count(len(card.problems), 'problem')}"):
        for problem in card.problems:
            st.text(f"Line {problem.line}: {problem.message} {problem.fix}")
        if card.own and reached:
            with st.container(horizontal=True):
                doing.edit_or_duplicate(acting, card.id, own=True)
                doing.delete_button(card.id)
                st.link_button("Export", doing.text_address(card.id), icon=":material/download:")
