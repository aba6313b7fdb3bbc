"""The files know no database: one kind is enough."""

from collections.abc import Iterator

import pytest

from modules.storage.database import Database


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    opened = Database.open(sqlite_url)
    yield opened
    opened.close()
