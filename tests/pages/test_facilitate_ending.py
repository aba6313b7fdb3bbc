"""Ending the workshop from the console, and taking the end back."""

from modules.domain.moves import Move
from modules.screens.views import AnswersState
from tests.a_room import PLAIN, WORDS
from tests.pages.a_desk import Desk, labels, press, seen


def test_ending_asks_once_and_says_what_will_be_lost(desk: Desk):
    desk.room.start(phones=5).at(3)
    desk.room.answer(desk.room.phones[0], {"text": ["left unread"]})
    tab = desk.signed_in("facilitate")

    press(tab, "end")

    assert not desk.room.view.ended
    assert "or that nobody has read yet are deleted." in seen(tab)
    assert "5 steps of the plan would not take place." in seen(tab)


def test_going_on_instead_of_ending_changes_nothing(desk: Desk):
    desk.room.start().at(1)
    tab = press(desk.signed_in("facilitate"), "end")
    before = desk.room.view

    press(tab, "end_not")

    assert desk.room.view == before
    assert "End now" not in labels(tab)


def test_ending_makes_the_summary_and_leaves_nothing_to_press(desk: Desk):
    desk.room.start().at(1)
    tab = press(desk.signed_in("facilitate"), "end")

    press(tab, "end_now")

    assert desk.room.view.ended
    assert "The summary is ready" in seen(tab)
    offered = ["Help", "Reopen the workshop", "Make it final now"]
    assert [b.label for b in tab.button if not b.disabled] == offered


def test_an_end_pressed_on_a_stale_screen_is_refused(desk: Desk):
    desk.room.start().at(1)
    tab = press(desk.signed_in("facilitate"), "end")
    desk.room.move(Move.NEXT)

    press(tab, "end_now")

    assert not desk.room.view.ended


def test_an_open_dialog_outlives_a_redraw(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    tab = press(desk.signed_in("facilitate"), "end")
    desk.room.all_choose("aa")

    assert "End now" in labels(tab.run())


def test_an_end_by_accident_is_taken_back_by_one_press(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aabbc")
    projector = desk.projector()
    tab = press(press(desk.signed_in("facilitate"), "end"), "end_now")
    ended = seen(projector.run())

    press(tab, "reopen")

    assert "Thank you for being here" in ended
    assert "What brought you here?" in seen(projector.run())
    assert (desk.room.view.position, desk.room.view.answers) == (PLAIN, AnswersState.SEALED)


def test_beside_the_way_back_it_says_that_the_summary_gets_another_address(desk: Desk):
    desk.room.start().at(1)
    desk.room.ends_by_accident()
    real = seen(desk.signed_in("facilitate"))
    desk.room.start(practice=True).ends_by_accident()

    sentence = "Reopening takes the summary's address back, also from whoever has scanned it"
    assert sentence in real
    assert sentence not in seen(desk.signed_in("facilitate"))


def test_an_end_that_is_final_offers_no_way_back(desk: Desk):
    desk.room.start().at(1)
    tab = press(press(desk.signed_in("facilitate"), "end"), "end_now")

    press(tab, "make_final")

    assert "Reopen the workshop" not in labels(tab)
    assert "The summary is ready" in seen(tab)


def test_after_the_end_the_facilitator_alone_is_told_how_many_texts_were_deleted(desk: Desk):
    desk.room.start(phones=3).at(WORDS)
    for device in desk.room.phones:
        desk.room.answer(device, {"text": ["left unread"]})
    desk.room.move(Move.END)

    assert "3 texts that were not shown were deleted." in seen(desk.signed_in("facilitate"))
