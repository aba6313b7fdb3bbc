"""The console, moderation and the projector in a real browser: what fits, stays and is readable."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser import new_context, stands_still
from tests.journeys.people import Phone, Projector
from tests.ui.a_console import Room, at_the_question, press, somebody_answers, writes
from tests.ui.measuring import unreadable

SCREENS = [(1920, 1080), (1280, 720)]
LAPTOPS = [(1440, 900), (1024, 768)]
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]

OUTSIDE = """() => [...document.querySelectorAll('button, a, input')].filter(e => {
    if (e.closest('.st-key-script, .st-key-plan, [href="#stMain"]')) return false;
    const box = e.getBoundingClientRect();
    const out = box.bottom > innerHeight || box.right > innerWidth || box.top < 0;
    return box.width && out;
}).map(e => e.innerText)"""
OUTSIDE_OF_CARD = """() => [...document.querySelectorAll('.st-key-card button, .st-key-card p')]
    .filter(e => !e.closest('details') && e.getBoundingClientRect().bottom > innerHeight)
    .map(e => e.innerText)"""


def test_signals_and_texts_move_no_button(room: Room, browser: Browser):
    page = room.facilitator.page
    room.facilitator.settles()
    page.locator('[class*="st-key-line_to_come_minute-card"] button').click()
    room.facilitator.press("Go there")
    room.facilitator.is_at("Minute card")
    room.facilitator.settles()
    before = boxes(page)
    phone = Phone(browser)
    phone.joins(room.address)
    phone.page.locator('form#answer [name="text"]').first.fill("less talking")
    phone.sends()
    phone.page.get_by_text("A signal to the facilitator").click()
    phone.page.get_by_role("button", name="Slower").click()
    expect(page.locator(".signal")).to_be_visible()
    phone.context.close()

    stands_still(page)

    assert boxes(page) == before


def boxes(page: Page) -> dict[str, object]:
    keys = ("answers", "results", "next", "back", "undo", "blank", "end")
    return {key: page.locator(f".st-key-{key} button:visible").first.bounding_box() for key in keys}


def test_the_first_card_and_what_decides_about_it_need_no_scrolling(
    room: Room, browser: Browser, artifacts: Path
):
    page = room.facilitator.page
    room.facilitator.settles()
    page.locator('[class*="st-key-line_to_come_everyday-practice"] button').click()
    room.facilitator.press("Go there")
    writes(browser, room, "who pays for it " * 12)
    page.goto(page.url.replace("facilitate", "moderate"))
    expect(page.get_by_text("Needs review: 1")).to_be_visible()
    outside, tops = [], []
    for name in screens(page, [*LAPTOPS, (390, 844)]):
        stands_still(page)
        page.screenshot(path=artifacts / f"moderation-{name}.png")
        outside += page.evaluate(OUTSIDE_OF_CARD)
        tops.append(
            page.evaluate("document.querySelector('.st-key-card').getBoundingClientRect().top")
        )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    assert outside == []
    assert max(tops) < 200


def test_no_page_has_a_serious_barrier(room: Room, browser: Browser):
    big = Projector(browser, room.facilitator.base, room.code)
    stranger = new_context(browser).new_page()
    stranger.goto(room.facilitator.base)
    expect(stranger.get_by_label("Passcode")).to_be_visible()
    at_the_question(room)
    big.sees("I came because")
    room.facilitator.settles()
    found = []
    for page, theme in itertools.product((stranger, room.facilitator.page, big.page), THEMES):
        page.emulate_media(color_scheme=theme)
        stands_still(page)
        found += [
            (theme, barrier["id"], [node["html"][:120] for node in barrier["nodes"]])
            for barrier in Axe().run(page).response["violations"]
            if barrier["impact"] in ("serious", "critical")
        ]
    stranger.context.close()
    big.context.close()

    assert found == []


def test_no_button_of_the_console_needs_scrolling(room: Room, artifacts: Path):
    page = room.facilitator.page
    outside = []
    for key in ("", "PageDown", "PageDown", "PageDown"):
        if key:
            press(room, key)
        room.facilitator.settles()
        for name in screens(page, LAPTOPS):
            room.facilitator.settles()
            page.screenshot(path=artifacts / f"console-{name}.png")
            outside += page.evaluate(OUTSIDE)

    assert outside == []


def test_the_stage_is_readable_and_never_scrolls(room: Room, browser: Browser, artifacts: Path):
    big = Projector(browser, room.facilitator.base, room.code)
    big.sees("Scan the code")
    found = look(big, artifacts, "lobby")
    at_the_question(room)
    big.sees("I came because")
    found += look(big, artifacts, "question")
    somebody_answers(room, browser)
    press(room, "PageDown")
    expect(big.page.locator(".sentence")).to_be_visible()
    found += look(big, artifacts, "result")
    press(room, "b")
    expect(big.page.locator(".blank")).to_have_count(1)
    found += look(big, artifacts, "blank")
    big.context.close()

    assert found == []


def test_the_lobbys_qr_code_fills_45_percent_of_the_height(room: Room, browser: Browser):
    big = Projector(browser, room.facilitator.base, room.code)
    big.sees("Scan the code")
    heights = []
    for _ in screens(big.page, SCREENS):
        box = big.page.locator(".lobbyqr img").bounding_box()
        assert box is not None
        # 29 of its 37 modules are code, the rest is the white around it.
        heights.append(box["height"] * 29 / 37 / big.page.evaluate("innerHeight"))
    big.context.close()

    assert min(heights) >= 0.45


def screens(page: Page, sizes: list[tuple[int, int]]) -> Iterator[str]:
    """The page on every screen and in every theme, by name."""
    for (width, height), theme in itertools.product(sizes, THEMES):
        page.set_viewport_size(ViewportSize(width=width, height=height))
        page.emulate_media(color_scheme=theme)
        stands_still(page)  # charts are drawn again in the other theme
        yield f"{width}-{theme}"


def look(big: Projector, artifacts: Path, scene: str) -> list[str]:
    """What is too small at 1080p, cut off, or makes the page scroll, on any screen."""
    problems = []
    for screen in screens(big.page, SCREENS):
        name = f"{scene}-{screen}"
        big.page.screenshot(path=artifacts / f"stage-{name}.png")
        problems += unreadable(big.page, name)
    return problems
