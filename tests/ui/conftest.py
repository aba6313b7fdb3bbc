"""One running app for the browser tests of a file: its sign-in link works once."""

from collections.abc import Iterator

import pytest

from tests.journeys.running_app import RunningApp


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    app = RunningApp(tmp_path_factory.mktemp("app") / "data")
    app.start()
    yield app
    app.stop()
