"""The real app as a process of its own, on a free port, with data that outlive a crash."""

import contextlib
import os
import random
import re
import selectors
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

from modules.settings import VARIABLES
from tests.patience import SECONDS

ROOT = Path(__file__).parent.parent.parent
_MARKS: list[socket.socket] = []
SIGN_IN_LINK = re.compile(r"https?://\S+(/sign-in/\S+)")


class RunningApp:
    """One workshop server. `kill` and `start` again is the crash that the promises must survive."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self._printed = b""
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        settings = {
            "WORKSHOP_DATA": str(self.data),
            "WORKSHOP_PORT": str(self.port),
            "WORKSHOP_PUBLIC_URL": self.base,
            "PYTHONUNBUFFERED": "1",
        }
        # PATH and its like are the developer's; settings of their own workshop are not.
        inherited = {k: v for k, v in os.environ.items() if k not in VARIABLES}  # noqa: TID251
        self._process = subprocess.Popen(
            [sys.executable, "workshop_app.py"],
            cwd=ROOT,
            env=inherited | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._wait_until_it_answers()

    @property
    def printed(self) -> str:
        """Everything that the terminal showed so far."""
        self._read_what_was_printed()
        return self._printed.decode()

    @property
    def sign_in_link(self) -> str:
        """The one-click link of the first start, at the address that the test uses."""
        found = SIGN_IN_LINK.search(self.printed)
        assert found, f"No sign-in link was printed:\n{self.printed}"
        return self.base + found[1]

    def kill(self) -> None:
        """`kill -9`: nothing of the process gets a chance to tidy up."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._read_what_was_printed()
        if self._process.stdout:
            self._process.stdout.close()
        self._process = None

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + 2 * SECONDS
        while time.monotonic() < deadline:
            self._read_what_was_printed(for_seconds=0.1)
            if self._process is None or self._process.poll() is not None:
                break
            if answers(f"{self.base}/join"):
                return
        self.kill()
        raise AssertionError(f"The app does not answer:\n{self.printed}")

    def _read_what_was_printed(self, for_seconds: float = 0.0) -> None:
        """Take what the process printed so far, without waiting for more than given."""
        if self._process is None or self._process.stdout is None:
            return
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            while selector.select(for_seconds):
                chunk = os.read(self._process.stdout.fileno(), 65536)
                if not chunk:
                    return
                self._printed += chunk


@contextlib.contextmanager
def running(data: Path) -> Iterator[RunningApp]:
    """The app until the test, or the file, or all is over."""
    app = RunningApp(data)
    app.start()
    yield app
    app.stop()
    # Shown by pytest when the last test failed.
    print(app.printed)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):  # noqa: S310
            return True
    except (URLError, OSError):
        return False


def free_port() -> int:
    """A port below those that the system hands out to connections, of which browsers open many.

    It stays ours between this look and the start of an app, and while an app is down: as long as
    this process lives, no other one that asks here gets it.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        mark = socket.socket(type=socket.SOCK_DGRAM)
        with socket.socket() as listener, contextlib.suppress(OSError):
            # Nothing of the app speaks UDP.
            mark.bind(("127.0.0.1", port))
            listener.bind(("0.0.0.0", port))  # noqa: S104
            _MARKS.append(mark)
            return port
        mark.close()
