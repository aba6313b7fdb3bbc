"""The process has one workshop, made once, whoever asks first."""

import os
import stat
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from modules import doctor, wiring
from modules.domain.session import SessionId, Topic
from modules.live.signals import Level, Signal
from modules.server.door import HEADER
from modules.settings import PROJECT, CannotStart, Settings
from modules.storage.database import CannotBeMade
from modules.ui import access
from modules.wiring import Workshop, build_workshop


@pytest.fixture
def no_workshop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path))
    wiring.use(None)
    yield
    wiring.workshop().database.close()
    wiring.use(None)


@pytest.fixture
def a_generous_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("no_workshop")
def test_everybody_gets_the_same_one_though_all_ask_at_once():
    got: list[Workshop] = []
    barrier = threading.Barrier(8)

    def ask() -> None:
        barrier.wait()
        got.append(wiring.workshop())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(got) == 8
    assert len({id(one) for one in got}) == 1


def test_actions_announce_to_the_hub_that_phones_listen_to(tmp_path):
    made = build_workshop(Settings.from_env({"WORKSHOP_DATA": str(tmp_path)}))
    before = made.hub.version("a")

    made.tools.announce(SessionId("a"), Topic.STAGE)

    assert made.hub.version("a") > before
    made.database.close()


def test_an_erased_session_is_forgotten_by_all_that_remembers_it(tmp_path):
    made = build_workshop(Settings.from_env({"WORKSHOP_DATA": str(tmp_path)}))
    session_id = SessionId("a")
    made.presence.seen(session_id, b"token")
    made.signals.give(session_id, Signal.SLOWER, b"token")
    made.tools.announce(session_id, Topic.STAGE)
    before = made.presence.count(session_id), made.signals.levels(session_id)[Signal.SLOWER]

    made.tools.announce(session_id, Topic.ERASED)

    assert before == (1, Level.SOME)
    assert made.presence.count(session_id) == 0
    assert made.signals.levels(session_id)[Signal.SLOWER] is Level.NONE
    made.database.close()


def test_the_data_folder_is_made(tmp_path):
    folder = tmp_path / "new" / "data"

    build_workshop(Settings.from_env({"WORKSHOP_DATA": str(folder)})).database.close()

    assert (folder / "workshop.sqlite3").is_file()


@pytest.mark.usefixtures("a_generous_umask")
def test_what_is_stored_is_for_the_user_alone_who_runs_the_app(tmp_path):
    folder = tmp_path / "data"

    made = build_workshop(Settings.from_env({"WORKSHOP_DATA": str(folder)}))
    files = sorted(folder.glob("workshop.sqlite3*"))
    rights = {stat.S_IMODE(path.stat().st_mode) for path in files}
    made.database.close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(files) == 3
    assert rights == {0o600}


@pytest.mark.usefixtures("a_generous_umask")
def test_a_folder_that_was_there_keeps_its_rights(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o750)

    build_workshop(Settings.from_env({"WORKSHOP_DATA": str(folder)})).database.close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o750


def test_a_database_that_cannot_be_made_is_one_sentence(tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/file/below/workshop.sqlite3")
    sentence = "/file/below/workshop.sqlite3 cannot be written (Not a directory)."

    with pytest.raises(CannotBeMade) as refused:
        build_workshop(Settings.from_env())

    assert sentence in str(refused.value)
    assert doctor.main([]) == 1
    assert sentence in capsys.readouterr().err


def test_a_data_folder_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotStart, match="cannot be written"):
        build_workshop(Settings.from_env({"WORKSHOP_DATA": str(tmp_path / "file" / "data")}))


def test_what_the_door_writes_is_what_streamlit_trusts_and_pages_read():
    options = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text("utf-8"))
    trusted = options["server"]["trustedUserHeaders"]

    assert {name.lower(): field for name, field in trusted.items()} == {HEADER: access._FIELD}


def test_every_streamlit_option_has_its_reason_above_it():
    lines = (PROJECT / ".streamlit" / "config.toml").read_text("utf-8").splitlines()
    tables = [i for i, line in enumerate(lines) if line.startswith("[theme]")]
    unexplained = []
    explained = False
    for line in lines[: tables[0]]:
        if line.startswith("#"):
            explained = True
        elif not line or line.startswith("["):
            explained = False
        elif not explained:
            unexplained.append(line)

    assert unexplained == []
