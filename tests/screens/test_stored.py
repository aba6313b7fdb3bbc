"""The page that says what is stored leaves no column of no table out."""

import pytest

from modules.screens.stored import COLUMNS
from modules.storage.tables import metadata

TABLES = {
    "session": "sessions",
    "moderators signed in": "sign_ins",
    "links for moderators": "sign_in_links",
    "sessions kept in the series": "pulses",
}
NOT_OF_SESSIONS = {"facilitators", "server_secrets"}


@pytest.mark.parametrize("sort", COLUMNS)
def test_every_column_is_explained_once(sort: str) -> None:
    table = metadata.tables[TABLES.get(sort, sort)]

    told = [name for names, _ in COLUMNS[sort] for name in names.split(", ")]

    assert sorted(told) == sorted(column.name for column in table.columns)


def test_every_table_that_holds_something_of_a_session_is_told_of() -> None:
    told = {TABLES.get(sort, sort) for sort in COLUMNS}

    assert told == set(metadata.tables) - NOT_OF_SESSIONS
