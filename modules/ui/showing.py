"""What every page shares: its style, its heading, and errors as sentences."""

from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from modules.domain.errors import WorkshopError
from modules.ui import state

# A picture of its own: Streamlit would fetch an icon by name from another company's server.
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
    "%3Ccircle cx='16' cy='16' r='15' fill='%236A2C70'/%3E"
    "%3Cpath d='M9 20a7 7 0 0 0 14 0' fill='none' stroke='%23F2A541' stroke-width='3'/%3E%3C/svg%3E"
)
_STYLES = Path(__file__).parent / "styles"


def run_safely(do: Callable[[], None]) -> bool:
    """Run what a person asked for; a refusal becomes a sentence on the screen, a bug surfaces."""
    state.clear_notice()
    try:
        do()
    except WorkshopError as refusal:
        state.leave_notice(str(refusal))
        return False
    return True


def page_frame(title: str, *, caption: str = "", ribbon: str = "") -> None:
    """The heading of an ordinary page, with what the last press has to say."""
    style("base", "page")
    if ribbon:
        html('<span class="ribbon">{ribbon}</span>', ribbon=ribbon)
    st.title(title, anchor=False)
    if caption:
        st.caption(caption)
    show_notice()


def show_notice() -> None:
    sentence, refused = state.notice()
    if sentence:
        with st.container(key="notice"):
            (st.error if refused else st.info)(sentence, icon=":material/info:")


def style(*names: str) -> None:
    """Apply our own style sheets, by name."""
    # What lies outside the app (dialogs) does not know Streamlit's theme.
    scheme = st.context.theme.type or "light dark"
    sheets = "".join(_sheet(name) for name in names)
    st.html(f"<style>:root {{ color-scheme: {scheme} }} {sheets}</style>")


def style_text(sheet: str) -> None:
    """Apply a style that depends on what is drawn: our own numbers, never anybody's text."""
    st.html(f"<style>{sheet}</style>")


def html(markup: str, *, narrow: bool = False, **values: object) -> None:
    """Draw our own markup with `{name}` places; every value is text and is escaped.

    `narrow` takes no more width than the text.
    """
    filled = markup.format(**{name: escape(str(value)) for name, value in values.items()})
    st.html(filled, width="content" if narrow else "stretch")


@cache
def _sheet(name: str) -> str:
    return (_STYLES / f"{name}.css").read_text("utf-8")
