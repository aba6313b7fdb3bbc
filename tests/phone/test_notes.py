"""Own notes without a code, after the end: one page that reads this browser and sends nothing."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.axe import barriers
from tests.phone.a_hand import Hand
from tests.phone.test_every_phone import EVERY_KIND

PLAN = 9
HINT = "My own notes on this phone"
SECRETS = ("My most private note", "If somebody jokes", "then I ask back")


def write(phone: Hand) -> Hand:
    """A note and a plan, in a workshop of 9 March 2026."""
    phone.site.room.start(guide=EVERY_KIND, title="A day, with commas; & more")
    phone.joins()
    phone.page.get_by_text("My own notes", exact=True).click()
    phone.page.get_by_role("textbox", name="My own notes").fill(SECRETS[0])
    phone.site.room.at(PLAN)
    phone.page.get_by_label("If …").fill(SECRETS[1])
    phone.page.get_by_label("then I will …").fill(SECRETS[2])
    return phone


def downloaded(phone: Hand, button: str) -> str:
    with phone.page.expect_download() as file:
        phone.presses(button)
    return Path(file.value.path()).read_bytes().decode().replace("\r\n ", "")


def test_the_page_has_no_cookie_and_may_send_nothing(site):
    answer = site.phone(joined=False).get("/notes?language=de")

    rules = answer.headers["content-security-policy"]
    assert ("set-cookie" in answer.headers, answer.headers["cache-control"]) == (False, "no-store")
    assert "Meine eigenen Notizen" in answer.text
    assert ("default-src 'none'" in rules, "form-action 'none'" in rules) == (True, True)
    assert re.findall("connect-src|<form", rules + answer.text) == []


def test_notes_are_read_saved_and_erased_without_a_code_and_nothing_is_sent(hand):
    phone = write(hand(accept_downloads=True))
    phone.context.clear_cookies()
    phone.page.goto(f"{phone.served}/notes")
    phone.sees("\u2068A day, with commas; & more\u2069 · 9 March 2026")
    phone.sent.clear()

    shown = phone.page.locator("dl").inner_text()
    text = downloaded(phone, "Save my notes as a file")
    calendar = downloaded(phone, "Remind me in 7, 30 and 90 days")
    faults = barriers(phone.page)
    phone.presses("Erase my notes from this phone")

    phone.sees("This browser keeps no notes of yours.")
    expect(phone.page.locator("#top")).to_be_focused()
    for written in (shown, text, calendar):
        assert [secret in written for secret in SECRETS] == [True] * 3
    kept = phone.page.evaluate("Object.keys(localStorage).filter(k => /private|workshop/.test(k))")
    assert (kept, phone.sent, phone.wrong, faults) == ([], [], [], [])


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland"])
@pytest.mark.parametrize("moment", ["2026-03-09T11:30:00Z", "2026-06-21T23:30:00Z"])
def test_the_days_count_from_the_workshops_date_in_every_time_zone(hand, zone, moment):
    phone = hand(accept_downloads=True, timezone_id=zone)
    phone.page.clock.set_fixed_time(moment)
    write(phone)
    in_the_room = downloaded(phone, "Remind me in 7, 30 and 90 days")
    phone.page.goto(f"{phone.served}/notes")
    later = downloaded(phone, "Remind me in 7, 30 and 90 days")

    for calendar in (in_the_room, later):
        assert re.findall(r"DT(?:START|END);VALUE=DATE:(\d+)", calendar) == [
            *("20260316", "20260317", "20260408", "20260409", "20260607", "20260608")
        ]
        assert calendar.count(r"My plan from “A day\, with commas\; & more”") == 6
        for line in ("CLASS:PRIVATE", "TRANSP:TRANSPARENT", "TRIGGER:PT9H"):
            assert calendar.count(f"\r\n{line}\r\n") == 3
        assert calendar.count(r"then I will …\nthen I ask back") == 3
    # A calendar that takes them twice has them once.
    ids = [re.findall(r"UID:\S+", calendar) for calendar in (in_the_room, later)]
    assert (len(set(ids[0])), ids[0]) == (3, ids[1])


def test_two_phones_do_not_take_each_others_reminders(hand):
    ids = []
    for phone in (write(hand(accept_downloads=True)), write(hand(accept_downloads=True))):
        ids += re.findall(r"UID:\S+", downloaded(phone, "Remind me in 7, 30 and 90 days"))

    assert len(set(ids)) == 6


def test_every_page_around_the_room_leads_to_the_notes_of_whoever_has_some(hand):
    phone = write(hand())
    link = phone.page.get_by_role("link", name=HINT)
    secret, key = phone.site.view.join_secret, phone.site.view.summary_key
    pages = ["/join", "/j/00000000", f"/q/{secret}", f"/s/{key}"]

    for page in pages:
        phone.page.goto(f"{phone.served}{page}")
        expect(link).to_be_visible()
    phone.page.goto(phone.room)
    phone.page.get_by_text("Leave", exact=True).click()
    phone.presses("Leave the workshop")
    phone.sees("You have left")
    link.click()

    phone.sees(SECRETS[0])
    assert [w for w in phone.wrong if "404" not in w] == []


def test_nobody_is_led_to_notes_that_are_not_there(hand):
    phone = hand()
    phone.page.goto(phone.room)

    phone.sees("Join")
    expect(phone.page.get_by_role("link", name=HINT)).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_end_always_leads_to_the_notes(hand, scripts):
    phone = hand(java_script_enabled=scripts).joins()
    phone.site.end()
    phone.page.reload()

    phone.page.get_by_role("link", name=HINT).click()

    phone.sees("My own notes")
    if not scripts:
        expect(phone.page.locator("noscript .notice")).to_be_visible()


def test_a_note_is_listed_once_also_after_the_language_was_changed(hand):
    phone = write(hand())
    phone.page.goto(f"{phone.room}?language=de")
    phone.page.get_by_text("Meine eigenen Notizen", exact=True).click()

    expect(phone.page.locator("#notes-text")).to_have_value(SECRETS[0])
    # Listed below are the two halves of the plan, and nothing else.
    expect(phone.page.locator("#notes-others li")).to_have_count(2)
