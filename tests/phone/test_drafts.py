"""What is typed and not sent yet is there again after another page, and gone when it should be."""

import pytest
from playwright.sync_api import expect

from tests.a_room import WORDS
from tests.phone.a_hand import THANKS

STORED = "Object.keys(sessionStorage)"


@pytest.fixture
def typing(site, hand):
    site.room.at(WORDS)
    phone = hand().enters()
    phone.page.locator("textarea[name=text]").first.fill("Half a thought")
    return phone


def test_a_text_outlives_another_page_back_and_a_reload_until_it_is_sent(typing):
    page, field = typing.page, typing.page.locator("textarea[name=text]").first
    page.get_by_role("link", name="What happens to my answer?").click()
    typing.sees("stays on this phone, in this tab only")
    page.go_back()
    expect(field).to_have_value("Half a thought")
    page.reload()
    expect(field).to_have_value("Half a thought")
    assert page.evaluate(STORED) == []
    typing.presses("Send")
    typing.sees(THANKS)
    page.reload()
    typing.sees(THANKS)

    expect(field).to_have_value("")


def test_leaving_takes_along_the_text_and_that_an_answer_was_given(typing):
    typing.presses("Pass")
    typing.sees(THANKS)
    typing.page.get_by_text("Change my answer").click()
    typing.page.locator("textarea[name=text]").first.fill("Another thought")
    typing.page.get_by_text("Leave", exact=True).click()
    typing.presses("Leave the workshop")
    typing.sees("You have left")

    assert typing.page.evaluate(STORED) == []
    assert typing.page.evaluate("Object.keys(localStorage)") == []


def test_after_the_end_a_text_is_kept_no_longer_than_its_page(site, typing):
    site.end()
    expect(typing.page.locator("#kept-text")).to_have_value("Half a thought")
    typing.page.get_by_role("link", name="Read the summary").click()
    typing.sees("Read it here")

    assert typing.page.evaluate(STORED) == []


def test_whoever_is_not_known_any_more_is_led_to_join_again_and_loses_no_text(typing):
    typing.context.clear_cookies()
    typing.presses("Send")
    typing.sees("This browser kept no cookie")
    typing.presses_join()

    expect(typing.page.locator("textarea[name=text]").first).to_have_value("Half a thought")
