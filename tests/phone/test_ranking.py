"""An order counts once somebody has put it, or said that it is right; chance alone is no answer."""

import pytest
from playwright.sync_api import expect

from modules.domain.ballot import RoundId
from modules.storage import rounds
from tests.phone.a_hand import THANKS
from tests.phone.test_every_phone import EVERY_KIND

RANKING = 5
NOTHING = "Nothing was put in order yet."


@pytest.fixture
def phone(site, hand):
    site.room.start(guide=EVERY_KIND)
    site.room.at(RANKING)
    phone = hand()
    phone.page.goto(phone.room)
    phone.presses("Join")
    expect(phone.page.locator("[data-ranking] button").first).to_be_visible()
    return phone


def orders(site):
    with site.database.read() as db:
        ballots = rounds.ballots_of(db, RoundId(site.room.round_id))
    return [ballot.answer["order"] for ballot in ballots]


def lines(phone):
    return phone.page.locator("[data-ranking] li").evaluate_all("all => all.map(l => l.title)")


def test_an_untouched_order_is_not_sent_as_an_answer(site, phone):
    phone.sees("Place 1 is at the top.")
    expect(phone.page.get_by_text("Give each line its own place.")).to_be_hidden()
    # Up, from the first place.
    phone.page.locator("[data-way=up]").first.press("Enter")
    expect(phone.page.locator("#live")).to_have_text(f"1: {lines(phone)[0]}")
    phone.presses("Send")

    phone.sees(NOTHING)
    assert orders(site) == []


def test_an_order_that_is_said_to_be_right_is_sent(site, phone):
    right = phone.page.get_by_label("This order is right")
    seen = lines(phone)
    right.focus()
    phone.page.keyboard.press("Space")
    phone.presses("Send")
    phone.sees(THANKS)

    items = ["Listening", "Speaking up", "Learning on my own", "Giving money"]
    [order] = orders(site)
    assert [items["abcd".index(letter)] for letter in order] == seen
    assert phone.wrong == []


def test_taking_the_tick_away_again_takes_the_order_back(site, phone):
    right = phone.page.get_by_label("This order is right")
    right.check()
    right.uncheck()
    phone.presses("Send")

    phone.sees(NOTHING)
    assert orders(site) == []


@pytest.mark.parametrize("way", ["keyboard", "drag"])
def test_whoever_moves_a_line_has_put_an_order(site, phone, way):
    line = phone.page.locator("[data-ranking] li").nth(2)
    moved = line.get_attribute("title")
    if way == "keyboard":
        line.get_by_role("button").first.press("Enter")
    else:
        grip = line.locator("[aria-hidden]").bounding_box()
        above = phone.page.locator("[data-ranking] li").nth(1).bounding_box()
        phone.page.mouse.move(grip["x"] + 10, grip["y"] + 10)
        phone.page.mouse.down()
        phone.page.mouse.move(grip["x"] + 10, above["y"] + 5, steps=5)
        phone.page.mouse.up()
    expect(phone.page.get_by_label("This order is right")).to_be_checked()
    assert lines(phone)[1] == moved
    phone.presses("Send")
    phone.sees(THANKS)

    assert len(orders(site)) == 1


def test_without_a_script_no_number_stands_beside_an_empty_field(site, hand):
    site.room.start(guide=EVERY_KIND)
    site.room.at(RANKING)
    phone = hand(java_script_enabled=False)
    phone.page.goto(phone.room)
    phone.presses("Join")
    phone.presses("Send")

    phone.sees(NOTHING)
    numbers = "li => getComputedStyle(li, '::before').content"
    assert phone.page.locator("[data-ranking] li").first.evaluate(numbers) == "none"
