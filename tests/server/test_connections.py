"""A room of hundreds of phones needs more open connections than programs are started with."""

import subprocess
import sys

import pytest

from modules.server.serving import OPEN_FILES
from modules.settings import PROJECT

resource = pytest.importorskip("resource", reason="Windows has no such limit.")

SAY = """
import resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, tuple(map(int, sys.argv[1:])))
from modules.server.serving import allow_thousands_of_connections
allow_thousands_of_connections()
print(resource.getrlimit(resource.RLIMIT_NOFILE))
"""
HARD = resource.getrlimit(resource.RLIMIT_NOFILE)[1]


def limits_after(now: int, most: int) -> str:
    """What a process has that was started with these limits."""
    command = [sys.executable, "-c", SAY, str(now), str(most)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.skipif(0 <= HARD < OPEN_FILES, reason="This machine allows fewer.")
def test_a_process_that_may_have_more_takes_them():
    assert limits_after(256, OPEN_FILES) == f"({OPEN_FILES}, {OPEN_FILES})"


def test_a_process_takes_no_more_than_it_may_have():
    assert limits_after(256, 300) == "(300, 300)"


@pytest.mark.skipif(0 <= HARD < OPEN_FILES + 1, reason="This machine allows fewer.")
def test_a_process_that_has_more_keeps_them():
    most = OPEN_FILES + 1
    assert limits_after(most, most) == f"({most}, {most})"
