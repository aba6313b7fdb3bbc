"""Who may import whom: the table of docs/architecture.md, held against every file."""

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

DOMAIN = "modules.domain"
KINDS = (
    *("modules.activities.kind", "modules.activities.*.kind"),
    *("modules.activities.counting", "modules.activities.options"),
    "modules.activities.word_filter",
)
# A write or a look passes its transaction on; statements stay in storage.
TRANSACTION = "sqlalchemy.Connection"
# What kinds share. Not the charts: a kind stays light enough to read a guide with.
SHARED = tuple(
    f"modules.activities.{name}"
    for name in ("kind", "cleaning", "counting", "options", "results", "sentences")
)
CHARTS = ("modules.activities.chart*",)
# What the edges hand to a screen; they never look inside.
HANDLE = "modules.storage.database.Database"

MAY_IMPORT: dict[str, tuple[str, ...]] = {
    # The most specific line that fits a file decides. The standard library is always allowed,
    # "*" stands for any part of one name, and "." for the file's own folder.
    "workshop_app.py": ("modules", "streamlit", "starlette", "uvicorn"),
    "modules/__init__.py": (),
    "modules/settings.py": (DOMAIN,),
    "modules/doctor.py": (DOMAIN, "modules.settings", "modules.storage"),
    "modules/wiring.py": (
        *(DOMAIN, "modules.settings", "modules.guides", "modules.storage", "modules.live"),
        *("modules.actions", "sqlalchemy.exc"),
    ),
    # The app once more, with people in it.
    "modules/demo.py": (
        *(DOMAIN, "modules.settings", "modules.wiring", "modules.actions", "modules.screens"),
        *("modules.rehearsal", "modules.server", "workshop_app"),
    ),
    "modules/domain": (DOMAIN,),
    "modules/live": (DOMAIN, "modules.live"),
    "modules/live/relay.py": (DOMAIN, "modules.live", "psycopg"),
    "modules/activities": (DOMAIN, *SHARED, "pydantic", "pydantic_core"),
    # The registry looks for folders beside itself.
    "modules/activities/kind.py": (DOMAIN, "modules.activities", "pydantic", "pydantic_core"),
    "modules/activities/word_filter.py": ("glin_profanity",),
    "modules/activities/charts.py": (DOMAIN, *CHARTS, "plotly"),
    # Measures only, so that a screen may ask it before anything is drawn.
    "modules/activities/chart_*.py": (DOMAIN, *CHARTS),
    "modules/activities/*/__init__.py": (),
    "modules/activities/*/kind.py": (DOMAIN, *SHARED, ".", "pydantic"),
    "modules/activities/*/rehearsal.py": (DOMAIN, *SHARED, "."),
    "modules/activities/*/chart.py": (DOMAIN, *CHARTS, ".", "plotly", "wordcloud"),
    "modules/activities/*/*.py": (DOMAIN, *SHARED, ".", "pydantic"),
    "modules/guides": (
        *(DOMAIN, "modules.guides", *KINDS, "pydantic", "markdown_it", "yaml", "readability"),
    ),
    "modules/storage": (DOMAIN, "modules.storage", "sqlalchemy", "alembic"),
    "modules/actions": (
        *(DOMAIN, "modules.actions", "modules.guides", *KINDS, "modules.storage", TRANSACTION),
        "modules.activities.cleaning",
    ),
    "modules/screens": (
        *(DOMAIN, "modules.screens", "modules.guides", *KINDS, "modules.storage", TRANSACTION),
    ),
    "modules/summary": (
        *(DOMAIN, "modules.summary", "modules.screens", "typst", "qrcode", "xlsxwriter"),
        *("jinja2", "markupsafe", "markdown_it", "pikepdf"),
    ),
    "modules/rehearsal": (DOMAIN, "modules.rehearsal", "modules.activities", "httpx2"),
    # Where the invented people meet the app: they themselves know its pages only.
    "modules/rehearsal/staging.py": (
        *(DOMAIN, "modules.rehearsal", "modules.actions", "modules.screens", "modules.wiring"),
    ),
    "modules/phone": (
        *(DOMAIN, "modules.phone", "modules.actions", "modules.screens", "modules.live"),
        *("modules.summary", "modules.wiring", HANDLE, "starlette", "jinja2", "markupsafe"),
        *("rjsmin", "rcssmin"),
    ),
    "modules/server": (
        *(DOMAIN, "modules.server", "modules.actions", "modules.screens", "modules.live"),
        *("modules.summary", "modules.settings", "modules.wiring", "starlette"),
        *(HANDLE, "itsdangerous", "anyio", "streamlit", "uvicorn", "qrcode", "sqlalchemy.exc"),
    ),
    "modules/ui": (
        *(DOMAIN, "modules.ui", "modules.actions", "modules.screens", "modules.summary"),
        *("modules.activities.*.chart", "modules.activities.chart_layout", "modules.wiring"),
        *("streamlit", "plotly", "qrcode"),
    ),
    "modules/ui/starting/rehearse.py": (
        *(DOMAIN, "modules.ui", "modules.rehearsal", "modules.screens", "modules.wiring"),
        "streamlit",
    ),
    "pages": (
        *(DOMAIN, "modules.ui", "modules.actions", "modules.screens", "modules.summary"),
        *("modules.wiring", "streamlit"),
    ),
}


def test_every_file_imports_only_what_the_architecture_allows():
    assert broken_rules(ROOT) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("modules/domain/guide.py", "import pydantic"),
        ("modules/domain/guide.py", "from modules.storage import tables"),
        ("modules/live/hub.py", "import starlette"),
        ("modules/activities/choice/kind.py", "from modules.activities.text.kind import KIND"),
        ("modules/activities/choice/kind.py", "import plotly.graph_objects as go"),
        ("modules/activities/choice/kind.py", "from modules.activities.charts import bars_figure"),
        ("modules/activities/chart_layout.py", "import plotly.graph_objects as go"),
        ("modules/ui/stage/results.py", "from modules.activities.charts import bars"),
        ("modules/guides/parser.py", "from modules.activities.choice import chart"),
        ("modules/storage/rounds.py", "from modules.actions.tools import Tools"),
        ("modules/actions/hosting.py", "from sqlalchemy import select"),
        ("modules/actions/hosting.py", "from modules.screens import facilitator"),
        ("modules/screens/phone.py", "from modules.actions import answering"),
        ("modules/screens/phone.py", "def late():\n    from modules.live import hub"),
        ("modules/summary/pdf.py", "import modules.storage.sessions"),
        ("modules/phone/routes.py", "import streamlit as st"),
        ("modules/phone/routes.py", "from modules.storage.rounds import cast"),
        ("modules/ui/state.py", "from modules.phone import routes"),
        ("modules/ui/state.py", "from modules import storage"),
        ("pages/start.py", "import sqlalchemy"),
        ("pages/start.py", "from . import main"),
        ("modules/newcomer/thing.py", "import json"),
    ],
)
def test_a_broken_rule_is_found(tmp_path, path, line):
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(line)

    assert len(broken_rules(tmp_path)) == 1


def broken_rules(root: Path) -> list[str]:
    """Every import in the project at `root` that the table does not allow, as a sentence."""
    files = [*root.glob("modules/**/*.py"), *root.glob("pages/**/*.py"), *root.glob("*.py")]
    return [sentence for file in sorted(files) for sentence in broken_in(root, file)]


def broken_in(root: Path, file: Path) -> Iterator[str]:
    path = file.relative_to(root).as_posix()
    patterns = [pattern for pattern in MAY_IMPORT if fits(pattern.split("/"), path.split("/"))]
    if not patterns:
        yield f"{path} stands in no line of the import table: add one, and say why."
        return
    own = ".".join(path.split("/")[:-1])
    allowed = [own if a == "." else a for a in MAY_IMPORT[max(patterns, key=specificity)]]
    for name in imported(ast.parse(file.read_text())):
        if name.split(".")[0] in sys.stdlib_module_names:
            continue
        if not any(fits(a.split("."), name.split(".")) for a in allowed):
            yield f"{path} may not import {name}."


def fits(pattern: list[str], parts: list[str]) -> bool:
    """Whether `parts` lies at or below `pattern`."""
    pairs = zip(pattern, parts, strict=False)
    return len(pattern) <= len(parts) and all(fnmatchcase(part, p) for p, part in pairs)


def specificity(pattern: str) -> tuple[int, int]:
    return pattern.count("/"), -pattern.count("*")


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from (f"{start}.{alias.name}" for alias in node.names)
