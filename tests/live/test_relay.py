"""Two replicas on one PostgreSQL hear of each other's announcements."""

import queue
import time

import pytest
from sqlalchemy import make_url, text

from modules.live.relay import CHANNEL, Relay
from modules.storage.database import Database
from tests.patience import SECONDS
from tests.postgresql import PostgreSQL


class Replica:
    """A relay whose announcements land in a queue."""

    def __init__(self, url: str) -> None:
        self.heard: queue.Queue[tuple[str, str]] = queue.Queue()
        self.relay = Relay(url, lambda session, topic: self.heard.put((session, topic)))
        self.relay.start()


def listening(postgresql: PostgreSQL, name: str | None) -> int:
    """How many of the database's connections hear announcements."""
    owner = Database.open(postgresql.url, migrate=False)
    with owner.read() as db:
        count = db.execute(
            text(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = :name AND query = :listen AND state = 'idle'"
            ),
            {"name": name, "listen": f"LISTEN {CHANNEL}"},
        ).scalar_one()
    owner.close()
    return int(count)


@pytest.fixture
def replicas(postgresql: PostgreSQL, postgresql_url: str):
    both = [Replica(postgresql_url), Replica(postgresql_url)]
    deadline = time.monotonic() + SECONDS
    while listening(postgresql, make_url(postgresql_url).database) < len(both):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    yield both
    for replica in both:
        replica.relay.stop()


def test_an_announcement_is_heard_here_at_once_and_once_elsewhere(
    replicas: list[Replica],
) -> None:
    here, there = replicas
    here.relay.announce("room", "stage")

    assert here.heard.get_nowait() == ("room", "stage")
    assert there.heard.get(timeout=SECONDS) == ("room", "stage")
    there.relay.announce("room", "answers")
    assert here.heard.get(timeout=SECONDS) == ("room", "answers")
    # Its own came back from the database too, and was not announced twice.
    assert here.heard.empty()


def test_a_relay_comes_back_after_its_connections_were_cut(
    replicas: list[Replica], postgresql: PostgreSQL, postgresql_url: str
) -> None:
    here, there = replicas
    owner = Database.open(postgresql.url, migrate=False)
    with owner.begin() as db:
        db.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = :name AND pid <> pg_backend_pid()"
            ),
            {"name": make_url(postgresql_url).database},
        )
    owner.close()

    heard = None
    for _ in range(2 * SECONDS):
        here.relay.announce("room", "stage")
        try:
            heard = there.heard.get(timeout=0.5)
        except queue.Empty:
            continue
        break
    assert heard == ("room", "stage")
