"""The app, a browser, and a folder for what they looked like."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.chromium import FLAGS, chromium
from tests.journeys.running_app import ROOT, RunningApp


@pytest.fixture
def app(tmp_path: Path) -> Iterator[RunningApp]:
    app = RunningApp(tmp_path / "data")
    app.start()
    yield app
    app.stop()
    # Shown by pytest when the journey failed.
    print(app.printed)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
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
