"""The process has one workshop, made once, whoever asks first."""

import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from modules import wiring
from modules.domain.session import SessionId, Topic
from modules.live.signals import Level, Signal
from modules.server.door import HEADER
from modules.settings import PROJECT, CannotStart, Settings
from modules.ui import access
from modules.wiring import Workshop, build_workshop


@pytest.fixture
def no_workshop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path))
    wiring.use(None)
    yield
    wiring.workshop().database.close()
    wiring.use(None)


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
