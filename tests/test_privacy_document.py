"""docs/privacy.md names a test for every promise; every test it names exists and is run."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCUMENT = (ROOT / "docs" / "privacy.md").read_text("utf-8")


def the_tests() -> set[str]:
    return {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^(?:async )?def (test_\w+)", path.read_text("utf-8"), re.M)
    }


def test_every_proof_that_the_document_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", DOCUMENT))

    assert len(named) > 30
    assert named - the_tests() == set()


def test_every_promise_names_a_proof() -> None:
    table = DOCUMENT.partition("## Promises and their proofs")[2].partition("\n## ")[0]
    promises = [row for row in table.splitlines() if row.startswith("| ")][1:]

    assert [row for row in promises if "`test_" not in row] == []
