"""The app, fresh for every journey."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.running_app import RunningApp, running


@pytest.fixture
def app(tmp_path: Path) -> Iterator[RunningApp]:
    with running(tmp_path / "data") as app:
        yield app
