"""A copy of the database that holds no open ballot: what is sealed, and nothing that is not."""

import sqlite3
from pathlib import Path

from modules.domain.errors import WorkshopError
from modules.storage.database import Database


class CannotCopy(WorkshopError):
    """The copy cannot be made; the message says what to do instead."""


def backup(database: Database, target: Path) -> None:
    """Copy a SQLite database to `target`, leaving out rounds that are not sealed yet.

    Raises CannotCopy where the target exists or the database is not SQLite.
    """
    if not database.is_sqlite:
        raise CannotCopy(
            "Back PostgreSQL up with pg_dump --exclude-table-data=ballots "
            "--exclude-table-data=rounds while no workshop is running."
        )
    if target.exists():
        raise CannotCopy(f"{target} exists already. Choose another name.")
    # In memory first: open ballots never touch the disk a second time.
    with sqlite3.connect(":memory:") as copy:
        source = database.engine.raw_connection()
        try:
            driver = source.driver_connection
            if not isinstance(driver, sqlite3.Connection):
                raise CannotCopy("This database driver cannot be copied from.")
            driver.backup(copy)
        finally:
            source.close()
        copy.execute("PRAGMA foreign_keys=ON")
        copy.execute("DELETE FROM rounds WHERE state <> 'sealed'")
        copy.commit()
        copy.execute("VACUUM INTO ?", (str(target),))
    copy.close()
