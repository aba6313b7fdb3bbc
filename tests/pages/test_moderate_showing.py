"""Shown texts under themes, and one alone on the projector."""

import re

from modules.domain.moves import Move
from modules.domain.tally import TextState
from tests.pages.a_desk import Desk, labels, markup
from tests.pages.a_queue import click, listed, queue


def test_shown_texts_are_grouped_under_a_theme_and_taken_out_again(desk: Desk):
    tab = queue(desk, "one", "two", "three")
    for card in desk.room.texts.cards:
        desk.room.decide(card.handle, TextState.SHOWN)
    one = next(card.handle for card in desk.room.texts.cards if card.text == "one")
    tab.run().multiselect(key="grouped").select(one)
    tab.text_input(key="theme").input("First things").run()

    tab.button(key="group").click().run()
    grouped = {card.text: card.theme for card in desk.room.texts.cards}
    tab.button(key="ungroup").click().run()

    assert grouped == {"one": "First things", "two": "", "three": ""}
    assert {card.theme for card in desk.room.texts.cards} == {""}


def test_grouping_keeps_the_moderators_wording(desk: Desk):
    tab = queue(desk, "Robin is lazy")
    [card] = desk.room.texts.cards
    desk.room.decide(card.handle, TextState.SHOWN, reworded="Somebody does less")
    tab.run().multiselect(key="grouped").select(card.handle)
    tab.text_input(key="theme").input("Work").run()

    tab.button(key="group").click().run()

    [card] = desk.room.texts.cards
    assert (card.reworded, card.theme) == ("Somebody does less", "Work")


def test_one_shown_text_fills_the_projector_and_leaves_it_again(desk: Desk):
    tab = queue(desk, *(f"text {n}" for n in range(6)))
    for card in desk.room.texts.cards:
        desk.room.decide(card.handle, TextState.SHOWN)
    desk.room.move(Move.SHOW_RESULTS)
    tab.run()

    click(tab, "large_")
    large = markup(desk.projector()).count('class="spotlight"')
    tab.button(key="none_large").click().run()

    assert large == 1
    assert 'class="spotlight"' not in markup(desk.projector())


def test_the_text_shown_last_fills_the_projector_by_one_press(desk: Desk):
    tab = queue(desk, *(f"text {n}" for n in range(6)))
    for _ in range(6):
        click(tab, "show ")
    assert tab.button(key="last_large").disabled
    newest = listed(tab)[0]
    desk.room.move(Move.SHOW_RESULTS)

    tab.run().button(key="last_large").click().run()

    assert re.search(rf'class="spotlight"[^>]*>{newest}<', markup(desk.projector()))


def test_the_text_shown_last_is_put_under_a_theme_that_is_there(desk: Desk):
    tab = queue(desk, "one", "two")
    other = desk.room.texts.cards[1]
    desk.room.decide(other.handle, TextState.SHOWN, theme="First things")
    tab = click(tab.run(), "show ")
    [shown] = [c for c in desk.room.texts.cards if c.handle != other.handle]

    field = next(s for s in tab.selectbox if s.key and s.key.startswith("theme_of_"))
    field.set_value("First things").run()

    assert {c.text: c.theme for c in desk.room.texts.cards}[shown.text] == "First things"


def test_nothing_is_shown_large_before_it_is_revealed(desk: Desk):
    tab = queue(desk, "one")
    click(tab, "show")

    assert "Large" not in labels(tab)
