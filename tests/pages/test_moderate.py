"""Texts before they are seen by anybody else."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from modules.actions import signing
from modules.domain.moves import Move
from modules.domain.tally import TextState
from tests.a_room import GUIDE, PLAIN, WORDS
from tests.pages.a_desk import Desk, button, labels, markup, press, seen
from tests.pages.a_queue import click, listed, queue, states
from tests.screens.test_standing import WITH_QUESTIONS, answered, sends, show_all

WIDGETS = ("button", "html", "selectbox", "text_input", "text_area", "multiselect", "caption")


def test_before_anything_was_written_the_page_says_so(desk: Desk):
    desk.room.start()

    assert "No texts yet." in seen(desk.signed_in("moderate"))


def test_one_text_at_a_time_is_decided(desk: Desk):
    tab = queue(desk, "one", "two", "three")

    assert "Needs review: 3" in seen(tab)
    assert labels(tab).count("Show") == 1


def test_the_word_filter_asks_to_look_twice_at_the_text_that_it_stops_at(desk: Desk):
    tab = queue(desk, "shit", "rain")
    asked = {}

    for _ in range(2):
        asked[tab.text_area[0].value] = any(
            "look twice" in caption.value for caption in tab.caption
        )
        click(tab, "show ")

    assert asked == {"shit": True, "rain": False}


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


def test_it_says_that_nothing_marks_other_words_and_nothing_does(desk: Desk):
    tab = queue(desk, "Robin is lazy")
    [said] = [caption.value for caption in tab.caption if "stays hidden" in caption.value]
    [card] = desk.room.texts.cards
    desk.room.decide(card.handle, TextState.SHOWN, reworded="Somebody does less")
    desk.room.move(Move.SHOW_RESULTS)

    assert "Nothing marks your words as yours" in said
    assert '<li dir="auto">Somebody does less</li>' in markup(desk.projector())


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


def decided(desk: Desk, many: int) -> AppTest:
    """The page with so many shown texts, as another device decided them."""
    queue(desk, *(f"text {n:02}" for n in range(many)))
    for card in desk.room.texts.cards:
        desk.room.decide(card.handle, TextState.SHOWN)
    return desk.signed_in("moderate")


def test_two_hundred_texts_are_no_more_widgets_than_twenty(desk: Desk):
    sizes = []
    for people in (20, 200):
        desk.room.start(phones=people, cap=200).at(WORDS)
        for number, device in enumerate(desk.room.phones):
            desk.room.answer(device, {"text": [f"text {number:03}"]})
        desk.room.move(Move.SHOW_RESULTS)
        for card in desk.room.texts.cards[: people // 2]:
            desk.room.decide(card.handle, TextState.SHOWN)
        tab = desk.signed_in("moderate")
        assert f"Needs review: {people // 2}" in seen(tab)
        sizes.append(sum(len(tab.get(kind)) for kind in WIDGETS))

    assert sizes[0] == sizes[1] < 60


def test_every_decided_text_is_a_few_presses_away(desk: Desk):
    tab = decided(desk, 20)
    found = listed(tab)

    for _ in range(2):
        tab.button(key="more_shown").click().run()
        found += listed(tab)

    assert sorted(found) == [f"text {n:02}" for n in range(20)]
    assert "more_shown" not in {b.key for b in tab.button}
    tab.button(key="first_shown").click().run()
    assert listed(tab) == found[:8]


def test_what_was_decided_is_found_by_its_words_its_theme_and_its_reason(desk: Desk):
    tab = decided(desk, 12)
    one, two, *_ = desk.room.texts.cards
    desk.room.decide(one.handle, TextState.HELD, reason="slur")
    desk.room.decide(two.handle, TextState.SHOWN, theme="Meetings")

    found = {
        wanted: listed(tab.text_input(key="search").input(wanted).run())
        for wanted in (one.text.upper(), "meet", "slur", "no such word")
    }

    assert list(found.values()) == [[one.text], [two.text], [one.text], []]
    assert "Shown: 11" in seen(tab)


def test_a_facilitator_moves_the_room_from_here_and_is_told_what_next_does(desk: Desk):
    tab = queue(desk, "one")
    assert "its result" in seen(tab)
    assert button(tab, "next").label == "Reveal"

    press(tab, "next")
    assert desk.room.view.results_shown
    press(tab, "next")

    assert desk.room.view.position == WORDS + 1


def test_a_moderator_by_link_has_nothing_that_moves_the_room(desk: Desk):
    queue(desk, "one")

    by_link = desk.open("moderate", acting=desk.moderator())

    assert {"Next", "Reveal", "Back"}.isdisjoint(labels(by_link))


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


def test_what_only_the_facilitators_read_is_a_list_without_a_button(desk: Desk):
    guide = GUIDE.replace("kind: text\n", "kind: text\nvisibility: facilitators\n")
    desk.room.start(phones=3, guide=guide).at(WORDS)
    for device in desk.room.phones:
        desk.room.answer(device, {"text": ["too <b>slow</b>"]})

    theirs = desk.signed_in("moderate")
    by_link = desk.open("moderate", acting=desk.moderator())

    assert markup(theirs).count("too &lt;b&gt;slow") == 3
    assert {"Show", "Undo"}.isdisjoint(labels(theirs))
    assert "too " not in seen(by_link)
    assert "No texts yet." in seen(by_link)


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

    assert "Everything is deleted on 8 April 2026" in seen(tab)


def at_hand(tab: AppTest) -> str:
    texts: list[str] = re.findall(r'class="text" dir="auto">(.*?)</p>', markup(tab))
    return texts[0]


def test_the_text_that_is_being_read_stays_when_the_answers_are_sealed(desk: Desk):
    tab = queue(desk, *"abcdefgh", practice=False)
    read = at_hand(tab)

    desk.room.move(Move.SHOW_RESULTS)

    assert at_hand(tab.run()) == read
    assert desk.room.texts.cards[0].text == "a" != read


def test_a_text_that_is_taken_back_is_at_hand_again(desk: Desk):
    tab = queue(desk, *"abcd")
    shown = at_hand(tab)
    click(tab, "show")

    click(tab, "undo_")

    assert at_hand(tab) == shown
