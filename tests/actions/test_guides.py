"""Saving, duplicating, importing and deleting own guides: the shipped ones stay as they came."""

from pathlib import Path
from typing import Any

import pytest

from modules.actions import guides, signing
from modules.domain.access import Acting
from modules.domain.errors import InvalidInput, NotAllowed, NotFound
from modules.guides.library import GuideLibrary
from modules.guides.parser import guide_of
from modules.guides.shelf import STARTER, ChangedMeanwhile
from modules.storage import sessions
from modules.storage.database import Database
from tests.a_room import GUIDE, ARoom


@pytest.fixture
def database(sqlite_url: str):
    """Guides are files: one kind of database is enough."""
    opened = Database.open(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def library(tmp_path: Path) -> GuideLibrary:
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "first.md").write_text(GUIDE, "utf-8")
    return GuideLibrary(tmp_path / "shipped", own=tmp_path / "own")


class Desk:
    """Calls the actions as somebody, by default as the facilitator."""

    def __init__(self, room: ARoom, library: GuideLibrary) -> None:
        self.room, self.library = room, library

    def __call__(self, action: str, /, acting: Acting | None = None, **rest: Any) -> Any:
        act = getattr(guides, action)
        acting = acting or self.room.acting
        return act(self.room.tools, acting=acting, library=self.library, **rest)


@pytest.fixture
def desk(room: ARoom, library: GuideLibrary) -> Desk:
    return Desk(room, library)


EVERY_ACTION: dict[str, dict[str, Any]] = {
    "save": {"guide_id": "first_copy", "text": "x", "replaces": ""},
    "duplicate": {"guide_id": "first"},
    "begin": {},
    "import_file": {"name": "new.md", "data": GUIDE.encode()},
    "delete": {"guide_id": "first_copy"},
}


def files(library: GuideLibrary) -> dict[str, str]:
    assert library.own is not None
    folders = (library.folder, library.own)
    return {str(p): p.read_text("utf-8") for f in folders for p in f.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", EVERY_ACTION)
@pytest.mark.parametrize("who", ["nobody", "moderator", "signed out"])
def test_only_a_facilitator_changes_guides(desk: Desk, name: str, who: str):
    desk("duplicate", guide_id="first")
    before = files(desk.library)

    with pytest.raises(NotAllowed):
        desk(name, acting=somebody(desk.room, who), **EVERY_ACTION[name])

    assert files(desk.library) == before


def somebody(room: ARoom, who: str) -> Acting:
    if who == "moderator":
        room.start()
        token = signing.moderator_link(room.tools, acting=room.acting, session_id=room.session_id)
        return Acting(signing.hashed(signing.sign_in_by_link(room.tools, token=token)))
    if who == "signed out":
        signing.sign_out(room.tools, acting=room.acting)
        return room.acting
    return Acting("nobody")


def test_a_duplicate_can_be_changed_and_the_original_stays(desk: Desk):
    assert desk("duplicate", guide_id="first") == "first_copy"
    copy = desk.library.get("first_copy")
    assert copy.read.guide is not None
    assert copy.read.guide.title == "A room for tests (copy)"

    changed = copy.text.replace("version: 1.0", 'version: "1.1"')
    assert desk("save", guide_id="first_copy", text=changed, replaces=copy.text) == 2

    assert desk.library.get("first_copy").text == changed
    assert desk.library.get("first").text == GUIDE


def test_a_second_duplicate_gets_a_name_of_its_own(desk: Desk):
    made = [desk("duplicate", guide_id="first") for _ in range(3)]

    assert made == ["first_copy", "first_copy_2", "first_copy_3"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('title: "Part one: begin"', "Part one: begin (copy)"),
        ("title: 'Begin'", "Begin (copy)"),
        ('title: Say "no"', 'Say "no" (copy)'),
        ("title: >-\n  Two\n  lines", "Two lines"),
    ],
)
def test_a_duplicate_says_so_in_its_title(desk: Desk, line: str, title: str):
    text = GUIDE.replace("title: A room for tests", line)
    (desk.library.folder / "first.md").write_text(text, "utf-8")

    copy = desk.library.get(desk("duplicate", guide_id="first"))

    assert copy.read.guide is not None
    assert copy.read.guide.title == title


@pytest.mark.parametrize("name", ["save", "delete"])
def test_a_shipped_guide_cannot_be_changed(desk: Desk, name: str):
    before = files(desk.library)

    with pytest.raises(guides.ShippedGuide):
        desk(name, **{**EVERY_ACTION[name], "guide_id": "first"})

    assert files(desk.library) == before


@pytest.mark.parametrize("name", ["save", "duplicate", "delete"])
@pytest.mark.parametrize("guide_id", ["nothing", "../first", "first.md", "", "a\x00b"])
def test_a_guide_that_is_not_there_is_not_found(desk: Desk, name: str, guide_id: str):
    before = files(desk.library)

    with pytest.raises(NotFound):
        desk(name, **{**EVERY_ACTION[name], "guide_id": guide_id})

    assert files(desk.library) == before


def test_two_tabs_cannot_overwrite_each_other(desk: Desk):
    desk("duplicate", guide_id="first")
    start = desk.library.get("first_copy").text
    desk("save", guide_id="first_copy", text=f"{start}\nOne tab.\n", replaces=start)

    with pytest.raises(ChangedMeanwhile):
        desk("save", guide_id="first_copy", text=f"{start}\nThe other.\n", replaces=start)

    assert desk.library.get("first_copy").text.endswith("One tab.\n")


def test_a_text_with_mistakes_is_kept_and_told(desk: Desk):
    desk("duplicate", guide_id="first")
    start = desk.library.get("first_copy").text

    desk("save", guide_id="first_copy", text="Hello", replaces=start)

    entry = desk.library.get("first_copy")
    assert (entry.text, entry.read.guide) == ("Hello", None)


def test_a_running_session_keeps_the_version_it_started_with(desk: Desk, room: ARoom):
    desk("duplicate", guide_id="first")
    start = desk.library.get("first_copy").text
    room.start(guide=start)

    desk("save", guide_id="first_copy", text=start.replace("1.0", "2.0"), replaces=start)
    desk("delete", guide_id="first_copy")

    with room.database.read() as db:
        stored = sessions.by_id(db, room.session_id)
    assert stored.guide_text == start
    assert guide_of(stored.guide_text).version == "1.0"
    assert room.view.title == "Test"


@pytest.mark.parametrize(
    ("name", "guide_id"),
    [
        ("new.md", "new"),
        ("My Guide (final).MD", "my_guide_final"),
        ("first.md", "first_2"),
        ("../../first.md", "first_2"),
        ("x" * 200 + ".md", "x" * 70),
        ("ä.md", "guide"),
        ("plan.txt", "plan"),
    ],
)
def test_an_imported_file_gets_a_free_name(desk: Desk, name: str, guide_id: str):
    assert desk("import_file", name=name, data=GUIDE.encode()) == guide_id

    assert desk.library.get(guide_id).own
    assert desk.library.get(guide_id).text == GUIDE


def test_what_was_exported_comes_back_the_same(desk: Desk):
    data = desk.library.get("first").text.encode()

    guide_id = desk("import_file", name="first.md", data=data)

    assert desk.library.get(guide_id).text.encode() == data


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("guide.pdf", b"%PDF-1.7", "A guide is a text file whose name ends in .md."),
        ("guide", b"x", "A guide is a text file whose name ends in .md."),
        ("guide.md", b"", "The file is empty."),
        ("guide.md", b"\xef\xbb\xbf \n", "The file is empty."),
        ("guide.md", b"one\n\xff", "Line 2 of the file is not UTF-8 text. Save the file as"),
        ("guide.md", b"\xff\xfeh\x00", "Line 1 of the file is not UTF-8 text. Save the file as"),
        ("guide.md", b"x" * 1_000_001, "The file is far too large for a guide. Split it into"),
        ("guide.md", b"x" * 250_001, "The guide has 250,001 characters; 250,000 are the most."),
    ],
)
def test_a_file_that_is_no_guide_is_refused_in_a_sentence(desk: Desk, name, data, says):
    before = files(desk.library)

    with pytest.raises(InvalidInput) as refused:
        desk("import_file", name=name, data=data)

    assert str(refused.value).startswith(says)
    assert files(desk.library) == before


def test_a_bad_file_is_imported_to_be_mended(desk: Desk):
    guide_id = desk("import_file", name="bad.md", data=b"---\ntitle: [\n---\n")

    entry = desk.library.get(guide_id)
    assert entry.read.guide is None
    assert entry.read.problems != ()


def test_a_new_guide_is_small_and_works(desk: Desk):
    made = [desk("begin") for _ in range(2)]

    assert made == ["my_guide", "my_guide_2"]
    assert [desk.library.get(guide_id).read.problems for guide_id in made] == [(), ()]


def test_a_new_guide_is_the_first_example_of_the_documentation():
    document = (Path(__file__).parents[2] / "docs" / "writing_guides.md").read_text("utf-8")

    assert f"````markdown guide\n{STARTER.read_text('utf-8')}````" in document


def test_an_own_guide_is_deleted_with_its_versions(desk: Desk):
    desk("duplicate", guide_id="first")

    desk("delete", guide_id="first_copy")

    assert [entry.id for entry in desk.library.all()] == ["first"]
    with pytest.raises(NotFound):
        desk("delete", guide_id="first_copy")
