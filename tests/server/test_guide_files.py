"""A guide's text and its pack to print: for signed-in facilitators, for nobody else."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from modules.actions import guides, signing
from modules.domain.access import Acting
from modules.server.cookies import NAME, SignInCookie
from modules.server.files import file_routes
from modules.server.guide_files import guide_file_routes
from modules.settings import Settings
from modules.wiring import build_workshop
from tests.a_room import GUIDE, PASSCODE, ARoom

FILES = ("/files/guides/first.md", "/files/guides/first/pack.pdf")


class Place:
    def __init__(self, folder: Path) -> None:
        self.shipped = folder / "shipped"
        self.shipped.mkdir()
        (self.shipped / "first.md").write_text(GUIDE, "utf-8")
        url = f"sqlite:///{folder / 'workshop.sqlite3'}"
        self.workshop = build_workshop(Settings(data=folder, database_url=url, guides=self.shipped))
        self.room = ARoom.with_facilitator(self.workshop.database)
        self.cookie = SignInCookie(signing.cookie_secret(self.workshop.tools), secure=False)
        routes = [
            *guide_file_routes(self.workshop, self.cookie),
            *file_routes(self.workshop, self.cookie),
        ]
        self.app = Starlette(routes=routes)

    def client(self, raw: str = "") -> TestClient:
        client = TestClient(self.app)
        if raw:
            client.cookies.set(NAME, str(self.cookie._serializer().dumps(raw)))
        return client

    def facilitator(self) -> TestClient:
        return self.client(signing.sign_in(self.workshop.tools, passcode=PASSCODE))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_the_text_is_exported_as_it_is(place: Place):
    answer = place.facilitator().get(FILES[0])

    assert answer.content == GUIDE.encode()
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    assert answer.headers["content-disposition"].startswith('attachment; filename="first.md"')


def test_the_pack_is_a_pdf_to_save(place: Place):
    answer = place.facilitator().get(FILES[1])

    assert answer.content.startswith(b"%PDF-1.7")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith('attachment; filename="first-pack.pdf"')
    assert answer.headers["cache-control"] == "no-store"


def test_a_guide_called_summary_is_no_summary(place: Place):
    (place.shipped / "summary.md").write_text(GUIDE, "utf-8")

    assert place.facilitator().get("/files/guides/summary.md").content == GUIDE.encode()


@pytest.mark.parametrize("path", FILES)
def test_a_stranger_gets_none(place: Place, path: str):
    answer = place.client().get(path)

    assert answer.status_code == 403
    assert "A room for tests" not in answer.text


@pytest.mark.parametrize("path", FILES)
def test_a_moderator_gets_none(place: Place, path: str):
    place.room.start()
    tools, acting = place.room.tools, place.room.acting
    link = signing.moderator_link(tools, acting=acting, session_id=place.room.session_id)

    answer = place.client(signing.sign_in_by_link(tools, token=link)).get(path)

    assert answer.status_code == 403


@pytest.mark.parametrize("path", FILES)
def test_after_signing_out_there_is_none(place: Place, path: str):
    raw = signing.sign_in(place.workshop.tools, passcode=PASSCODE)
    signing.sign_out(place.workshop.tools, acting=Acting(signing.hashed(raw)))

    assert place.client(raw).get(path).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        *("/files/guides/nothing.md", "/files/guides/nothing/pack.pdf"),
        *("/files/guides/..%2ffirst.md", "/files/guides/%2e%2e/pack.pdf"),
        *("/files/guides/first.txt", "/files/guides/first.md.md", "/files/guides/.md"),
    ],
)
def test_what_is_not_there_is_not_found(place: Place, path: str):
    assert place.facilitator().get(path).status_code == 404


def test_a_guide_with_mistakes_can_be_exported_but_not_printed(place: Place):
    (place.shipped / "bad.md").write_text("Hello", "utf-8")
    facilitator = place.facilitator()

    assert facilitator.get("/files/guides/bad.md").content == b"Hello"
    refused = facilitator.get("/files/guides/bad/pack.pdf")
    assert refused.status_code == 404
    assert "This guide has mistakes." in refused.text


def test_a_file_that_is_no_text_is_not_handed_out(place: Place):
    (place.shipped / "bytes.md").write_bytes(b"\xff\xfe\x00")

    assert place.facilitator().get("/files/guides/bytes.md").status_code == 404


def test_an_own_guide_is_exported_as_it_was_saved_last(place: Place):
    raw = signing.sign_in(place.workshop.tools, passcode=PASSCODE)
    acting, library = Acting(signing.hashed(raw)), place.workshop.guides
    made = guides.duplicate(place.workshop.tools, acting=acting, library=library, guide_id="first")
    text = library.get(made).text.replace("1.0", "2.0")
    guides.save(
        place.workshop.tools,
        acting=acting,
        library=library,
        guide_id=made,
        text=text,
        replaces=library.get(made).text,
    )

    assert place.facilitator().get(f"/files/guides/{made}.md").content == text.encode()
