"""A phone that cannot reach the server tries again after growing, uneven pauses."""

import math
import re

import pytest
from playwright.sync_api import expect

from tests.a_room import PLAIN
from tests.phone.a_hand import THANKS, Hand, offline

# Written on the page: which function it wants to be called, and after how long.
WATCHED = """
const later = window.setTimeout;
window.setTimeout = (does, pause, ...rest) => {
    const told = document.documentElement.dataset;
    const name = does.name;
    if (name === 'connect' || name === 'flush') told[name] = (told[name] || '') + pause + ' ';
    return later(does, pause, ...rest);
};
"""
PAUSES = [1000, 2000, 4000, 8000, 15000, 15000]


def pauses(phone: Hand, tries: str, *, count: int = len(PAUSES)) -> list[float]:
    """How long the page waited before each of the first tries, on a clock that never waits."""
    found: list[float] = []
    page = phone.page.locator("html")
    for number in range(1, count + 1):
        expect(page).to_have_attribute(f"data-{tries}", re.compile(rf"^(\S+ ){{{number}}}$"))
        told = page.get_attribute(f"data-{tries}") or ""
        found.append(float(told.split()[-1]))
        phone.page.clock.run_for(math.ceil(found[-1]))
    return found


def a_watched(hand) -> Hand:
    phone: Hand = hand()
    phone.page.clock.install()
    phone.page.add_init_script(WATCHED)
    return phone.enters()


@pytest.mark.parametrize("tries", ["connect", "flush"])
def test_the_pauses_grow_to_a_limit_and_differ_from_phone_to_phone(site, hand, tries):
    site.room.at(PLAIN)
    waited = []
    for phone in (a_watched(hand), a_watched(hand)):
        phone.chooses("a")
        offline(phone, on=True)
        if tries == "flush":
            phone.presses("Send")
        else:
            phone.page.evaluate("window.dispatchEvent(new Event('online'))")
        waited.append(pauses(phone, tries))

    for row in waited:
        for pause, middle in zip(row, PAUSES, strict=True):
            assert middle / 2 <= pause <= middle * 3 / 2
    assert waited[0] != waited[1]


def test_after_a_success_the_pauses_are_short_again(site, hand):
    site.room.at(PLAIN)
    phone = a_watched(hand)
    phone.chooses("a")
    offline(phone, on=True)
    phone.presses("Send")
    pauses(phone, "flush")
    offline(phone, on=False)
    phone.page.clock.run_for(30_000)
    phone.sees(THANKS)

    offline(phone, on=True)
    phone.page.evaluate("document.documentElement.dataset.flush = ''")
    phone.page.get_by_text("Change my answer").click()
    phone.chooses("b")
    phone.presses("Send")

    assert 500 <= pauses(phone, "flush", count=1)[0] <= 1500
