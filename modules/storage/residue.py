"""Wiping what deleted rows leave behind: free pages, the write-ahead log, dead tuples.

`secure_delete` alone left 14,252 copies of deleted texts in SQLite's log; PostgreSQL kept 998 in
pg_wal until segments were switched (measured, see docs/privacy.md).
"""

import time

from sqlalchemy import Connection, Engine

TRUNCATE = "PRAGMA wal_checkpoint(TRUNCATE)"
# Rewrite the file without free pages, then cut the log to nothing.
SQLITE_STATEMENTS = ("VACUUM", TRUNCATE)
CHECKPOINT_TRIES = 200
CHECKPOINT_PAUSE_SECONDS = 0.05

POSTGRESQL_TABLES = ("ballots", "rounds", "texts", "notes", "sessions", "series", "pulses")


class ResidueRemains(RuntimeError):
    """The log could not be truncated because another reader held it all the time."""


def wipe_sqlite(engine: Engine) -> None:
    """Raises ResidueRemains if readers of another program keep the log busy for ten seconds."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        for statement in SQLITE_STATEMENTS:
            if statement != TRUNCATE:
                cursor.execute(statement)
                continue
            for _ in range(CHECKPOINT_TRIES):
                cursor.execute(statement)
                [(busy, _log, _done)] = cursor.fetchall()
                if not busy:
                    break
                # A reader still looks at the old log; it will be gone in a moment.
                time.sleep(CHECKPOINT_PAUSE_SECONDS)
            else:
                raise ResidueRemains("The database log is in use and was not emptied.")
    finally:
        connection.close()


def wipe_postgresql(engine: Engine) -> None:
    """Rewrite the tables that held ballots and let the log move to fresh segments.

    Old segments are removed, not overwritten later, only with `wal_recycle = off`; switching and
    the checkpoint need a superuser. The doctor (storage.doctor) says what is missing.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        for table in POSTGRESQL_TABLES:
            db.exec_driver_sql(f"VACUUM (FULL) {table}")
        if is_superuser(db):
            db.exec_driver_sql("SELECT pg_switch_wal()")
            db.exec_driver_sql("CHECKPOINT")


def is_superuser(db: Connection) -> bool:
    found = db.exec_driver_sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    return bool(found.scalar_one())
