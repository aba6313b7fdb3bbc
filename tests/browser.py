"""A real Chromium for the tests that need one, which run first."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.journeys.chromium import FLAGS, chromium
from tests.journeys.running_app import ROOT
from tests.patience import MILLISECONDS

expect.set_options(timeout=MILLISECONDS)

# Looks several times, because what is drawn late (a chart, another theme, a font) moves the rest.
# A text that changes without moving anything is a clock.
STILL = """async patience => {
    const look = () => [...document.querySelectorAll('body, body *')].map(e => {
        const box = e.getBoundingClientRect(), style = getComputedStyle(e);
        return [box.x, box.y, box.width, box.height, style.fontSize, style.opacity,
            style.color, style.backgroundColor, style.fill];
    }).join();
    const began = performance.now();
    let seen = '', since = began;
    await document.fonts.ready;
    while (performance.now() - since < 400) {
        if (performance.now() - began > patience) throw new Error('The page never stands still.');
        await new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)));
        const now = look();
        if (now !== seen) [seen, since] = [now, performance.now()];
    }
}"""


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    """Somebody's own browser, as patient as every test."""
    context = browser.new_context(**options)
    context.set_default_timeout(MILLISECONDS)
    return context


def stands_still(page: Page) -> None:
    """Wait until nothing on the page moves or changes its colour: it can be measured."""
    page.evaluate(STILL, MILLISECONDS)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Not for the whole run: while Playwright runs, no other test can have an event loop.
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=chromium(), args=list(FLAGS), timeout=MILLISECONDS
        )
        yield found
        found.close()


@pytest.fixture(scope="session")
def artifacts() -> Path:
    """Where screenshots are kept, to be looked at."""
    folder = ROOT / "test-artifacts"
    folder.mkdir(exist_ok=True)
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers first: they take the longest, and a worker takes one file after the other."""
    items.sort(key=lambda item: "browser" not in getattr(item, "fixturenames", ()))
