"""One real Chromium for the tests that need one, which run first."""

from collections.abc import Generator, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

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
        await new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)));
        const now = look();
        if (now !== seen) [seen, since] = [now, performance.now()];
    }
}"""


Report = Generator[None, pytest.TestReport, pytest.TestReport]

_started = ExitStack()
_contexts: list[BrowserContext] = []
_kept: list[BrowserContext] = []
_browsing: set[Path] = set()
"""The files that need a browser."""


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    """Somebody's own browser, as patient as every test, until the end of the test or the file."""
    context = browser.new_context(**options)
    context.set_default_timeout(MILLISECONDS)
    _contexts.append(context)
    return context


def keep(context: BrowserContext) -> None:
    """Leave it open for the files that follow."""
    _kept.append(context)


def stands_still(page: Page) -> None:
    """Wait until nothing on the page moves or changes its colour: it can be measured."""
    page.evaluate(STILL, MILLISECONDS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = _started.enter_context(sync_playwright())
    found = playwright.chromium.launch(
        executable_path=chromium(), args=list(FLAGS), timeout=MILLISECONDS
    )
    _started.callback(found.close)
    _started.callback(_kept.clear)
    yield found
    _started.close()


@pytest.fixture(autouse=True)
def _nobody_stays() -> Iterator[None]:
    """Whoever came for this test leaves: a page that nobody looks at goes on asking for news."""
    here = len(_contexts)
    stay = _pages_of_the_kept()
    yield
    for context in _contexts[here:]:
        context.close()
    del _contexts[here:]
    for page in _pages_of_the_kept():
        if page not in stay:
            page.close()


def _pages_of_the_kept() -> list[Page]:
    return [page for context in _kept for page in context.pages]


@pytest.fixture(scope="module", autouse=True)
def _nobody_stays_longer() -> Iterator[None]:
    """So does whoever came for this file; who is kept shuts their pages."""
    yield
    for context in _contexts:
        if context not in _kept:
            context.close()
    _contexts.clear()
    for context in _kept:
        first, *others = context.pages
        first.goto("about:blank")
        for page in others:
            page.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Report:
    """What stood on every open page goes into the report of a test that fails."""
    report = yield
    if report.failed and item.path in _browsing:
        pages = [page for context in {*_contexts, *_kept} for page in context.pages]
        for page in pages:
            with suppress(Error):
                report.sections.append((page.url, page.inner_text("body", timeout=1000)))
    return report


@pytest.fixture(scope="session")
def artifacts() -> Path:
    """Where screenshots are kept, to be looked at."""
    folder = ROOT / "test-artifacts"
    folder.mkdir(exist_ok=True)
    return folder


def _needs_one(item: pytest.Item) -> bool:
    return "browser" in getattr(item, "fixturenames", ())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers first: they take the longest, and a worker takes one file after the other."""
    items.sort(key=lambda item: not _needs_one(item))
    _browsing.update(item.path for item in items if _needs_one(item))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """After the last browser: while Playwright runs, no other test can have an event loop."""
    if item.path not in _browsing:
        _started.close()
