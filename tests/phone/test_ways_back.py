"""Pages that lead back: with the invitation, in the language, and nowhere but here."""

import re

import pytest

from modules.actions.ending import make_overdue_final
from tests.a_room import PLAIN

LINK = re.compile(r'href="([^"]*)\?language=(\w+)" lang=')
OTHERS = ("en", "es", "fr", "ar")


def test_the_privacy_page_leads_whoever_scanned_the_code_back_by_the_same_link(site):
    phone = site.phone(joined=False)
    for _ in range(6):
        phone.post("/join", data={"code": "00000000"})
    link = f"/q/{site.view.join_secret}"

    welcome = phone.get(f"{link}?language=de").text
    promise = phone.get(f"{link}/privacy?language=de")

    assert f'href="{link}/privacy?language=de"' in welcome
    assert (promise.status_code, f'href="{link}?language=de"' in promise.text) == (200, True)
    assert promise.headers["referrer-policy"] == "no-referrer"


def test_a_wrong_secret_shows_no_promise(site):
    assert site.phone(joined=False).get("/q/0123456789abcdef/privacy").status_code == 404


def test_a_refused_form_offers_every_language_and_the_way_it_came(site):
    phone, back = site.phone(joined=False), f"/q/{site.view.join_secret}"
    site.lock()

    form = {"invited": site.view.join_secret, "language": "de"}
    locked = phone.post(f"/j/{site.code}/join", data=form).text

    assert "Der Raum ist geschlossen." in locked
    assert f'class="button" href="{back}?language=de"' in locked
    # The address of a form cannot be looked at.
    assert LINK.findall(locked) == [(back, language) for language in OTHERS]


def test_a_refused_address_offers_every_language(site):
    nowhere = site.phone(joined=False).get("/j/00000000?language=de").text

    assert 'class="button" href="/join?language=de"' in nowhere
    assert LINK.findall(nowhere) == [("", language) for language in OTHERS]


@pytest.mark.parametrize("invited", ["//evil.example", "../join", "a b", "é"])
def test_a_refusal_leads_nowhere_but_here(site, invited):
    site.lock()

    answer = site.phone(joined=False).post(f"/j/{site.code}/join", data={"invited": invited})

    (back,) = re.findall('class="button" href="([^"]*)"', answer.text)
    assert re.fullmatch(r"/q/[\w.%]+", back)


def test_a_stranger_is_led_to_join_and_has_the_text_to_copy(site):
    phone = site.phone(joined=False)

    refused = phone.post(f"/j/{site.code}/answer", data={"text": "Half a thought"}).text

    assert f'class="button" href="/j/{site.code}"' in refused
    assert "Half a thought</textarea>" in refused


def test_a_browser_that_keeps_no_cookie_is_told_why_it_is_at_the_door_again(site):
    phone = site.phone(joined=False)
    joined = phone.post(f"/j/{site.code}/join")
    kept = phone.get(joined.headers["location"]).text
    phone.cookies.clear()
    refused = phone.get(joined.headers["location"]).text

    told = "This browser kept no cookie"
    assert [told in page for page in (phone.sees(), kept, refused)] == [False, False, True]


def test_once_the_end_is_final_there_is_nothing_more_to_see_of_the_room(site):
    phone = site.phone()
    site.room.at(PLAIN)
    site.room.ends_by_accident()
    asks = ["See what the room is doing now" in phone.sees()]
    site.room.clock.forward(minutes=15)
    make_overdue_final(site.room.tools)
    asks.append("See what the room is doing now" in phone.sees())

    assert asks == [True, False]
