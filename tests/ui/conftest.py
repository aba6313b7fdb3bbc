"""One running app and who is signed in to it, for the browser tests of a file."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.people import Facilitator
from tests.journeys.running_app import RunningApp
from tests.ui.a_console import Room
from tests.ui.a_stage import AStage


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    app = RunningApp(tmp_path_factory.mktemp("app") / "data")
    app.start()
    yield app
    app.stop()


@pytest.fixture(scope="module")
def facilitator(app: RunningApp, browser: Browser) -> Facilitator:
    """The link works once: for the whole file."""
    facilitator = Facilitator(browser, app.base)
    facilitator.signs_in(app.sign_in_link)
    return facilitator


@pytest.fixture
def room(app: RunningApp, facilitator: Facilitator) -> Room:
    """A workshop in its lobby, on the facilitator's page."""
    stage = AStage.lobby(app)
    facilitator.page.set_viewport_size({"width": 1440, "height": 900})
    facilitator.page.goto(f"{app.base}/facilitate?session={stage.session_id}")
    facilitator.settles()
    view = stage.view
    assert view.code
    return Room(facilitator, view.code, f"{app.base}/q/{view.join_secret}")
