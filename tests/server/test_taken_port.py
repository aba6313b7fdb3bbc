"""uvicorn's own command line, with a port that another program has."""

import socket

from tests.server.a_server import HOST, run_until_it_refuses


def test_no_passcode_is_shown_that_would_be_of_no_use(tmp_path):
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        code, printed = run_until_it_refuses(tmp_path, port, "uvicorn", WORKSHOP_PASSCODE="")

    assert code == 1
    assert printed.splitlines()[-1] == (
        f"Port {port} on {HOST} cannot be used (Address already in use). Stop the program that "
        f"uses it, or choose another port: --port {port + 1}."
    )
    assert "Passcode" not in printed
    assert not (tmp_path / "data").exists()
