"""A desk on SQLite: what pages show does not depend on the database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from modules import wiring
from tests.pages.a_desk import Desk


@pytest.fixture
def desk(tmp_path: Path, migrated_file: Path) -> Iterator[Desk]:
    shutil.copy(migrated_file, tmp_path / "workshop.db")
    desk = Desk.at(tmp_path)
    wiring.use(desk.workshop)
    yield desk
    wiring.use(None)
    desk.workshop.database.close()
