"""What one browser tab remembers: the only user of st.session_state.

Nothing here matters to the room: a reload loses it, and the page's address names the session.
"""

import time
from typing import Any, cast

import streamlit as st

from modules.domain.session import SessionId
from modules.screens.start_views import FilledView

NOTICE_SECONDS = 20
_SESSION = "session"
_NOTICE = "notice"
_DIALOG = "dialog"
_PROJECTED = "projected"
_DRAFT = "draft of "
_FORM = "filled form"
_DECIDED = "decided in "
_AT_HAND = "at hand in "
_PAGE = "page of "
_TIMES = "times of "
_MODERATOR_LINK = "moderator link"
_NUMBER = "number"


def session_id() -> SessionId | None:
    """The session this tab is about: from the page's address, else the one chosen last.

    It is written into the address, so that a reload on stage finds it again.
    """
    found = st.query_params.get(_SESSION) or st.session_state.get(_SESSION)
    if not found:
        return None
    choose_session(SessionId(str(found)))
    return SessionId(str(found))


def choose_session(chosen: SessionId) -> None:
    st.session_state[_SESSION] = chosen
    if st.query_params.get(_SESSION) != chosen:
        st.query_params[_SESSION] = chosen


def question() -> str:
    """The key of the question that this page's address asks for, or ""."""
    return st.query_params.get("question", "")


def forget_session() -> None:
    st.session_state.pop(_SESSION, None)
    st.query_params.pop(_SESSION, None)


def leave_notice(sentence: str, *, refused: bool = True) -> None:
    """A sentence about the last press; it stays through redraws, but not for long."""
    st.session_state[_NOTICE] = (sentence, refused, time.monotonic())


def clear_notice() -> None:
    st.session_state.pop(_NOTICE, None)


def notice() -> tuple[str, bool]:
    """The sentence, empty where there is none, and whether something was refused."""
    sentence, refused, since = st.session_state.get(_NOTICE, ("", False, 0.0))
    return (sentence if time.monotonic() - since < NOTICE_SECONDS else "", refused)


def open_dialog(name: str) -> None:
    """Remembered, because a redraw after somebody's answer would close the dialog otherwise."""
    st.session_state[_DIALOG] = name


def close_dialog() -> None:
    st.session_state.pop(_DIALOG, None)


def dialog() -> str:
    return cast(str, st.session_state.get(_DIALOG, ""))


def projected(code: str) -> SessionId | None:
    """The session that this projector tab found by its code: the code dies with the workshop."""
    known = st.session_state.get(_PROJECTED, ("", None))
    return cast(SessionId, known[1]) if known[0] == code else None


def remember_projected(code: str, found: SessionId) -> None:
    st.session_state[_PROJECTED] = (code, found)


def keep_form(filled: FilledView | None) -> None:
    """What a form had been filled with, for the next one in this tab."""
    st.session_state[_FORM] = filled


def kept_form() -> FilledView | None:
    return cast("FilledView | None", st.session_state.get(_FORM))


def typed(field: str) -> str:
    """What stands in a text field with this key."""
    return cast(str, st.session_state.get(field, ""))


def decided_here(round_id: str) -> list[Any]:
    """What this tab decided last about the texts of a round, the newest last; no texts in it."""
    return cast(list[Any], st.session_state.setdefault(f"{_DECIDED}{round_id}", []))


def text_at_hand(round_id: str) -> int | None:
    """What the text before the moderator hashes to, in this process."""
    return cast("int | None", st.session_state.get(f"{_AT_HAND}{round_id}"))


def take_in_hand(round_id: str, text: int) -> None:
    st.session_state[f"{_AT_HAND}{round_id}"] = text


def fresh(field: str) -> str:
    """A key for a field that begins anew after each `renew`.

    The browser remembers what was typed under a key, and sends it again when the key comes back.
    """
    return f"{field} {st.session_state.get(f'{_TIMES}{field}', 0)}"


def renew(field: str) -> None:
    st.session_state[f"{_TIMES}{field}"] = st.session_state.get(f"{_TIMES}{field}", 0) + 1


def page_of(listing: str) -> int:
    """Which page of a long list this tab shows; 0 is the first."""
    return cast(int, st.session_state.get(f"{_PAGE}{listing}", 0))


def turn_to(listing: str, page: int) -> None:
    st.session_state[f"{_PAGE}{listing}"] = page


def next_number() -> int:
    """One more than the last time."""
    st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1
    return cast(int, st.session_state[_NUMBER])


def keep_moderator_link(link: str) -> None:
    st.session_state[_MODERATOR_LINK] = link


def moderator_link() -> str:
    return cast(str, st.session_state.get(_MODERATOR_LINK, ""))


def draft(guide_id: str, saved: str, *, field: str) -> tuple[str, str]:
    """The text being written in this tab and the saved one it began with.

    Where nothing was changed and the field is not on the screen, that is the text as saved now.
    """
    text, began = st.session_state.get(f"{_DRAFT}{guide_id}", (saved, saved))
    if text == began and field not in st.session_state:
        return saved, saved
    return text, began


def keep_draft(guide_id: str, text: str, began: str) -> None:
    st.session_state[f"{_DRAFT}{guide_id}"] = (text, began)


def put_draft(guide_id: str, text: str, began: str, *, field: str) -> None:
    """Another text for the field, before it is drawn: a kept version, or the saved one."""
    keep_draft(guide_id, text, began)
    st.session_state[field] = text
