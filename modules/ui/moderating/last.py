"""The last decision of this tab: taken back, put under a theme, or shown large by one key."""

import streamlit as st

from modules.domain.tally import TextState
from modules.screens.moderation_views import CardView, ModerationRound
from modules.ui.moderating import remembering
from modules.ui.moderating.deciding import Decisions


def show(round_: ModerationRound, decide: Decisions) -> None:
    shown = next((c for c in remembering.recent(round_) if c.state is TextState.SHOWN), None)
    with st.container(horizontal=True, vertical_alignment="center", key="last"):
        st.button(
            "Undo last decision",
            key="last_undo",
            shortcut="U",
            disabled=not remembering.last(round_),
            on_click=decide.undo_last,
            args=(round_,),
        )
        st.button(
            "Last one large",
            key="last_large",
            shortcut="L",
            disabled=shown is None or not (round_.sealed and round_.walled),
            help="Fills the projector with the text you showed last, once its result is shown.",
            on_click=decide.show_large,
            args=(shown,),
        )
        with st.container(key="last_theme", width=280):
            _theme(shown, round_, decide)


def _theme(shown: CardView | None, round_: ModerationRound, decide: Decisions) -> None:
    themes = sorted({c.theme for c in round_.cards if c.theme})
    here = themes.index(shown.theme) if shown and shown.theme else None
    # A field of its own for each text and theme: it never shows what was true before.
    field = f"theme_of_{shown.handle} {shown.theme}" if shown else "theme_of_none"
    st.selectbox(
        "Theme of the text shown last",
        themes,
        index=here,
        key=field,
        placeholder="Theme of the last one (T)",
        label_visibility="collapsed",
        accept_new_options=True,
        disabled=shown is None,
        on_change=decide.group_typed,
        args=(shown, field),
    )
