"""One running app for all browser tests of this folder: they only look and press."""

from collections.abc import Iterator

import pytest

from tests.journeys.running_app import RunningApp


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    app = RunningApp(tmp_path_factory.mktemp("app") / "data")
    app.start()
    yield app
    app.stop()
