"""What keeps a database from forgetting as thoroughly as the promise says, and what to do."""

from sqlalchemy import Connection, text

from modules.storage.database import Database
from modules.storage.residue import is_superuser

# Name, the value that keeps the promise, and why.
POSTGRESQL_SETTINGS = (
    ("wal_recycle", "off", "old log segments are kept for reuse with deleted ballots in them"),
    ("log_statement", "none", "statements with answers may be written to the server's log"),
    ("log_min_duration_statement", "-1", "slow statements with answers may be written to the log"),
    ("log_parameter_max_length_on_error", "0", "answers may be written to the log with errors"),
    ("archive_mode", "off", "archived log segments keep deleted ballots out of the app's reach"),
)

# What the app sets for each of its connections, where its role may.
OWN_SETTINGS = (
    (
        "log_min_error_statement",
        "panic",
        "statements that fail are logged with the answers in them",
    ),
    ("log_parameter_max_length", "0", "answers are logged with the statements that carry them"),
    ("log_error_verbosity", "terse", "errors are logged with the rows that they are about"),
)


def findings(database: Database) -> tuple[str, ...]:
    """One sentence for each thing that the operator should change; empty where all is well."""
    with database.read() as db:
        return _of_sqlite(db) if database.is_sqlite else _of_postgresql(db)


def _of_sqlite(db: Connection) -> tuple[str, ...]:
    found = []
    if db.exec_driver_sql("PRAGMA journal_mode").scalar_one() != "wal":
        found.append("The data folder does not allow write-ahead logging: use a local disk.")
    if not db.exec_driver_sql("PRAGMA secure_delete").scalar_one():
        found.append("This SQLite cannot overwrite deleted rows: install another Python.")
    return tuple(found)


def _server_wide(db: Connection, name: str) -> str:
    """A setting as the server has it, whatever this connection set for itself."""
    query = text("SELECT reset_val FROM pg_settings WHERE name = :name")
    return str(db.execute(query, {"name": name}).scalar_one())


def _of_this_connection(db: Connection, name: str) -> str:
    return str(db.execute(text("SELECT current_setting(:name)"), {"name": name}).scalar_one())


def _of_postgresql(db: Connection) -> tuple[str, ...]:
    found = [
        f"Set {name} = {wanted} in PostgreSQL: {why}."
        for name, wanted, why in POSTGRESQL_SETTINGS
        if _server_wide(db, name) != wanted
    ]
    found += [
        f"Set {name} = {wanted} in PostgreSQL, or with “ALTER ROLE … SET” for the app's role: "
        f"the role may not do it itself, so that {why}."
        for name, wanted, why in OWN_SETTINGS
        if _of_this_connection(db, name) != wanted
    ]
    if not is_superuser(db):
        found.append(
            "The app's role may not switch log segments: run “SELECT pg_switch_wal(); CHECKPOINT” "
            "as a superuser after each workshop, or give the app a server of its own."
        )
    standbys = db.exec_driver_sql("SELECT count(*) FROM pg_stat_replication").scalar_one()
    if standbys:
        found.append(f"{standbys} standby servers copy the log; sealing cannot reach into them.")
    return tuple(found)
