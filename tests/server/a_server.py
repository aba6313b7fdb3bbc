"""The real app, started as people start it, and asked over the network."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from modules.server.cookies import NAME
from modules.settings import PROJECT, VARIABLES
from tests.journeys.running_app import free_port
from tests.patience import SECONDS

HOST = "127.0.0.1"
PASSCODE = "open sesame"


@dataclass(frozen=True)
class Server:
    base: str
    port: int
    data: Path
    log: Path
    process: "subprocess.Popen[bytes]"

    @property
    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8")

    @property
    def link(self) -> str:
        """The path of the newest one-click link."""
        return str(re.findall(r"/sign-in/[0-9a-f]+", self.printed)[-1])

    def visitor(self) -> httpx2.Client:
        """Somebody's browser: keeps its cookies, shows redirects."""
        return httpx2.Client(base_url=self.base, timeout=SECONDS)

    @contextmanager
    def facilitator(self) -> Iterator[httpx2.Client]:
        with self.visitor() as client:
            answer = client.post("/sign-in", data={"passcode": PASSCODE})
            assert answer.headers["location"] == "/"
            yield client

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=SECONDS)


def by_python(_port: int) -> list[str]:
    return [sys.executable, "workshop_app.py"]


def by_streamlit(port: int) -> list[str]:
    options = ["--server.port", str(port), "--server.address", HOST]
    return [sys.executable, "-m", "streamlit", "run", "workshop_app.py", *options]


def by_uvicorn(port: int) -> list[str]:
    return [sys.executable, "-m", "uvicorn", "workshop_app:app", "--port", str(port)]


WAYS = {"python": by_python, "streamlit": by_streamlit, "uvicorn": by_uvicorn}


@contextmanager
def a_server(
    folder: Path, way: str = "python", cwd: Path = PROJECT, **settings: str
) -> Iterator[Server]:
    """Start the app with its data in `folder`; end it with the block."""
    port = free_port()
    command = WAYS[way](port)
    if cwd != PROJECT:
        command = [*command, "--app-dir", str(PROJECT)]
    log = folder / "printed.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=environment(folder, port, **settings),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://{HOST}:{port}", port, folder, log, process)
    try:
        _wait_for(server)
        yield server
    finally:
        process.kill()
        process.wait()


def run_until_it_refuses(
    folder: Path, port: int, way: str = "python", **settings: str
) -> "tuple[int, str]":
    """Start the app where it cannot; returns the exit code and all that was printed."""
    done = subprocess.run(
        WAYS[way](port),
        cwd=PROJECT,
        env=environment(folder, port, **settings),
        capture_output=True,
        text=True,
        timeout=2 * SECONDS,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def streamlit_session(server: Server, cookie: str = "", wanted: str = "") -> str:
    """Open a page's live connection, asking to take up a Streamlit session; the one it gets."""
    with connect(
        server.base.replace("http", "ws") + "/_stcore/stream",
        origin=Origin(server.base),
        additional_headers={"Cookie": f"{NAME}={cookie}"} if cookie else {},
        subprotocols=[Subprotocol(s) for s in ("streamlit", "x", wanted) if s],
        proxy=None,
        open_timeout=SECONDS,
    ) as line:
        ask = BackMsg()
        ask.rerun_script.query_string = ""
        line.send(ask.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(line.recv(timeout=SECONDS, decode=False))
            if answer.WhichOneof("type") == "new_session":
                return str(answer.new_session.initialize.session_id)


def environment(folder: Path, port: int, **settings: str) -> dict[str, str]:
    ours = {
        "WORKSHOP_DATA": str(folder / "data"),
        "WORKSHOP_PORT": str(port),
        "WORKSHOP_ADDRESS": HOST,
        "WORKSHOP_PASSCODE": PASSCODE,
        "PYTHONUNBUFFERED": "1",
    }
    inherited = {k: v for k, v in os.environ.items() if k not in VARIABLES}  # noqa: TID251
    return {k: v for k, v in (inherited | ours | settings).items() if v}


def _wait_for(server: Server) -> None:
    deadline = time.monotonic() + 2 * SECONDS
    while time.monotonic() < deadline:
        assert server.process.poll() is None, f"The app ended:\n{server.printed}"
        try:
            httpx2.get(f"{server.base}/_stcore/health", timeout=5)
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"The app did not answer in time:\n{server.printed}")
