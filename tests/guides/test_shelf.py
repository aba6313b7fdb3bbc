"""Own guides on disk: every version is kept, and a save is there whole or not at all."""

from pathlib import Path

import pytest

from modules.domain.errors import InvalidInput, NotFound
from modules.guides.library import GuideLibrary
from modules.guides.parser import MOST_CHARACTERS
from modules.guides.shelf import ChangedMeanwhile, Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "guides")


def numbers(shelf: Shelf) -> list[int]:
    return [kept.number for kept in shelf.versions("mine")]


def test_every_version_is_kept(shelf: Shelf) -> None:
    assert shelf.put("mine", "one", replaces=None) == 1
    assert shelf.put("mine", "two", replaces="one") == 2
    assert shelf.put("mine", "one", replaces="two") == 3

    assert [shelf.version("mine", n) for n in numbers(shelf)] == ["one", "two", "one"]
    assert (shelf.folder / "mine.md").read_text("utf-8") == "one"


def test_saving_the_same_text_makes_no_version(shelf: Shelf) -> None:
    shelf.put("mine", "one", replaces=None)

    assert shelf.put("mine", "one\r\n".strip(), replaces="one") == 1
    assert numbers(shelf) == [1]


def test_a_file_put_there_by_hand_is_kept_before_it_is_replaced(shelf: Shelf) -> None:
    shelf.put("mine", "one", replaces=None)
    (shelf.folder / "mine.md").write_text("by hand", "utf-8")

    shelf.put("mine", "two", replaces="by hand")

    assert [shelf.version("mine", n) for n in numbers(shelf)] == ["two", "by hand", "one"]


@pytest.mark.parametrize("replaces", [None, "", "an older text"])
def test_a_text_that_began_elsewhere_is_refused_and_changes_nothing(shelf, replaces) -> None:
    shelf.put("mine", "one", replaces=None)

    with pytest.raises(ChangedMeanwhile):
        shelf.put("mine", "two", replaces=replaces)

    assert (shelf.folder / "mine.md").read_text("utf-8") == "one"
    assert numbers(shelf) == [1]


def test_a_guide_that_was_deleted_meanwhile_does_not_come_back(shelf: Shelf) -> None:
    shelf.put("mine", "one", replaces=None)
    shelf.take_away("mine")

    with pytest.raises(ChangedMeanwhile):
        shelf.put("mine", "two", replaces="one")

    assert not shelf.holds("mine")


@pytest.mark.parametrize(
    "name", ["", "../mine", "a/b", "a\\b", "Mine", "mine.md", "a b", "a\n", "x" * 81, "ä", "a\x00"]
)
def test_no_name_leads_out_of_the_folder(shelf: Shelf, name: str) -> None:
    for act in (
        lambda: shelf.put(name, "one", replaces=None),
        lambda: shelf.versions(name),
        lambda: shelf.version(name, 1),
        lambda: shelf.take_away(name),
    ):
        with pytest.raises(InvalidInput):
            act()
    assert not shelf.holds(name)
    assert not shelf.folder.exists()


@pytest.mark.parametrize("text", ["x" * (MOST_CHARACTERS + 1), "half \ud83d"])
def test_a_text_that_no_guide_could_hold_is_refused(shelf: Shelf, text: str) -> None:
    with pytest.raises(InvalidInput):
        shelf.put("mine", text, replaces=None)

    assert not shelf.folder.exists()


def test_line_ends_and_byte_order_marks_become_plain(shelf: Shelf) -> None:
    shelf.put("mine", "\ufeffone\r\ntwo\rthree", replaces=None)

    assert (shelf.folder / "mine.md").read_bytes() == b"one\ntwo\nthree"


def test_a_save_leaves_nothing_else_behind(shelf: Shelf) -> None:
    shelf.put("mine", "one", replaces=None)
    shelf.put("mine", "two", replaces="one")

    assert sorted(p.name for p in shelf.folder.iterdir()) == ["mine.md", "versions"]


def test_a_deleted_guide_is_gone_with_its_versions(shelf: Shelf) -> None:
    shelf.put("mine", "one", replaces=None)
    shelf.put("other", "stays", replaces=None)

    shelf.take_away("mine")

    assert [p for p in shelf.folder.rglob("*") if "mine" in str(p.relative_to(shelf.folder))] == []
    assert shelf.holds("other")
    with pytest.raises(NotFound):
        shelf.take_away("mine")
    with pytest.raises(NotFound):
        shelf.version("mine", 1)


def test_strange_files_among_the_versions_are_left_alone(shelf: Shelf) -> None:
    shelf.put("mine", "one", replaces=None)
    (shelf.folder / "versions" / "mine" / "notes.md").write_text("mine", "utf-8")

    assert numbers(shelf) == [1]


def test_own_guides_stand_among_the_shipped_ones_by_their_number(tmp_path: Path, text: str) -> None:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    for name, order in (("c", 1), ("a", 2)):
        (shipped / f"{name}.md").write_text(numbered(text, order), "utf-8")
    library = GuideLibrary(shipped, own=tmp_path / "own")
    library.shelf.put("b", numbered(text, 2), replaces=None)
    library.shelf.put("last", text, replaces=None)
    library.shelf.put("bad", "Hello", replaces=None)

    listed = [(entry.id, entry.own) for entry in library.all()]
    assert listed == [("c", False), ("a", False), ("b", True), ("bad", True), ("last", True)]


def test_an_own_file_with_a_shipped_name_is_told_and_never_read_for_it(tmp_path, text) -> None:
    for folder in ("shipped", "own"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.md").write_text(text, "utf-8")
    library = GuideLibrary(tmp_path / "shipped", own=tmp_path / "own")

    own = next(entry for entry in library.all() if entry.own)
    assert own.read.guide is None
    assert own.read.problems[0].message == "A guide that came with the app has this name."
    assert not library.get("same").own


def test_one_folder_for_both_lists_each_guide_once(tmp_path: Path, text: str) -> None:
    (tmp_path / "one.md").write_text(text, "utf-8")

    library = GuideLibrary(tmp_path, own=tmp_path)
    assert [(entry.id, entry.own) for entry in library.all()] == [("one", False)]


def test_a_library_without_a_place_for_own_guides_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        _ = GuideLibrary(tmp_path).shelf


def numbered(text: str, order: int) -> str:
    return text.replace("\nversion:", f"\norder: {order}\nversion:", 1)
