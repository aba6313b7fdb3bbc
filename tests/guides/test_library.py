"""The library lists whatever lies in the folder, and no file can break it."""

import os
from pathlib import Path

import pytest

from modules.domain.errors import NotFound
from modules.guides.library import GuideLibrary


@pytest.fixture
def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "short.md").write_text(text, encoding="utf-8")
    return tmp_path


def told(folder: Path, guide_id: str) -> list[tuple[int, str]]:
    entry = GuideLibrary(folder).get(guide_id)
    assert entry.read.guide is None
    return [(p.line, p.message) for p in entry.read.problems]


def test_a_guide_is_found_by_its_file_s_name(folder: Path, text: str) -> None:
    entry = GuideLibrary(folder).get("short")
    assert entry.read.guide is not None
    assert (entry.id, entry.read.guide.id, entry.text) == ("short", "short", text)


def test_guides_are_listed_in_the_order_of_their_names(folder: Path, text: str) -> None:
    (folder / "another.md").write_text(text, encoding="utf-8")
    (folder / "README.md").write_text("About this folder.", encoding="utf-8")
    (folder / "notes.txt").write_text("Not a guide.", encoding="utf-8")
    (folder / "sub.md").mkdir()
    assert [entry.id for entry in GuideLibrary(folder).all()] == ["another", "short"]


def test_a_changed_file_is_read_anew(folder: Path, text: str) -> None:
    library = GuideLibrary(folder)
    library.all()
    (folder / "short.md").write_text(
        text.replace("title: A short", "title: A new"), encoding="utf-8"
    )
    guide = library.get("short").read.guide
    assert guide is not None
    assert guide.title == "A new good guide"


def test_a_bad_file_is_listed_beside_the_good_ones(folder: Path) -> None:
    (folder / "bad.md").write_text("Hello", encoding="utf-8")
    entries = GuideLibrary(folder).all()
    assert [(entry.id, entry.read.guide is None) for entry in entries] == [
        ("bad", True),
        ("short", False),
    ]


def test_a_folder_that_is_not_there_is_an_empty_library(tmp_path: Path) -> None:
    assert GuideLibrary(tmp_path / "nowhere").all() == ()


@pytest.mark.parametrize("name", ["", "nothing", "../short", "short.md", "*", "sh?rt", "a\x00b"])
def test_a_guide_that_is_not_there_is_not_found(folder: Path, name: str) -> None:
    with pytest.raises(NotFound):
        GuideLibrary(folder).get(name)


def test_a_file_that_is_not_utf_8_is_told_with_its_line(folder: Path) -> None:
    (folder / "latin.md").write_bytes("---\ntitle: Café\n".encode("latin-1"))
    assert told(folder, "latin") == [(2, "This line is not UTF-8 text.")]


def test_a_binary_file_is_told(folder: Path) -> None:
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    assert told(folder, "picture") == [(1, "This line is not UTF-8 text.")]


def test_a_file_of_zeros_is_told(folder: Path) -> None:
    (folder / "zeros.md").write_bytes(bytes(10_000))
    assert told(folder, "zeros")[0] == (1, "There is an invisible control character in the text.")


def test_a_huge_file_is_refused_without_reading_it(folder: Path) -> None:
    with (folder / "huge.md").open("wb") as file:
        file.truncate(50_000_000_000)
    assert told(folder, "huge") == [(1, "The file is far too large for a guide.")]


def test_a_name_that_cannot_be_an_id_is_told(folder: Path, text: str) -> None:
    (folder / "My Guide!.md").write_text(text, encoding="utf-8")
    entry = GuideLibrary(folder).get("My Guide!")
    assert [(p.message, p.fix) for p in entry.read.problems] == [
        (
            "The file's name cannot be a guide's id.",
            "Use small letters, digits and underscores only: `my_guide.md`.",
        )
    ]


def test_a_link_to_nowhere_is_left_out(folder: Path) -> None:
    (folder / "gone.md").symlink_to(folder / "deleted.md")
    assert [entry.id for entry in GuideLibrary(folder).all()] == ["short"]


def test_a_file_that_may_not_be_read_is_told(folder: Path) -> None:
    file = folder / "short.md"
    file.chmod(0)
    reason = "Permission denied"
    if os.geteuid() == 0:
        # Root may read every file, but nobody the memory of a process from its beginning.
        file.unlink()
        file.symlink_to("/proc/self/mem")
        reason = "Input/output error"
    assert told(folder, "short") == [(1, f"The file cannot be opened: {reason}.")]
