"""How screens look again; why, is fact 14 of docs/architecture.md."""

import streamlit as st

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
