"""The facilitator's downloads: for the owner of the workshop, for nobody else."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from modules.actions import retention, signing
from modules.domain.access import Acting
from modules.domain.moves import Move
from modules.guides.library import GuideLibrary
from modules.live.addresses import Addresses
from modules.live.batches import Batches
from modules.live.hub import Hub
from modules.live.news import News
from modules.live.presence import Presence
from modules.live.signals import Signals
from modules.phone.routes import build_routes
from modules.screens.summary_views import OwnNotesView
from modules.server import files
from modules.server.cookies import NAME, SignInCookie
from modules.server.files import file_routes
from modules.settings import Settings
from modules.storage.database import Database
from modules.summary.files import SummaryFile
from modules.summary.own_notes import own_notes_file
from modules.wiring import Workshop
from tests.a_room import PASSCODE, PLAIN, ARoom


class Place:
    def __init__(self, database: Database) -> None:
        settings = Settings.from_env({})
        hub, presence, signals = Hub(), Presence(), Signals()
        self.room = ARoom.with_facilitator(database)
        workshop = Workshop(
            settings=settings,
            database=database,
            tools=self.room.tools,
            hub=hub,
            presence=presence,
            signals=signals,
            news=News(hub, presence, signals),
            batches=Batches(),
            guides=GuideLibrary(settings.guides),
            addresses=Addresses("127.0.0.1", 8501),
        )
        self.cookie = SignInCookie(signing.cookie_secret(self.room.tools), secure=False)
        self.app = Starlette(routes=file_routes(workshop, self.cookie) + build_routes(workshop))

    def stranger(self) -> TestClient:
        return TestClient(self.app)

    def facilitator(self) -> TestClient:
        raw = signing.sign_in(self.room.tools, passcode=PASSCODE)
        client = TestClient(self.app)
        client.cookies.set(NAME, str(self.cookie._serializer().dumps(raw)))
        return client

    @property
    def notes(self) -> str:
        return f"/files/{self.room.session_id}/my-notes.md"


@pytest.fixture
def place(sqlite_url: str) -> Iterator[Place]:
    database = Database.open(sqlite_url)
    made = Place(database)
    made.room.start(phones=6)
    made.room.at(PLAIN).all_choose("aabbcc")
    made.room.move(Move.SHOW_RESULTS)
    made.room.move(Move.END)
    yield made
    database.close()


def test_a_workshop_that_is_deleted_while_its_file_is_made_is_not_found(place, monkeypatch):
    room = place.room

    def deleted(view: OwnNotesView) -> SummaryFile:
        retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)
        return own_notes_file(view)

    monkeypatch.setattr(files, "own_notes_file", deleted)
    answer = place.facilitator().get(place.notes)

    assert answer.status_code == 404
    assert "content-disposition" not in answer.headers


def test_after_signing_out_there_is_none(place):
    client = place.facilitator()
    raw = place.cookie._serializer().loads(client.cookies[NAME])
    signing.sign_out(place.room.tools, acting=Acting(signing.hashed(raw)))

    assert client.get(place.notes).status_code == 403


def test_a_workshop_that_does_not_exist_is_not_found(place):
    assert place.facilitator().get("/files/nothing/my-notes.md").status_code == 404


def test_the_facilitators_own_notes_are_a_file_of_their_own(place):
    answer = place.facilitator().get(place.notes)

    assert answer.status_code == 200
    assert 'filename="test-my-private-notes-' in answer.headers["content-disposition"]
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"


def test_nobody_else_gets_the_notes(place):
    tools, acting = place.room.tools, place.room.acting
    link = signing.moderator_link(tools, acting=acting, session_id=place.room.session_id)
    raw = signing.sign_in_by_link(tools, token=link)
    moderator = place.stranger()
    moderator.cookies.set(NAME, str(place.cookie._serializer().dumps(raw)))

    refused = place.stranger().get(place.notes)
    assert refused.status_code == 403
    assert "Please sign in" in refused.text
    assert moderator.get(place.notes).status_code == 403


def test_the_notes_are_not_at_the_summarys_public_address(place):
    key = place.room.view.summary_key

    assert place.facilitator().get(f"/s/{key}/my-notes.md").status_code == 404
    assert place.facilitator().get(f"/files/{key}/my-notes.md").status_code == 404


def test_notes_of_a_deleted_workshop_are_not_found(place):
    client = place.facilitator()
    retention.delete_now(
        place.room.tools, acting=place.room.acting, session_id=place.room.session_id
    )

    assert client.get(place.notes).status_code == 404


def test_the_poster_is_for_the_facilitator_while_the_code_lives(place):
    address = f"/files/{place.room.start().session_id}/poster.pdf"

    assert place.stranger().get(address).status_code == 403
    assert place.facilitator().get(address).headers["content-type"] == "application/pdf"
    place.room.move(Move.END)
    assert place.facilitator().get(address).status_code == 404
