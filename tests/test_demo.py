"""`make demo` as somebody meets it who has never seen the app: a process, three links, and away."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import httpx2
import pytest

from modules.demo import demo_settings
from modules.settings import PROJECT, VARIABLES, CannotStart, Settings
from tests.journeys.running_app import free_port
from tests.patience import SECONDS


class Demo:
    def __init__(self, folder: Path) -> None:
        ours = {
            "WORKSHOP_PORT": str(free_port()),
            "WORKSHOP_DATA": str(folder / "real"),
            "WORKSHOP_PUBLIC_URL": "https://workshop.example.org",
            "TMPDIR": str(folder),
            "PYTHONUNBUFFERED": "1",
        }
        inherited = {k: v for k, v in os.environ.items() if k not in VARIABLES}  # noqa: TID251
        self.process = subprocess.Popen(
            [sys.executable, "-m", "modules.demo"],
            cwd=PROJECT,
            env=inherited | ours,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        self.printed = "".join(until(self.process.stdout, "Ctrl+C stops the demo"))

    def link(self, name: str) -> str:
        found = re.search(rf"{name} +(\S+)", self.printed)
        assert found, self.printed
        return found[1]

    def stop(self, how: signal.Signals = signal.SIGTERM) -> str:
        """End it; what it still said."""
        self.process.send_signal(how)
        rest, _ = self.process.communicate(timeout=SECONDS)
        return rest


def until(lines: IO[str], last: str) -> Iterator[str]:
    for line in lines:
        yield line
        if last in line:
            return


@pytest.fixture(scope="module", params=[signal.SIGTERM, signal.SIGINT])
def how(request: pytest.FixtureRequest) -> signal.Signals:
    """How it is stopped when nobody looks at it any more."""
    chosen: signal.Signals = request.param
    return chosen


@pytest.fixture(scope="module")
def folder(how: signal.Signals, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp(f"demo-{how.name}")


@pytest.fixture(scope="module")
def demo(folder: Path) -> Iterator[Demo]:
    """One for all who look at it, until the last of them stops it."""
    demo = Demo(folder)
    yield demo
    if demo.process.poll() is None:
        demo.stop()


def test_the_links_lead_to_console_projector_and_phone(demo: Demo):
    with httpx2.Client(timeout=SECONDS) as browser:
        signed_in = browser.get(demo.link("Console"))
        assert re.fullmatch(r"/facilitate\?session=[0-9a-f]{32}", signed_in.headers["location"])
        assert "Rehearsal" in browser.get(demo.link("A phone")).text
        assert browser.get(demo.link("Projector")).status_code == 200
        assert demo.link("Projector").startswith("http://localhost:")


def test_a_demo_beside_a_running_app_takes_another_port(demo: Demo, tmp_path: Path):
    port = int(demo.link("Projector").split(":")[2].partition("/")[0])
    settings = Settings(data=tmp_path, database_url="", port=port)

    chosen = demo_settings(settings, tmp_path / "demo")

    assert chosen.port != port
    assert chosen.database_url == f"sqlite:///{tmp_path / 'demo' / 'demo.sqlite3'}"


def test_a_demo_leaves_nothing_behind_and_touches_no_real_data(
    demo: Demo, folder: Path, how: signal.Signals
):
    assert [p.name.startswith("workshop-demo-") for p in folder.iterdir()] == [True]

    said = demo.stop(how)

    assert "Traceback" not in said
    assert list(folder.iterdir()) == []


def test_a_demo_without_a_free_port_says_so(tmp_path: Path):
    nobodys = Settings(data=tmp_path, database_url="", port=8501, address="203.0.113.1")

    with pytest.raises(CannotStart):
        demo_settings(nobodys, tmp_path)
