"""Opening the database and its transactions."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from modules.domain.errors import WorkshopError
from modules.storage import migrating, residue

BUSY_TIMEOUT_MS = 10_000

_log = logging.getLogger("workshop.storage")


class CannotBeMade(WorkshopError):
    """The database's file cannot be made; the message says what to change."""


class Database:
    """The one database of the process. `begin` writes, `read` sees one consistent state."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        # SQLite has one writer; waiting on a lock is fair and cheap, its busy handler polls.
        self._writing = threading.Lock() if self.is_sqlite else None
        self.owes_wiping = False

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @classmethod
    def open(cls, url: str, *, migrate: bool = True) -> Self:
        """Open `sqlite:///path` or `postgresql+psycopg://…`, bring its tables up to date, and wipe
        what an interrupted sealing may have left.

        Raises DatabaseTooNew where a newer version of the app wrote it, and CannotBeMade where its
        file cannot be.
        """
        database = cls(_engine(url))
        if migrate:
            migrating.upgrade(database.engine)
            database.wipe_residue()
        return database

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A write transaction, durable when the block ends."""
        if self._writing is None:
            with self.engine.begin() as db:
                yield db
            return
        with self._writing, self.engine.connect() as db:
            db.execution_options(writes=True)
            with db.begin():
                yield db

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A read transaction: every query in the block sees the same state."""
        with self.engine.connect() as db:
            if not self.is_sqlite:
                # READ COMMITTED would show each query another state; SQLite's reads hold still.
                db.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with db.begin():
                yield db

    def wipe_residue(self) -> None:
        """Remove what deleted ballots leave in free pages and logs (see storage.residue).

        Where that cannot be done now, because another program reads the file or the disk is full,
        `owes_wiping` is true until it was done: what was decided is stored and stays decided.
        """
        self.owes_wiping = True
        try:
            if self._writing is None:
                residue.wipe_postgresql(self.engine)
            else:
                with self._writing:
                    residue.wipe_sqlite(self.engine)
        except residue.ResidueRemains as problem:
            _log.warning("Deleted answers are not yet wiped from the disk: %s.", problem)
            return
        self.owes_wiping = False

    def close(self) -> None:
        self.engine.dispose()


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        engine = create_engine(
            parsed,
            pool_size=10,
            max_overflow=20,
            isolation_level="READ COMMITTED",
            hide_parameters=True,
        )
        event.listen(engine, "connect", _prepare_postgresql)
        return engine
    if parsed.database:
        _make(Path(parsed.database))
    engine = create_engine(parsed, pool_size=10, max_overflow=30, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make(file: Path) -> None:
    """Make file and folder where they are missing, for nobody but the user who runs the app.

    SQLite gives the files that it puts beside this one the same rights.
    """
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)
    except OSError as problem:
        raise CannotBeMade(
            f"The database {file} cannot be written ({problem.strerror}). Make its folder "
            "writable, or choose another place with DATABASE_URL."
        ) from None


def _prepare_postgresql(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """Keep statements with answers out of the server's log, where the role may say so."""
    cursor = connection.cursor()
    cursor.execute(
        "SELECT set_config(name, value, false) FROM (VALUES ('log_min_error_statement', 'panic'), "
        "('log_min_duration_statement', '-1'), ('log_statement', 'none'), "
        "('log_parameter_max_length', '0'), ('log_parameter_max_length_on_error', '0'), "
        # An error's detail quotes the row.
        "('log_error_verbosity', 'terse')"
        ") AS quiet (name, value) "
        "WHERE (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)"
    )
    connection.commit()
    cursor.close()


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # The driver must not open transactions by itself: _begin_sqlite does.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        # An acknowledged answer survives a power cut.
        "synchronous=FULL",
        "secure_delete=ON",
        "foreign_keys=ON",
        # VACUUM copies the database: the copy must not touch the disk.
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(db: Connection) -> None:
    writes = db.get_execution_options().get("writes")
    db.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
