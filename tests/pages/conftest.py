"""A desk on SQLite: what pages show does not depend on the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from modules import wiring
from modules.storage.database import Database
from tests.a_room import GUIDE, ARoom
from tests.pages.a_desk import Desk


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[Desk]:
    database = Database.open(sqlite_url)
    desk = Desk.of(ARoom.with_facilitator(database), tmp_path)
    (desk.workshop.settings.guides / "a_room_for_tests.md").write_text(GUIDE, "utf-8")
    wiring.use(desk.workshop)
    yield desk
    wiring.use(None)
    database.close()
