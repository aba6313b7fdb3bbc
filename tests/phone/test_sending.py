"""Answers on their way: one size, lost networks, two tabs, each counted once."""

from urllib.parse import parse_qs

from playwright.sync_api import expect

from modules.domain.moves import Move
from tests.a_room import PLAIN, WORDS
from tests.phone.a_hand import THANKS, offline


def test_after_sending_the_choice_is_nowhere_in_the_page(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.chooses("b")
    phone.presses("Send")
    phone.sees(THANKS)

    expect(phone.page.locator("#thanks")).to_be_focused()
    expect(phone.page.locator("input:checked")).to_have_count(0)
    phone.page.get_by_text("Change my answer").click()
    expect(phone.page.locator('input[value="b"]')).not_to_be_checked()


def test_every_choice_and_pass_have_one_size_on_the_wire(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    for letter in "abc":
        phone.chooses(letter)
        phone.presses("Send")
        phone.sees(THANKS)
        phone.page.get_by_text("Change my answer").click()
    phone.presses("Pass")
    phone.sees(THANKS)

    assert [len(b) for b in phone.bodies()] == [1024] * 4
    assert site.view.answered == 1


def test_longer_texts_grow_in_steps(site, hand):
    phone = hand().joins()
    site.room.at(WORDS)
    phone.page.locator("textarea[name=text]").first.fill("ä" * 280)
    phone.presses("Send")
    phone.sees(THANKS)

    assert [len(b) for b in phone.bodies()] == [2048]


def test_an_answer_given_without_a_network_is_sent_once_when_it_returns(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.chooses("a")
    offline(phone, on=True)
    phone.presses("Send")
    phone.sees("Not sent yet, still trying.")
    assert site.view.answered == 0

    offline(phone, on=False)
    phone.sees(THANKS)

    assert site.view.answered == 1


def test_an_unsent_answer_survives_a_reload(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.chooses("a")
    phone.context.route("**/answer", lambda route: route.abort())
    phone.presses("Send")
    phone.sees("Not sent yet, still trying.")

    phone.page.reload()
    phone.sees("Not sent yet, still trying.")
    phone.context.unroute_all()
    phone.sees(THANKS)

    assert site.view.answered == 1


def test_an_answer_whose_acknowledgement_was_lost_counts_once(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)

    def swallowed(route):
        route.fetch()
        route.abort()

    phone.context.route("**/answer", swallowed, times=1)
    phone.chooses("a")
    phone.presses("Send")
    phone.sees(THANKS)

    assert len(phone.bodies()) == 2
    assert site.view.answered == 1


def test_a_question_that_closed_meanwhile_says_so_and_keeps_the_text(site, hand):
    phone = hand().joins()
    site.room.at(WORDS)
    phone.page.locator("textarea[name=text]").first.fill("A long thought")
    offline(phone, on=True)
    phone.presses("Send")
    phone.sees("Not sent yet, still trying.")
    site.room.move(Move.NEXT)

    offline(phone, on=False)
    phone.sees("This question is closed. Your answer was not counted.")

    expect(phone.page.get_by_label("What you typed, to copy:")).to_have_value("A long thought")


def test_two_tabs_of_one_phone_agree(site, hand):
    phone = hand().joins()
    other = phone.tab()
    other.goto(phone.room)
    site.room.at(PLAIN)
    phone.sees("What brought you here?", other)
    phone.chooses("a")
    phone.presses("Send")

    phone.sees(THANKS, other)
    other.get_by_text("Change my answer").click()
    other.locator('input[value="b"]').check()
    other.get_by_role("button", name="Send", exact=True).click()
    phone.sees(THANKS, other)

    assert [parse_qs(b)["seq"] for b in phone.bodies()] == [["1"], ["2"]]
    assert site.view.answered == 1


def test_a_reloaded_phone_still_knows_that_it_answered(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.presses("Pass")
    phone.sees(THANKS)

    phone.page.reload()

    phone.sees(THANKS)
