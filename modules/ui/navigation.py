"""The one table of pages: the menu, the sign-in gate and the tests all loop over it."""

from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page
from streamlit.runtime.scriptrunner import get_script_run_ctx

from modules.domain.access import Role, SignIn
from modules.ui import state

PAGES_FOLDER = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page. `path` is its address; the first one of the table is the start."""

    file: str
    path: str
    title: str
    icon: str
    for_moderators: bool = False
    for_everyone: bool = False


START, GUIDES, FACILITATE, MODERATE, SUMMARY, PROJECTOR = PAGES = (
    PageLine("start.py", "start", "Start", ":material/home:"),
    PageLine("guides.py", "guides", "Guides", ":material/menu_book:"),
    PageLine("facilitate.py", "facilitate", "Facilitate", ":material/play_arrow:"),
    PageLine("moderate.py", "moderate", "Moderate", ":material/rate_review:", for_moderators=True),
    PageLine("summary.py", "summary", "Summary", ":material/summarize:"),
    PageLine("projector.py", "projector", "Projector", ":material/tv:", for_everyone=True),
)


def chosen_page(sign_in: SignIn | None) -> Page:
    """The page to run at this address: the sign-in wherever this device may not go."""
    first = MODERATE if sign_in and sign_in.role is Role.MODERATOR else START
    pages = [_page(line, sign_in) for line in PAGES]
    # The default page answers at "/" only, so each line keeps its own address beside it.
    home = _page(replace(first, path="home"), sign_in, default=True)
    menu = sign_in is not None and sign_in.role is Role.FACILITATOR
    return st.navigation([home, *pages], position="top" if menu else "hidden")


def open_session(line: PageLine) -> None:
    """Open a page about the session of this tab; its address names it, for reloads."""
    _open(line, session=state.session_id() or "")


def open_start(guide_id: str) -> None:
    """The form, with this guide chosen."""
    _open(START, guide=guide_id)


def _open(line: PageLine, **query: str) -> None:
    """Leave this page for another one.

    A look of this page (`live.follow`) may be on its way. Where it meets the order to open another
    page, Streamlit makes one order of the two: to run this page again, at the other one's address.
    It takes no notice of a look that it does not know any more.
    """
    running = get_script_run_ctx()
    if running:
        running.fragment_storage.clear()
    st.switch_page(line.file, query_params=query)


def _page(line: PageLine, sign_in: SignIn | None, *, default: bool = False) -> Page:
    allowed = _may_open(line, sign_in)
    in_menu = allowed and not line.for_everyone and (default or line is not START)
    return st.Page(
        PAGES_FOLDER / (line.file if allowed else "sign_in.py"),
        title=line.title if allowed else "Sign in",
        icon=line.icon,
        url_path=line.path,
        default=default,
        visibility="visible" if in_menu else "hidden",
    )


def _may_open(line: PageLine, sign_in: SignIn | None) -> bool:
    if line.for_everyone:
        return True
    if sign_in is None:
        return False
    return sign_in.role is Role.FACILITATOR or line.for_moderators
