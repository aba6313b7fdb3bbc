"""Wiping what deleted rows leave behind: free pages, the write-ahead log, dead tuples.

`secure_delete` alone left 14,252 copies of deleted texts in SQLite's log; PostgreSQL kept 998 in
pg_wal until segments were switched (measured, see docs/privacy.md).
"""

import sqlite3
import time

from sqlalchemy import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError

TRUNCATE = "PRAGMA wal_checkpoint(TRUNCATE)"
# Rewrite the file without free pages, then cut the log to nothing.
SQLITE_STATEMENTS = ("VACUUM", TRUNCATE)
# For two seconds: our own readers are done long before, and all answers wait meanwhile.
CHECKPOINT_TRIES = 40
CHECKPOINT_PAUSE_SECONDS = 0.05

POSTGRESQL_TABLES = (
    *("ballots", "rounds", "texts", "notes", "agreements", "sessions", "series", "pulses"),
    # A moderator's sign-in names its session.
    *("sign_ins", "sign_in_links"),
)


class ResidueRemains(RuntimeError):
    """What was deleted is still in the files, because they are in use or the disk is full."""


def wipe_sqlite(engine: Engine) -> None:
    """Raises ResidueRemains."""
    connection = engine.raw_connection()
    cursor = connection.cursor()
    patience = _asked(cursor, "PRAGMA busy_timeout")
    try:
        # The database would wait by itself in each try, and all answers with it.
        _asked(cursor, "PRAGMA busy_timeout=0")
        for statement in SQLITE_STATEMENTS:
            _until_free(cursor, statement)
    except sqlite3.OperationalError as problem:
        raise ResidueRemains(str(problem)) from problem
    finally:
        _asked(cursor, f"PRAGMA busy_timeout={patience}")
        connection.close()


def _until_free(cursor: DBAPICursor, statement: str) -> None:
    for _ in range(CHECKPOINT_TRIES):
        busy = _asked(cursor, statement)
        if not busy:
            return
        # A reader still looks at the old log; one of ours will be gone in a moment.
        time.sleep(CHECKPOINT_PAUSE_SECONDS)
    raise ResidueRemains("another program reads the database")


def _asked(cursor: DBAPICursor, statement: str) -> int:
    """The first number of the answer. All of it is read: an open answer would hinder VACUUM."""
    cursor.execute(statement)
    rows = cursor.fetchall()
    return int(rows[0][0]) if rows else 0


def wipe_postgresql(engine: Engine) -> None:
    """Rewrite the tables that held ballots and let the log move to fresh segments.

    Old segments are removed, not overwritten later, only with `wal_recycle = off`; switching and
    the checkpoint need a superuser. The doctor (storage.doctor) says what is missing.
    Raises ResidueRemains.
    """
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
            for table in POSTGRESQL_TABLES:
                db.exec_driver_sql(f"VACUUM (FULL) {table}")
            if is_superuser(db):
                db.exec_driver_sql("SELECT pg_switch_wal()")
                db.exec_driver_sql("CHECKPOINT")
    except DBAPIError as problem:
        raise ResidueRemains(type(problem.orig).__name__) from problem


def is_superuser(db: Connection) -> bool:
    found = db.exec_driver_sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    return bool(found.scalar_one())
