"""Opening, migrating, and the durability of what was acknowledged."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, make_url, text
from sqlalchemy.exc import DBAPIError

from modules.actions import planning, retention
from modules.domain.moves import Move
from modules.storage import migrating, residue
from modules.storage.database import BUSY_TIMEOUT_MS, Database
from modules.storage.migrating import DatabaseTooNew
from modules.storage.tables import metadata
from tests.a_room import PLAIN, ARoom


def test_the_migrations_make_exactly_the_tables(database: Database) -> None:
    with database.read() as db:
        assert compare_metadata(MigrationContext.configure(db), metadata) == []


def test_every_migration_goes_down_and_up_again_with_rows_in_it(room: ARoom) -> None:
    room.start(phones=2).at(PLAIN)
    room.all_choose("ab")
    planning.write_agreed(
        room.tools, acting=room.acting, session_id=room.session_id, key="plain", text="We say stop."
    )
    settings = migrating.config()
    with room.database.begin() as db:
        settings.attributes["connection"] = db
        command.downgrade(settings, "base")
        assert inspect(db).get_table_names() == ["alembic_version"]

    migrating.upgrade(room.database.engine)

    with room.database.read() as db:
        assert set(inspect(db).get_table_names()) == {"alembic_version", *metadata.tables}


def test_a_running_session_keeps_its_rows_when_agreements_come(room: ARoom) -> None:
    room.start(phones=2).at(PLAIN)
    room.all_choose("ab")
    planning.write_note(
        room.tools, acting=room.acting, session_id=room.session_id, key="plain", text="Slower."
    )
    settings = migrating.config()
    with room.database.begin() as db:
        settings.attributes["connection"] = db
        command.downgrade(settings, "0003")

    migrating.upgrade(room.database.engine)

    assert (room.view.answered, room.view.note, room.view.agreed) == (2, "Slower.", "")
    planning.write_agreed(
        room.tools, acting=room.acting, session_id=room.session_id, key="plain", text="We say stop."
    )
    assert room.view.agreed == "We say stop."


def test_a_database_of_a_newer_version_is_refused_and_left_alone(database: Database) -> None:
    with database.begin() as db:
        db.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseTooNew):
        migrating.upgrade(database.engine)

    with database.read() as db:
        assert db.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "9999"


def test_opening_twice_changes_nothing(sqlite_url: str) -> None:
    room = ARoom.with_facilitator(Database.open(sqlite_url)).start(phones=1).at(PLAIN)
    room.all_choose("a")
    again = Database.open(sqlite_url)

    room.database = again
    assert room.view.answered == 1


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("temp_store", 2),
    ],
)
def test_every_sqlite_connection_is_prepared(sqlite_url: str, pragma: str, value: object) -> None:
    database = Database.open(sqlite_url)
    for _ in range(3):
        with database.read() as db:
            assert db.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_database_error_does_not_quote_what_was_sent(database: Database) -> None:
    nonsense = text("SELECT no_such_column, :answer")
    with pytest.raises(DBAPIError) as error, database.read() as db:
        db.execute(nonsense, {"answer": "planted-answer"})

    assert "planted-answer" not in str(error.value)


def test_a_program_that_reads_the_file_does_not_hold_the_room_up(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(residue, "CHECKPOINT_TRIES", 2)
    database = Database.open(sqlite_url)
    path = make_url(sqlite_url).database or ""
    room = ARoom.with_facilitator(database).start(phones=1).at(PLAIN)
    room.all_choose("a")
    with closing(sqlite3.connect(path, isolation_level=None)) as browser:
        browser.execute("BEGIN")
        browser.execute("SELECT count(*) FROM ballots").fetchall()
        began = time.monotonic()
        room.move(Move.SHOW_RESULTS)
        took = time.monotonic() - began
        retention.wipe_owed(room.tools)
        in_use = Path(f"{path}-wal").stat().st_size

    assert took < BUSY_TIMEOUT_MS / 1000
    assert in_use > 0
    assert retention.wipe_owed(room.tools) == 1
    assert Path(f"{path}-wal").stat().st_size == 0
    assert retention.wipe_owed(room.tools) == 0


def test_no_table_keeps_a_time_of_an_answer_or_an_order(database: Database) -> None:
    ballots = {c["name"] for c in inspect(database.engine).get_columns("ballots")}
    texts = {c["name"] for c in inspect(database.engine).get_columns("texts")}

    assert ballots == {"round_id", "mark", "answer", "seq", "decisions"}
    assert texts == {
        "round_id", "n", "text", "state", "reason", "reworded", "theme", "question",
    }  # fmt: skip
