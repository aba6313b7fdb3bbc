"""The app, fresh for every journey."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.running_app import RunningApp


@pytest.fixture
def app(tmp_path: Path) -> Iterator[RunningApp]:
    app = RunningApp(tmp_path / "data")
    app.start()
    yield app
    app.stop()
    # Shown by pytest when the journey failed.
    print(app.printed)
