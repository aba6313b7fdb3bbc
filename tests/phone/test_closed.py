"""Answers are closed: the question stays in sight, and whoever sent nothing is told so."""

import pytest
from playwright.sync_api import expect

from modules.domain.moves import Move
from tests.a_room import PLAIN
from tests.phone.a_hand import THANKS
from tests.phone.a_site import ASite
from tests.phone.test_every_phone import EVERY_KIND

QUESTION = "What brought you here?"
CLOSED = "Answers are closed."
NOTHING = "You had not sent an answer, so none is counted."


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("sent", ["Send", "Pass", ""])
def test_the_question_stays_and_only_who_sent_nothing_is_told_so(site: ASite, hand, scripts, sent):
    site.room.at(PLAIN)
    phone = hand(java_script_enabled=scripts).enters()
    if sent:
        phone.chooses("a")
        phone.presses(sent)
        phone.sees(THANKS)
    site.room.move(Move.CLOSE_ANSWERS)
    if not scripts:
        phone.page.reload()
    phone.sees(CLOSED)

    expect(phone.page.get_by_text(QUESTION).locator("visible=true")).to_have_count(1)
    told = phone.page.locator(".closed").get_by_text(NOTHING)
    expect(told).to_be_visible(visible=not sent)
    if scripts:
        expect(phone.page.locator("#live")).to_contain_text(CLOSED)
        expect(phone.page.locator("#live").get_by_text(NOTHING)).to_have_count(0 if sent else 1)


def test_an_answer_that_was_being_changed_is_still_in(site: ASite, hand):
    site.room.at(PLAIN)
    phone = hand().enters()
    phone.chooses("a")
    phone.presses("Send")
    phone.sees(THANKS)
    phone.page.get_by_text("Change my answer").click()
    site.room.move(Move.CLOSE_ANSWERS)
    phone.sees(CLOSED)

    phone.sees(THANKS)
    expect(phone.page.locator(".closed").get_by_text(NOTHING)).to_be_hidden()
    phone.page.goto(f"{phone.room}?change=1")
    phone.sees(THANKS)


def test_after_a_plan_the_way_to_keep_it_is_one_tap(site: ASite, hand):
    site.room.start(guide=EVERY_KIND)
    site.room.at(9)
    phone = hand().enters()
    phone.page.get_by_label("If …").fill("If somebody jokes")
    phone.presses("Send")
    phone.page.get_by_role("link", name="Save it, or be reminded").click()

    expect(phone.page.get_by_role("button", name="Remind me in 7, 30 and 90 days")).to_be_visible()
    expect(phone.page.locator("#notes-others")).to_contain_text("If somebody jokes")
