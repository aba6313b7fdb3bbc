"""The first `make run`, on a computer where something is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from modules.settings import PROJECT

MISSING = "ensurepip is not available. Install the python3-venv package."
# Debian's Python before and after that package was installed.
PYTHON = f"""#!/bin/sh
test "$1" = -c && exit 0
mkdir -p .venv/bin
echo "#!/bin/sh" > .venv/bin/python
chmod +x .venv/bin/python
test -e python3-venv || {{ echo "{MISSING}"; exit 1; }}
cp .venv/bin/python .venv/bin/pip
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(PROJECT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    python = tmp_path / "programs" / "python3"
    python.parent.mkdir()
    python.write_text(PYTHON)
    python.chmod(0o755)
    return tmp_path


def installed(folder: Path) -> tuple[bool, str]:
    """Whether `make run` would find the app installed, and what was printed on the way."""
    done = subprocess.run(
        ["make", ".venv/runtime"],
        cwd=folder,
        env={"PATH": f"{folder / 'programs'}:{os.defpath}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode == 0, done.stdout + done.stderr


def test_what_python_misses_is_said_until_it_is_there(folder: Path) -> None:
    for _ in range(2):
        done, said = installed(folder)
        assert not done
        assert MISSING in said

    (folder / "python3-venv").touch()

    assert installed(folder)[0]
