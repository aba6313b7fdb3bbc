"""The three ways to start are one app; what cannot start says why in a sentence."""

import signal
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.server.cookies import NAME
from modules.settings import PROJECT
from tests.journeys.running_app import free_port
from tests.patience import SECONDS
from tests.server.a_server import (
    HOST,
    PASSCODE,
    WAYS,
    Server,
    a_server,
    run_until_it_refuses,
    streamlit_session,
)


@pytest.fixture(scope="module")
def running(tmp_path_factory) -> Iterator[Server]:
    with a_server(tmp_path_factory.mktemp("running")) as server:
        yield server


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_start_gives_the_same_app_that_prints_nothing_visitors_do(tmp_path, way):
    with a_server(tmp_path, way) as server, server.visitor() as visitor:
        at_the_start = server.printed
        for path in ("/", "/join", "/j/12345678", "/sign-in/abc", "/media/x", "/_stcore/health"):
            visitor.get(path, headers={"X-Forwarded-For": "203.0.113.7"})
        visitor.post("/join", data={"code": "12345678"})
        page = visitor.get("/")
        join = visitor.get("/join")
        closed = visitor.get("/media/anything.png")
        signed_in = visitor.get(server.link)

        assert (page.status_code, join.status_code, closed.status_code) == (200, 200, 403)
        assert "script-src 'self'" in page.headers["content-security-policy"]
        assert signed_in.headers["location"] == "/"
        assert f"http://localhost:{server.port}\n" in at_the_start
        assert server.printed == at_the_start
        assert "INFO" not in at_the_start


def test_it_is_the_same_app_from_whatever_folder_it_is_started(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    with a_server(tmp_path, "uvicorn", cwd=elsewhere) as server, server.facilitator() as client:
        mine = streamlit_session(server, client.cookies[NAME])

        # Streamlit binds sessions to people only where it found our options.
        assert streamlit_session(server, wanted=mine) != mine


def test_connections_stay_open_between_two_requests(running):
    with socket.create_connection((HOST, running.port)) as line:
        request = f"GET /join HTTP/1.1\r\nHost: {HOST}:{running.port}\r\n\r\n".encode()
        line.sendall(request)

        # Longer than the 5 seconds after which uvicorn would hang up by itself.
        assert hangs_up_within(6, line) is False


def test_the_generated_passcode_is_shown_once_and_never_kept(tmp_path):
    with a_server(tmp_path, WORKSHOP_PASSCODE="") as server:
        shown = [line.split()[1] for line in server.printed.splitlines() if "Passcode" in line]
        with server.visitor() as visitor:
            answer = visitor.post("/sign-in", data={"passcode": shown[0]})
    stored = b"".join(file.read_bytes() for file in (tmp_path / "data").iterdir())
    with a_server(tmp_path, WORKSHOP_PASSCODE="") as server:
        second = server.printed

    assert answer.headers["location"] == "/"
    assert len(shown) == 1
    assert shown[0].encode() not in stored
    assert "Passcode" not in second
    assert "/sign-in/" in second


def test_a_chosen_passcode_is_not_printed(running):
    assert PASSCODE not in running.printed


def test_only_this_computer_is_warned_about(running):
    assert "Phones cannot reach this app: only this computer can." in running.printed


def test_the_public_address_is_the_one_that_is_printed(tmp_path):
    public = "https://workshop.example.org"

    with a_server(tmp_path, WORKSHOP_PUBLIC_URL=public) as server:
        assert f"{public}/join" in server.printed
        assert "Phones cannot reach" not in server.printed


def test_a_port_in_use_is_one_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        code, printed = run_until_it_refuses(tmp_path, port)

    assert code == 1
    assert printed == (
        f"Port {port} on {HOST} cannot be used (Address already in use). Stop the program that "
        f"uses it, or choose another port: WORKSHOP_PORT={port + 1}.\n"
    )


def test_a_data_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    # A file in its place: permissions would not stop a test that runs as root.
    (tmp_path / "data").write_text("not a folder")

    code, printed = run_until_it_refuses(tmp_path, free_port())

    assert code == 1
    assert printed == (
        f"The data folder {tmp_path / 'data'} cannot be written (File exists). "
        "Make it writable, or choose another one with WORKSHOP_DATA.\n"
    )


def test_a_database_of_a_newer_version_is_one_sentence(tmp_path):
    file = tmp_path / "data" / "workshop.sqlite3"
    file.parent.mkdir()
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        db.execute("INSERT INTO alembic_version VALUES ('9999')")
    db.close()

    code, printed = run_until_it_refuses(tmp_path, free_port())

    assert code == 1
    assert printed == (
        "This database was written by a newer version of the app. "
        "Start that version, or choose another data folder with WORKSHOP_DATA.\n"
    )


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"WORKSHOP_PORT": "many"}, "WORKSHOP_PORT is “many”. A port is a number"),
        ({"WORKSHOP_PASSCODE": "short"}, "WORKSHOP_PASSCODE has 5 characters."),
        (
            {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"},
            "The database cannot be opened:",
        ),
    ],
)
def test_a_setting_that_cannot_work_is_one_sentence(tmp_path, settings, sentence):
    code, printed = run_until_it_refuses(tmp_path, free_port(), **settings)

    assert code == 1
    assert printed.startswith(sentence)
    assert len(printed.splitlines()) == 1


def test_a_file_that_is_no_database_is_one_sentence(tmp_path):
    file = tmp_path / "data" / "workshop.sqlite3"
    file.parent.mkdir()
    file.write_bytes(b"something else entirely" * 100)

    code, printed = run_until_it_refuses(tmp_path, free_port())

    assert code == 1
    assert printed == (
        "The database cannot be opened: file is not a database. "
        "Check WORKSHOP_DATA or DATABASE_URL.\n"
    )
    assert file.read_bytes() == b"something else entirely" * 100


def test_it_stops_when_told_to_though_phones_are_listening(tmp_path):
    with a_server(tmp_path) as server, socket.create_connection((HOST, server.port)) as line:
        line.sendall(b"POST /join HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\n")

        assert server.stop() != 0
        assert "Traceback" not in server.printed


def test_ctrl_c_stops_it_without_a_word(tmp_path):
    with a_server(tmp_path) as server:
        before = server.printed

        server.process.send_signal(signal.SIGINT)

        assert server.process.wait(timeout=SECONDS) == 0
        assert server.printed == before


def hangs_up_within(seconds: float, line: socket.socket) -> bool:
    """Read all that comes; whether the other side closed before nothing came for that long."""
    line.settimeout(seconds)
    try:
        while line.recv(65536):
            pass
    except TimeoutError:
        return False
    return True


def test_the_server_file_stays_short():
    lines = Path(PROJECT / "workshop_app.py").read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 40
