"""Decisions about texts are taken back, on this device and beside another."""

from modules.domain.moves import Move
from modules.domain.tally import TextState
from tests.pages.a_desk import Desk
from tests.pages.a_queue import click, listed, queue, states


def test_the_last_decisions_are_taken_back_one_by_one_newest_first(desk: Desk):
    tab = queue(desk, *(f"text {n:02}" for n in range(30)))
    for _ in range(20):
        click(tab, "show ")
    before = states(desk)
    click(tab, "hold_3")
    held = next(c.text for c in desk.room.texts.cards if c.state is TextState.HELD)
    assert listed(tab)[-1] == held

    tab.button(key="last_undo").click().run()
    after_one = states(desk)
    newest = listed(tab)[0]
    tab.button(key="last_undo").click().run()

    assert after_one == before
    assert {t for t, s in states(desk).items() if before[t] is not s} == {newest}


def test_a_decision_is_taken_back_after_its_round_was_sealed(desk: Desk):
    tab = queue(desk, "one", "two")
    click(tab, "hold_1")
    [held] = [c.text for c in desk.room.texts.cards if c.state is TextState.HELD]
    desk.room.move(Move.SHOW_RESULTS)

    tab.run().button(key="last_undo").click().run()

    assert states(desk)[held] is TextState.WAITING


def test_undo_gives_a_theme_and_other_words_back(desk: Desk):
    tab = queue(desk, "one")
    [card] = desk.room.texts.cards
    desk.room.decide(card.handle, TextState.SHOWN, reworded="uno", theme="Numbers")
    tab.run().multiselect(key="grouped").select(card.handle)
    tab.text_input(key="theme").input("Other").run()
    tab.button(key="group").click().run()

    tab.button(key="last_undo").click().run()

    [card] = desk.room.texts.cards
    assert (card.state, card.reworded, card.theme) == (TextState.SHOWN, "uno", "Numbers")


def test_undo_leaves_what_another_device_has_changed_since(desk: Desk):
    tab = queue(desk, "one")
    click(tab, "show ")
    [card] = desk.room.texts.cards
    desk.room.decide(card.handle, TextState.HELD, reason="slur")

    assert tab.run().button(key="last_undo").disabled


def test_this_tab_remembers_no_text(desk: Desk):
    tab = queue(desk, "kingfisher")
    click(tab, "hold_1")

    assert "kingfisher" not in repr(tab.session_state["decided in " + desk.room.texts.round_id])
