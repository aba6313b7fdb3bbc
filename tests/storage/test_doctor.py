"""The doctor and the backup."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from modules import doctor
from modules.storage import rounds
from modules.storage.backup import CannotCopy, backup
from modules.storage.database import Database
from modules.storage.doctor import OWN_SETTINGS, findings
from tests.a_room import PLAIN, WORDS, ARoom
from tests.postgresql import PostgreSQL


def test_a_prepared_sqlite_database_has_no_findings(sqlite_url: str) -> None:
    assert findings(Database.open(sqlite_url)) == ()


def test_a_plain_postgresql_has_findings_until_it_is_set_as_they_say(server_folder: Path) -> None:
    server = PostgreSQL(server_folder / "plain", "log_statement=all", "wal_recycle=on")
    database = Database.open(server.url)
    found = findings(database)
    server.set("log_statement=none", "wal_recycle=off")

    assert [f.split(" ")[1] for f in found] == ["wal_recycle", "log_statement"]
    assert findings(database) == ()
    database.close()
    server.stop()


def test_a_role_without_rights_is_told_what_to_do(postgresql_url: str) -> None:
    owner = Database.open(postgresql_url)
    with owner.begin() as db:
        db.exec_driver_sql("DROP ROLE IF EXISTS plain")
        db.exec_driver_sql("CREATE ROLE plain LOGIN PASSWORD 'plain'")
        db.exec_driver_sql("GRANT pg_read_all_data TO plain")
    owner.close()
    url = make_url(postgresql_url).set(username="plain", password="plain")
    database = Database.open(url.render_as_string(hide_password=False), migrate=False)

    found = findings(database)
    assert any("may not switch log segments" in finding for finding in found)
    not_its_own = [f.split(" ")[1] for f in found if "the role may not do it itself" in f]
    assert not_its_own == [
        "log_min_error_statement", "log_parameter_max_length", "log_error_verbosity",
    ]  # fmt: skip
    database.close()


def test_what_was_set_for_the_apps_role_is_no_finding(postgresql_url: str) -> None:
    owner = Database.open(postgresql_url)
    assert [f for f in findings(owner) if "log_min_error_statement" in f] == []
    with owner.begin() as db:
        db.exec_driver_sql("DROP ROLE IF EXISTS quiet")
        db.exec_driver_sql("CREATE ROLE quiet LOGIN PASSWORD 'quiet'")
        db.exec_driver_sql("GRANT pg_read_all_data TO quiet")
        db.exec_driver_sql("ALTER ROLE quiet SET log_min_error_statement = panic")
    owner.close()
    url = make_url(postgresql_url).set(username="quiet", password="quiet")
    database = Database.open(url.render_as_string(hide_password=False), migrate=False)

    named = [name for name, *_ in OWN_SETTINGS if any(name in f for f in findings(database))]
    assert named == ["log_parameter_max_length", "log_error_verbosity"]
    database.close()


def test_a_backup_holds_what_is_sealed_and_no_open_ballot(sqlite_url: str, tmp_path: Path) -> None:
    room = ARoom.with_facilitator(Database.open(sqlite_url)).start(phones=5).at(PLAIN)
    room.all_choose("aaabb")
    room.at(WORDS)
    for number, phone in enumerate(room.phones):
        room.answer(phone, {"text": f"mango-velvet-{number}"})
    target = tmp_path / "copy.db"

    backup(room.database, target)

    assert b"mango-velvet-3" not in target.read_bytes()
    with Database.open(f"sqlite:///{target}").read() as db:
        [round_] = rounds.of_session(db, room.session_id)
    assert round_.tally is not None
    assert [c.count for c in round_.tally.questions[0].cells] == [3, 2, 0]


def test_a_backup_overwrites_nothing(sqlite_url: str, tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("precious")

    with pytest.raises(CannotCopy):
        backup(Database.open(sqlite_url), target)

    assert target.read_text() == "precious"


def test_the_doctor_answers_in_the_terminal(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)

    assert doctor.main([]) == 0
    assert capsys.readouterr().out == f"{doctor.ALL_WELL}\n"
