"""A real Chromium for the tests that need one, which run first."""

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers first: they take the longest, and a worker takes one file after the other."""
    items.sort(key=lambda item: "browser" not in getattr(item, "fixturenames", ()))
