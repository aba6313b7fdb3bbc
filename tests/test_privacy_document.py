"""docs/privacy.md names a test for every promise; every test it names is collected and is run."""

import ast
import re
from pathlib import Path

import pytest

from modules.screens.stored import COLUMNS
from tests.screens.test_stored import TABLES

ROOT = Path(__file__).parent.parent
DOCUMENT = (ROOT / "docs" / "privacy.md").read_text("utf-8")
NOT_RUN = ("skip", "skipif", "xfail")
"""Marks and calls by which a test is collected and proves nothing."""


def found_in(source: str) -> dict[str, bool]:
    """What pytest collects of a file: functions of its top level, by whether they are really run.

    It must read as a promise reads: a test inside a class, under a condition, or defined a second
    time is no proof that anybody finds.
    """
    module = ast.parse(source)
    all_skipped = any(is_left_out(n) for n in module.body if not isinstance(n, ast.FunctionDef))
    found: dict[str, bool] = {}
    for node in module.body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if node.name.startswith("test"):
            twice = node.name in found
            found[node.name] = not (all_skipped or twice or is_left_out(node))
    return found


def is_left_out(node: ast.AST) -> bool:
    """Whether a mark, a call or an attribute in it names a way not to run."""
    return any(isinstance(part, ast.Attribute) and part.attr in NOT_RUN for part in ast.walk(node))


def the_tests() -> dict[str, bool]:
    found: dict[str, bool] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        found |= found_in(path.read_text("utf-8"))
    return found


def test_every_proof_that_the_document_names_is_collected_and_runs() -> None:
    named = set(re.findall(r"`(test_\w+)`", DOCUMENT))
    tests = the_tests()

    assert len(named) > 30
    assert named - set(tests) == set()
    assert {name for name in named if not tests[name]} == set()


def test_pytest_collects_what_this_reads(request: pytest.FixtureRequest) -> None:
    """Its own items, of the same run, for every file of which some were asked for."""
    collected: dict[Path, set[str]] = {}
    for item in request.session.items:
        assert isinstance(item, pytest.Function)
        collected.setdefault(item.path, set()).add(item.originalname)
    for path, names in collected.items():
        assert names <= set(found_in(path.read_text("utf-8"))), path


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("def test_it(): pass", True),
        ("import pytest\n@pytest.mark.parametrize('a', [1])\ndef test_it(a): pass", True),
        ("import pytest\n@pytest.mark.skip\ndef test_it(): pass", False),
        ("import pytest\n@pytest.mark.skipif(True, reason='x')\ndef test_it(): pass", False),
        ("import pytest\n@pytest.mark.xfail\ndef test_it(): pass", False),
        ("import pytest\ndef test_it():\n    pytest.skip('x')", False),
        ("import pytest\npytestmark = pytest.mark.skip\ndef test_it(): pass", False),
        ("def test_it(): pass\ndef test_it(): pass", False),
    ],
)
def test_a_test_that_is_left_out_is_seen(source: str, runs: bool) -> None:
    assert found_in(source) == {"test_it": runs}


def test_every_promise_names_a_proof() -> None:
    table = DOCUMENT.partition("## Promises and their proofs")[2].partition("\n## ")[0]
    promises = [row for row in table.splitlines() if row.startswith("| ")][1:]

    assert [row for row in promises if "`test_" not in row] == []


def test_the_table_of_what_is_stored_names_every_table_that_holds_something() -> None:
    """As the phone's page of what is stored does; tests/screens/test_stored.py checks that one."""
    table = DOCUMENT.partition("| Row | Holds |")[2].partition("\n\n")[0]
    rows = [row.split("|")[1] for row in table.splitlines()[2:]]

    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]

    assert sorted(named) == sorted(TABLES.get(sort, sort) for sort in COLUMNS)
