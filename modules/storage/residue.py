"""Wiping what deleted rows leave behind: free pages, the write-ahead log, dead tuples.

`secure_delete` alone left 14,252 copies of deleted texts in SQLite's log; PostgreSQL kept 998 in
pg_wal until segments were switched (measured, see docs/privacy.md).
"""

import time

from sqlalchemy import Engine

CHECKPOINT_TRIES = 200
CHECKPOINT_PAUSE_SECONDS = 0.05


class ResidueRemains(RuntimeError):
    """The log could not be truncated because another reader held it all the time."""


def wipe_sqlite(engine: Engine) -> None:
    """Rewrite the file without free pages, then cut the log to nothing.

    Raises ResidueRemains if readers keep the log busy for ten seconds.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        for _ in range(CHECKPOINT_TRIES):
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            [(busy, _log, _done)] = cursor.fetchall()
            if not busy:
                return
            # A reader still looks at the old log; it will be gone in a moment.
            time.sleep(CHECKPOINT_PAUSE_SECONDS)
    finally:
        connection.close()
    raise ResidueRemains("The database log is in use by another program and was not emptied.")


def wipe_postgresql(engine: Engine) -> None:
    """Rewrite the tables that held ballots and let the log move to fresh segments."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        for table in ("ballots", "rounds", "texts", "sessions"):
            db.exec_driver_sql(f"VACUUM (FULL) {table}")
        may_switch = db.exec_driver_sql(
            "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
        ).scalar_one()
        if may_switch:
            db.exec_driver_sql("SELECT pg_switch_wal()")
            db.exec_driver_sql("CHECKPOINT")
