"""A real Chromium for the tests that need one, and which worker runs what."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.chromium import FLAGS, chromium
from tests.journeys.running_app import ROOT


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Not for the whole run: while Playwright runs, no other test can have an event loop.
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture(scope="session")
def artifacts() -> Path:
    """Where screenshots are kept, to be looked at."""
    folder = ROOT / "test-artifacts"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep each file on one worker, and everything with a browser on the same one.

    Browsers are what takes time: started first, they leave the other files to the other worker,
    and two of them never compete for the machine.
    """
    items.sort(key=lambda item: not _needs_a_browser(item))
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            group = "browser" if _needs_a_browser(item) else item.path.name
            item.add_marker(pytest.mark.xdist_group(group))


def _needs_a_browser(item: pytest.Item) -> bool:
    return "browser" in getattr(item, "fixturenames", ())
