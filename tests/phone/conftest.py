"""One room, entered through the real routes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.phone.a_site import ASite


@pytest.fixture
def site(tmp_path: Path) -> Iterator[ASite]:
    built = ASite.at(tmp_path)
    built.room.start()
    yield built
    built.database.close()
