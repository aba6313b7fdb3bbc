"""The time left and the step one is at, with a script and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.phone.a_site import stage_of
from tests.phone.test_every_phone import EVERY_KIND

TABLES = 10
STEPS = ("One speaks, the others listen.", "The others say what they heard.", "Change over.")
GUIDE = EVERY_KIND.replace("2. Change over.", f"2. {STEPS[1]} (4 min)\n3. {STEPS[2]}").replace(
    "report: true\n", ""
)


@pytest.fixture
def talking(site):
    """Three minutes, four minutes, and the rest of ten."""
    site.room.start(guide=GUIDE)
    site.room.at(TABLES)
    return site


def now_at(page):
    return re.findall(r'<li data-until="\d*" aria-current="step">([^<]*?) *<', page)


@pytest.mark.parametrize(
    ("minutes", "step", "left"), [(0, 0, 10), (2.9, 0, 8), (3, 1, 7), (8.5, 2, 2), (12, 2, 0)]
)
def test_every_load_says_the_minutes_left_and_the_step(talking, minutes, step, left):
    talking.room.time("start")
    phone = talking.phone()
    phone.sees()
    talking.room.clock.forward(minutes=minutes)

    page = stage_of(phone.sees())

    assert f">Time left: {left} min<" in page
    assert now_at(page) == [STEPS[step]]


def test_without_a_timer_no_step_is_current(talking):
    assert "aria-current" not in stage_of(talking.phone().sees())


def test_a_paused_clock_stays_at_its_step(talking):
    talking.room.time("start")
    talking.room.clock.forward(minutes=4)
    talking.room.time("pause")
    talking.room.clock.forward(minutes=5)

    page = stage_of(talking.phone().sees())

    assert "The clock is paused" in page
    assert now_at(page) == [STEPS[1]]


def test_a_phone_counts_down_and_moves_to_the_next_step_by_itself(talking, hand):
    phone = hand()
    phone.page.clock.install()
    phone.page.goto(phone.room)
    phone.presses("Join")
    phone.sees(STEPS[0])
    phone.page.evaluate(
        """() => {
            window.said = [];
            window.told = [];
            const live = document.getElementById('live');
            new MutationObserver(() => window.told.push(live.textContent))
                .observe(live, { childList: true });
            new MutationObserver(() => {
                const timer = document.querySelector('.timer');
                if (timer) window.said.push(timer.textContent);
            }).observe(document.body, { childList: true, subtree: true });
        }"""
    )
    current = phone.page.locator(".steps [aria-current=step]")

    talking.room.time("start")
    expect(phone.page.locator(".timer")).to_be_visible()
    expect(current).to_contain_text(STEPS[0])
    assert [said for said in phone.page.evaluate("said") if not re.match(r"\d+:\d\d$", said)] == []
    talking.room.clock.forward(minutes=3)
    phone.page.clock.run_for(3 * 60_000)
    expect(current).to_contain_text(STEPS[1])
    talking.room.clock.forward(minutes=7)
    phone.page.clock.run_for(7 * 60_000)
    expect(phone.page.locator(".timer")).to_have_text("0:00")
    phone.page.clock.run_for(20_000)
    assert phone.page.evaluate("told").count("The time is over.") == 1
    talking.room.time("stop")
    expect(phone.page.locator(".timer")).to_be_hidden()
    expect(current).to_have_count(0)
    assert phone.wrong == []
