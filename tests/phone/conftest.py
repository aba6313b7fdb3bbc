"""One room, entered through the real routes."""

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from tests.phone.a_hand import Hand
from tests.phone.a_site import ASite
from tests.phone.a_standing import QUESTIONS, STANDING_GUIDE, TALK


@pytest.fixture
def site(tmp_path: Path, migrated_file: Path) -> Iterator[ASite]:
    shutil.copy(migrated_file, tmp_path / "workshop.sqlite3")
    built = ASite.at(tmp_path)
    built.room.start()
    yield built
    built.database.close()


@pytest.fixture
def standing(site):
    site.room.start(guide=STANDING_GUIDE)
    site.room.at(QUESTIONS)
    site.room.at(TALK)
    return site


@pytest.fixture
def served(site: ASite) -> Iterator[str]:
    """The address at which the room can be reached while the test runs."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        # From here on a visitor who is faster than the server waits instead of being refused.
        door.listen()
        config = uvicorn.Config(site.app, log_level="warning", ws="none", lifespan="off")
        # Open event streams must not hold up the end of a test.
        config.timeout_graceful_shutdown = 1
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def hand(browser, site, served):
    made = []

    def new(**context):
        made.append(Hand(browser, site, served, **context))
        return made[-1]

    yield new
    for one in made:
        one.context.close()
