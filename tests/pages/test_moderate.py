"""Texts before they are seen by anybody else."""

import pytest
from streamlit.testing.v1 import AppTest

from modules.actions import signing
from modules.domain.moves import Move
from modules.domain.tally import TextState
from tests.a_room import PLAIN, WORDS
from tests.pages.a_desk import Desk, labels, markup, seen
from tests.screens.test_standing import WITH_QUESTIONS, answered, sends, show_all


def queue(desk: Desk, *texts: str, practice: bool = True) -> AppTest:
    """The page with these texts. In practice every text is there at once."""
    desk.room.start(phones=len(texts), practice=practice).at(WORDS)
    for device, text in zip(desk.room.phones, texts, strict=True):
        desk.room.answer(device, {"text": [text]})
    return desk.signed_in("moderate")


def states(desk: Desk) -> dict[str, TextState]:
    return {card.text: card.state for card in desk.room.texts.cards}


def click(tab: AppTest, begins: str) -> AppTest:
    key = next(b.key for b in tab.button if b.key and b.key.startswith(begins))
    return tab.button(key=key).click().run()


def test_before_anything_was_written_the_page_says_so(desk: Desk):
    desk.room.start()

    assert "No texts yet." in seen(desk.signed_in("moderate"))


def test_one_text_at_a_time_is_decided(desk: Desk):
    tab = queue(desk, "one", "two", "three")

    assert "Needs review: 3" in seen(tab)
    assert labels(tab).count("Show") == 1


def test_showing_holding_and_undoing(desk: Desk):
    tab = queue(desk, "one")

    click(tab, "show")
    shown = states(desk)
    click(tab, "undo_")
    undone = states(desk)
    click(tab, "hold_1")

    assert shown == {"one": TextState.SHOWN}
    assert undone == {"one": TextState.WAITING}
    [card] = desk.room.texts.cards
    assert (card.state, card.reason) == (TextState.HELD, "names a person")


def test_other_words_are_shown_instead_and_the_text_stays(desk: Desk):
    tab = queue(desk, "Robin is lazy")
    tab.text_area[0].input("Somebody does less than others")

    click(tab, "reword_")

    [card] = desk.room.texts.cards
    assert (card.text, card.reworded) == ("Robin is lazy", "Somebody does less than others")


def test_blank_other_words_cannot_be_sent(desk: Desk):
    tab = queue(desk, "one")

    tab.text_area[0].input("   ").run()

    assert next(b for b in tab.button if b.key and b.key.startswith("reword_")).disabled


def test_a_text_withdrawn_meanwhile_is_said_so(desk: Desk):
    tab = queue(desk, "one")
    desk.room.answer(desk.room.phones[0], {"text": ["another"]}, seq=2)

    click(tab, "show")

    assert [error.value for error in tab.error] == [
        "This text was changed or withdrawn by its author in the meantime."
    ]
    assert states(desk) == {"another": TextState.WAITING}


def test_a_text_is_shown_as_text(desk: Desk):
    tab = queue(desk, "<script>alert(1)</script> # heading")

    assert "&lt;script&gt;alert(1)&lt;/script&gt; # heading" in markup(tab)
    assert "<script>" not in markup(tab)


def test_many_decided_texts_do_not_become_a_wall_of_buttons(desk: Desk):
    queue(desk, *(f"text {n}" for n in range(40)))
    for card in desk.room.texts.cards:
        desk.room.decide(card.handle, TextState.SHOWN)

    tab = desk.signed_in("moderate")

    assert labels(tab).count("Undo") == 20
    assert "and 20 more texts" in seen(tab)


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


def test_nothing_is_shown_large_before_it_is_revealed(desk: Desk):
    tab = queue(desk, "one")
    click(tab, "show")

    assert "Large" not in labels(tab)


def test_a_moderators_press_after_the_withdrawal_changes_nothing(desk: Desk):
    queue(desk, "one")
    tab = desk.open("moderate", acting=desk.moderator())
    signing.withdraw_moderators(
        desk.room.tools, acting=desk.room.acting, session_id=desk.room.session_id
    )

    click(tab, "show")

    assert states(desk) == {"one": TextState.WAITING}
    assert [title.value for title in tab.title] == ["Sign in"]


def test_new_texts_come_three_at_a_time_so_that_none_can_be_tied_to_a_person(desk: Desk):
    tab = queue(desk, "heron reed", "kingfisher", practice=False)
    assert "heron reed" not in markup(tab)
    assert [c.value for c in tab.caption if "three at a time" in c.value]

    desk.room.move(Move.CLOSE_ANSWERS)
    tab = desk.signed_in("moderate")

    assert "heron reed" in markup(tab) or "kingfisher" in markup(tab)


def test_a_shown_question_to_the_room_is_marked_answered_here_and_on_the_console(desk: Desk):
    desk.room.start(phones=1, guide=WITH_QUESTIONS).at(PLAIN)
    sends(desk.room, desk.room.phones[0], 1, question=["Why here?"])
    show_all(desk.room)
    desk.room.at(PLAIN + 1)

    tab = click(desk.signed_in("moderate"), "answered_")
    assert ("Not answered" in labels(tab), answered(desk.room)) == (True, {"Why here?": True})
    console = desk.signed_in("facilitate")
    assert "Why here? answered" in seen(console)
    console = click(console, "answered_")

    assert "Mark answered" in labels(console)
    assert answered(desk.room) == {"Why here?": False}


def test_other_texts_cannot_be_marked_answered(desk: Desk):
    tab = click(queue(desk, "one"), "show")

    assert "Mark answered" not in labels(tab)


@pytest.mark.parametrize("begins", ["undo_", "reword_", "hold_1", "show"])
def test_a_press_on_a_page_from_before_the_end_is_refused_in_a_sentence(desk: Desk, begins: str):
    tab = queue(desk, *(f"text {n}" for n in range(5)), practice=False)
    desk.room.move(Move.SHOW_RESULTS)
    for card in desk.room.texts.cards[1:]:
        desk.room.decide(card.handle, TextState.SHOWN)
    tab.run()
    desk.room.move(Move.END)
    before = states(desk)

    click(tab, begins)

    assert [error.value for error in tab.error] == [
        "The workshop has ended. Its texts stay as they were shown."
    ]
    assert states(desk) == before


def test_the_deletion_date_is_on_the_page(desk: Desk):
    tab = queue(desk, "one", practice=False)

    assert "everything is deleted on 8 April 2026" in seen(tab)
