"""How screens look again; why, is fact 14 of docs/architecture.md."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from modules.live.signals import Signal
from modules.ui import live
from modules.ui.components import following
from tests.pages.a_desk import Desk


def test_every_drawing_orders_looks_by_a_name_of_its_own(desk: Desk, monkeypatch):
    desk.room.start()
    ordered: list[tuple[str, float]] = []
    fragment = st.fragment

    def noted(look_again, *, run_every):
        ordered.append((look_again.__qualname__, run_every))
        return fragment(look_again, run_every=run_every)

    monkeypatch.setattr(st, "fragment", noted)
    desk.projector().run()

    (first, _), (second, every) = ordered
    assert first != second
    assert every == 2


def test_who_opens_another_page_leaves_no_look_behind(desk: Desk, monkeypatch):
    desk.room.start()
    tab = desk.signed_in("facilitate")
    left: list[frozenset[str]] = []

    def opened(page, *, query_params):
        assert (page, list(query_params)) == ("start.py", ["guide"])
        running = get_script_run_ctx()
        assert running
        left.append(running.fragment_storage.ids_registered_after(0))
        st.stop()

    monkeypatch.setattr(st, "switch_page", opened)
    tab.button(key="wrong_guide").click().run()

    assert left == [frozenset()]


def test_no_page_but_the_console_is_drawn_again_for_a_signal(desk: Desk):
    """Whoever has the code may watch when the projector's page is drawn, and who taps then."""
    desk.room.start()
    session_id = desk.room.session_id
    console, other = live.look(session_id, console=True), live.look(session_id)

    desk.workshop.signals.give(session_id, Signal.HURT, b"a phone's own token")

    assert live.look(session_id, console=True) != console
    assert live.look(session_id) == other


def test_only_the_console_listens_where_signals_are_heard(desk: Desk, monkeypatch):
    desk.room.start().at(1)
    session_id, news = desk.room.session_id, desk.workshop.news
    listened: list[str] = []
    drawn: list[tuple[str, bool]] = []
    monkeypatch.setattr(following, "listen", lambda where, **_: listened.append(where))
    monkeypatch.setattr(
        following, "drawn", lambda seen, *, counts, **_: drawn.append((seen, counts))
    )

    desk.signed_in("facilitate")
    for page in ("moderate", "summary"):
        desk.signed_in(page)
    desk.projector()

    console, *others = [where.removeprefix(live.NEWS) for where in listened]
    assert console == news.address(session_id, console=True)
    assert others == [news.address(session_id)] * 3
    assert drawn[0] == (news.word(session_id, console=True), True)
    # The moderator's queue and the results have no counts that grow alone.
    assert drawn[1:] == [(news.word(session_id), counts) for counts in (False, False, True)]
