"""One running app and who is signed in to it, for every browser test that needs none of its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser import keep, new_context
from tests.journeys.people import BIG_SCREEN, Facilitator
from tests.journeys.running_app import RunningApp, running


@pytest.fixture(scope="session")
def one_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    with running(tmp_path_factory.mktemp("app") / "data") as app:
        yield app


@pytest.fixture(scope="session")
def signed_in(one_app: RunningApp, browser: Browser) -> Facilitator:
    """On their first page. The link works once: for all."""
    facilitator = Facilitator(browser, one_app.base)
    facilitator.signs_in(one_app.sign_in_link)
    keep(facilitator.context)
    return facilitator


@pytest.fixture(scope="session")
def big_screen(browser: Browser) -> BrowserContext:
    """For projectors of the one app, whose scripts it reads once: nobody ever signs in here."""
    context = new_context(browser, viewport=BIG_SCREEN)
    context.new_page()
    keep(context)
    return context
