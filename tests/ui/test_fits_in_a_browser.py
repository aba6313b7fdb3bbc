"""The console, moderation and the projector in a real browser: what fits, stays and is readable."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser import stands_still
from tests.journeys import answers
from tests.journeys.people import Facilitator, Phone, Projector
from tests.journeys.running_app import RunningApp
from tests.ui.a_console import Room, press
from tests.ui.a_stage import AStage
from tests.ui.measuring import unreadable

SCREENS = [(1920, 1080), (1280, 720)]
LAPTOPS = [(1440, 900), (1024, 768)]
STRANGERS_SCREEN = ViewportSize(width=1280, height=720)
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


def test_signals_and_texts_move_no_button(
    app: RunningApp, facilitator: Facilitator, browser: Browser
):
    room = Room.before(facilitator, at_step(app, "minute-card"))
    page = facilitator.page
    facilitator.is_at("Minute card")
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
    app: RunningApp, facilitator: Facilitator, artifacts: Path
):
    page = facilitator.page
    stage = at_step(app, "everyday-practice")
    stage.answer(stage.join(), {"text": ("who pays for it " * 12).strip()})
    page.goto(f"{app.base}/moderate?session={stage.session_id}")
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


def test_no_page_has_a_serious_barrier(
    app: RunningApp, facilitator: Facilitator, big_screen: BrowserContext
):
    found = []
    stranger = big_screen.pages[0]
    stranger.set_viewport_size(STRANGERS_SCREEN)
    stranger.goto(app.base)
    expect(stranger.get_by_label("Passcode")).to_be_visible()
    found += barriers(stranger)
    room = Room.before(facilitator, at_step(app, "why-i-came"))
    found += barriers(facilitator.page)
    big = Projector.on(big_screen, app.base, room.code)
    big.sees("I came because")
    found += barriers(big.page)
    big.is_left()

    assert found == []


def barriers(page: Page) -> list[object]:
    found: list[object] = []
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        stands_still(page)
        found += [
            (theme, barrier["id"], [node["html"][:120] for node in barrier["nodes"]])
            for barrier in Axe().run(page).response["violations"]
            if barrier["impact"] in ("serious", "critical")
        ]
    return found


def test_no_button_of_the_console_needs_scrolling(room: Room, artifacts: Path):
    page = room.facilitator.page
    outside = []
    for presses in range(4):
        if presses:
            press(room, "PageDown")
        room.facilitator.settles()
        for name in screens(page, LAPTOPS):
            room.facilitator.settles()
            outside += page.evaluate(OUTSIDE)
            if presses == 3:
                page.screenshot(path=artifacts / f"console-{name}.png")

    assert outside == []


def test_the_lobby_is_readable_and_its_qr_code_fills_45_percent_of_the_height(
    app: RunningApp, big_screen: BrowserContext, artifacts: Path
):
    big = Projector.on(big_screen, app.base, AStage.lobby(app).view.code or "")
    big.sees("Scan the code")
    found, heights = [], []
    for name in screens(big.page, SCREENS):
        found += look(big.page, artifacts, f"lobby-{name}")
        heights.append(height_of_the_code(big.page))
    big.is_left()

    assert found == []
    assert min(heights) >= 0.45


def height_of_the_code(page: Page) -> float:
    box = page.locator(".lobbyqr img").bounding_box()
    assert box is not None
    # 29 of its 37 modules are code, the rest is the white around it.
    height: float = box["height"] * 29 / 37 / page.evaluate("innerHeight")
    return height


def test_the_stage_is_readable_and_never_scrolls(
    app: RunningApp, facilitator: Facilitator, big_screen: BrowserContext, artifacts: Path
):
    stage = at_step(app, "why-i-came")
    stage.answer(stage.join(), {"choice": "a"})
    room = Room.before(facilitator, stage)
    big = Projector.on(big_screen, app.base, room.code)
    big.sees("I came because")
    found = look_everywhere(big.page, artifacts, "question")
    press(room, "PageDown")
    expect(big.page.locator(".sentence")).to_be_visible()
    found += look_everywhere(big.page, artifacts, "result")
    press(room, "b")
    expect(big.page.locator(".blank")).to_have_count(1)
    found += look_everywhere(big.page, artifacts, "blank")
    big.is_left()

    assert found == []


def at_step(app: RunningApp, activity: str) -> AStage:
    """A room of the first guide that we ship, at the step of this activity."""
    stage = AStage.lobby(app)
    stage.at([each.id for each in answers.activities()].index(activity) + 1)
    return stage


def screens(page: Page, sizes: list[tuple[int, int]]) -> Iterator[str]:
    """The page on every screen and in every theme, by name."""
    for theme, (width, height) in itertools.product(THEMES, sizes):
        page.set_viewport_size(ViewportSize(width=width, height=height))
        page.emulate_media(color_scheme=theme)
        stands_still(page)  # charts are drawn again in the other theme
        yield f"{width}-{theme}"


def look_everywhere(page: Page, artifacts: Path, scene: str) -> list[str]:
    """What is too small at 1080p, cut off, or makes the page scroll, on any screen."""
    return [
        problem
        for name in screens(page, SCREENS)
        for problem in look(page, artifacts, f"{scene}-{name}")
    ]


def look(page: Page, artifacts: Path, name: str) -> list[str]:
    page.screenshot(path=artifacts / f"stage-{name}.png")
    return unreadable(page, name)
