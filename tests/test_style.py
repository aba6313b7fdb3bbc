"""The bans of the house style bite: each is broken here on purpose, and ruff must say so."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SESSION_STATE = "import streamlit as st\n\nst.session_state['a'] = 1\n"
ENVIRON = "import os\n\nprint(os.environ['HOME'])\n"
FUNCTION = re.compile(r"\s*(async\s+)?(\([^)]*\)|\w+)\s*=>")


def ruff(code: str, path: str) -> list[str]:
    """The rules that ruff finds broken if `code` stood at `path`."""
    command = [sys.executable, "-m", "ruff", "check", "--output-format=concise"]
    done = subprocess.run(
        [*command, f"--stdin-filename={path}", "-"],
        input=code,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    return [line.split()[1] for line in done.stdout.splitlines() if line.startswith(path)]


@pytest.mark.parametrize("path", ["modules/phone/routes.py", "pages/main.py", "workshop_app.py"])
@pytest.mark.parametrize(
    "code",
    [
        ENVIRON,
        "import os\n\nprint(os.getenv('HOME'))\n",
        "from os import environ\n\nprint(environ)\n",
        SESSION_STATE,
        "from streamlit import session_state\n\nprint(session_state)\n",
        "import streamlit as st\n\nprint(st.context.ip_address)\n",
        "import streamlit as st\n\nst.download_button('a', b'')\n",
        "from .sibling import thing\n\nprint(thing)\n",
    ],
)
def test_a_banned_name_is_refused(code, path):
    assert set(ruff(code, path)) <= {"TID251", "TID252"}
    assert ruff(code, path)


def test_a_clock_without_a_zone_is_refused():
    code = "from datetime import datetime\n\nprint(datetime.now())\n"

    assert ruff(code, "modules/actions/hosting.py") == ["DTZ005"]


def test_only_the_settings_may_read_the_environment():
    assert ruff(ENVIRON, "modules/settings.py") == []
    assert "session_state" not in (ROOT / "modules/settings.py").read_text()


def test_only_the_state_module_may_touch_session_state():
    assert ruff(SESSION_STATE, "modules/ui/state.py") == []
    assert "environ" not in (ROOT / "modules/ui/state.py").read_text()


def test_ci_runs_exactly_what_a_developer_runs():
    lines = (ROOT / ".ci/run").read_text().splitlines()

    assert [line for line in lines if "make" in line] == ["make check && make test"]


def waits_for_no_function(code: str) -> Iterator[int]:
    """The lines that wait in a page for anything but a function.

    What is no function is evaluated by the page, unless it is true at once. Our own policy forbids
    that, so the test would fail now and then.
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "wait_for_function":
            said = node.args[0].value if isinstance(node.args[0], ast.Constant) else ""
            if not FUNCTION.match(str(said)):
                yield node.lineno


def test_a_page_waits_for_functions_only():
    assert list(waits_for_no_function("page.wait_for_function('window.a === 1')")) == [1]
    assert list(waits_for_no_function("page.wait_for_function('() => window.a === 1')")) == []
    for folder in ("tests", "benchmarks"):
        for file in (ROOT / folder).rglob("*.py"):
            assert list(waits_for_no_function(file.read_text(encoding="utf-8"))) == [], file
