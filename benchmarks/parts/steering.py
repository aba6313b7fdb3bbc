"""Starts the real app with a session in it, and presses its buttons from outside."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil

from modules.domain.moves import Move
from modules.settings import PROJECT, VARIABLES
from tests.journeys.running_app import answers, free_port

MARK = "steered "
"""How the lines begin that the app says to us, between those for people."""


class SteeredApp:
    """One workshop server in a process and a data folder of its own, gone when the block ends."""

    def __init__(self, guide_text: str, *, cap: int) -> None:
        self._folder = tempfile.TemporaryDirectory()
        guide = Path(self._folder.name) / "guide.md"
        guide.write_text(guide_text, encoding="utf-8")
        self.port = free_port()
        settings = {
            "WORKSHOP_DATA": str(Path(self._folder.name) / "data"),
            "WORKSHOP_PORT": str(self.port),
            "WORKSHOP_ADDRESS": "127.0.0.1",
            "WORKSHOP_PUBLIC_URL": f"http://127.0.0.1:{self.port}",
        }
        # PATH and its like are the developer's; settings of their own workshop are not.
        inherited = {k: v for k, v in os.environ.items() if k not in VARIABLES}  # noqa: TID251
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.parts.steered_app", str(guide), str(cap)],
            cwd=PROJECT,
            env=inherited | settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        said = self._hear()
        self.code: str = said["code"]
        self.base = settings["WORKSHOP_PUBLIC_URL"]
        self.sign_in_link = f"{self.base}/sign-in/{said['link']}"
        self.invitation = f"/q/{said['join_secret']}"
        while not answers(f"{self.base}/join"):
            time.sleep(0.1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.communicate(timeout=30)
        self._folder.cleanup()

    def press(self, move: Move) -> float:
        """Press, wait until the press is done, and say when it was pressed (monotonic seconds)."""
        pressed: float = self._ask(move.value)["pressed"]
        return pressed

    def answered(self) -> int:
        counted: int = self._ask("look")["answered"]
        return counted

    @property
    def memory_mb(self) -> float:
        """What the process holds in memory now (resident set size)."""
        return float(psutil.Process(self._process.pid).memory_info().rss) / 1e6

    @property
    def cpu_seconds(self) -> float:
        used = psutil.Process(self._process.pid).cpu_times()
        return float(used.user + used.system)

    def _ask(self, line: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._hear()

    def _hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith(MARK):
                heard: dict[str, Any] = json.loads(line.removeprefix(MARK))
                return heard
        raise RuntimeError("The app has stopped.")
