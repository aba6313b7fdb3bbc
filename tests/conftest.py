"""Real databases for every test that stores: SQLite in a file, PostgreSQL from a wheel."""

import functools
import gc
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Connection, create_engine, make_url
from streamlit.components.v2 import manifest_scanner

from modules.actions import signing
from modules.storage.database import Database
from modules.storage.tables import metadata
from tests.a_room import ARoom
from tests.postgresql import PostgreSQL

pytest_plugins = ["tests.browser", "tests.one_app"]

# A shared, noisy machine must not fail a property for being slow, and chance must not fail a change
# for what was wrong before it: everybody gets the same examples. `--hypothesis-profile=default`
# looks for others.
settings.register_profile(
    "here",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("here")

# A passcode's hash is slow on purpose, and almost every test has somebody who signs in. What it
# costs where nobody changes it is shown in actions/test_signing.py.
COSTLY = dict(signing.SCRYPT)
signing.SCRYPT["n"] = 2

# Most of what a test run loads stays until its end: looking for rubbish among it as often as Python
# does by itself took a sixth of the time in which tests are collected.
gc.set_threshold(50_000, 20, 20)

# Whatever draws a page by Streamlit's own AppTest reads what is said about every installed package
# to find components in it, the same each time.
manifest_scanner.scan_component_manifests = functools.cache(
    manifest_scanner.scan_component_manifests
)

_names = itertools.count(1)

MEMORY = Path("/dev/shm")  # noqa: S108
"""Where Linux keeps files without a disk: a new PostgreSQL database takes a tenth of the time."""
ENOUGH_MEMORY = 2 * 1024**3


@pytest.fixture
def server_folder() -> Iterator[Path]:
    """For a PostgreSQL of a test's own."""
    with _outside() as folder:
        yield folder


@contextmanager
def _outside() -> Iterator[Path]:
    # Not below pytest's own folder: a second run of pytest tidies that up, and closes it to the
    # user whom a server runs as.
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY
    with tempfile.TemporaryDirectory(
        dir=MEMORY if roomy else None, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    with _outside() as folder:
        server = PostgreSQL(folder / "data")
        yield server
        server.stop()


@pytest.fixture(scope="session")
def migrated(postgresql: PostgreSQL) -> str:
    """The name of an empty database with every table, to be copied."""
    with _as_owner(postgresql) as db:
        db.exec_driver_sql("CREATE DATABASE migrated")
    Database.open(_url(postgresql, "migrated")).close()
    return "migrated"


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "workshop.db"
    Database.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated_file: Path) -> str:
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path)}"


@pytest.fixture
def postgresql_url(postgresql: PostgreSQL, migrated: str) -> Iterator[str]:
    name = f"test_{next(_names)}"
    with _as_owner(postgresql) as db:
        db.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {migrated}")
    yield _url(postgresql, name)
    with _as_owner(postgresql) as db:
        db.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _as_owner(postgresql: PostgreSQL) -> Iterator[Connection]:
    engine = create_engine(postgresql.url, isolation_level="AUTOCOMMIT")
    with engine.connect() as db:
        yield db
    engine.dispose()


def _url(postgresql: PostgreSQL, name: str) -> str:
    return make_url(postgresql.url).set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    opened = Database.open(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _one_database(postgresql: PostgreSQL, migrated: str) -> Iterator[Database]:
    with _as_owner(postgresql) as db:
        db.exec_driver_sql(f"CREATE DATABASE emptied TEMPLATE {migrated}")
    opened = Database.open(_url(postgresql, "emptied"))
    yield opened
    opened.close()


@pytest.fixture
def postgresql_database(_one_database: Database) -> Iterator[Database]:
    """The same for every test, which takes a thirtieth of the time: its files are new each time."""
    yield _one_database
    with _one_database.begin() as db:
        db.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
        db.exec_driver_sql(f"TRUNCATE {', '.join(metadata.tables)}")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    opened: Database = request.getfixturevalue(f"{request.param}_database")
    return opened


@pytest.fixture
def room(database: Database) -> ARoom:
    return ARoom.with_facilitator(database)
