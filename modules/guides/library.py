"""The guides there are: every file with its guide or its problems, whatever is in it."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from modules.domain.errors import NotFound
from modules.guides.front_matter import LAST
from modules.guides.parser import MOST_CHARACTERS, ReadGuide, read_guide
from modules.guides.problem import Problem
from modules.guides.shelf import ID, Shelf

_NOT_A_GUIDE = {"readme", "changelog"}


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One file. `text` is empty where the file could not be read as text.

    `own` guides can be changed; those that came with the app cannot.
    """

    id: str
    read: ReadGuide
    text: str
    own: bool = False

    @property
    def place(self) -> int:
        """Where it stands in the list; what cannot be read stands last."""
        return self.read.guide.order if self.read.guide else LAST


@dataclass(frozen=True, slots=True)
class GuideLibrary:
    """Looks at the folders anew each time; a text that did not change is not read twice."""

    folder: Path
    own: Path | None = None

    def all(self) -> tuple[LibraryEntry, ...]:
        """Every guide, good or bad, by the number it gives itself, then by its file's name."""
        shipped = [_entry(path) for path in _files(self.folder)]
        taken = {entry.id for entry in shipped}
        own = [self._own_entry(path, taken) for path in self._own_files()]
        return tuple(sorted([*shipped, *own], key=lambda entry: (entry.place, entry.id)))

    def get(self, guide_id: str) -> LibraryEntry:
        """Raises NotFound where no file of that name is there."""
        for path in _files(self.folder):
            if path.stem == guide_id:
                return _entry(path)
        for path in self._own_files():
            if path.stem == guide_id:
                return self._own_entry(path, set())
        raise NotFound("There is no guide of that name. It may have been renamed or taken away.")

    @property
    def shelf(self) -> Shelf:
        """Where own guides are kept. Raises NotFound where this library has no place for them."""
        if self.own is None:
            raise NotFound("This installation has no folder for guides of your own.")
        return Shelf(self.own)

    def _own_files(self) -> list[Path]:
        return [] if self.own == self.folder else _files(self.own)

    def _own_entry(self, path: Path, taken: set[str]) -> LibraryEntry:
        entry = replace(_entry(path), own=True)
        if entry.id not in taken:
            return entry
        problem = Problem(
            path.name, 1, "A guide that came with the app has this name.", "Rename the file."
        )
        return replace(entry, read=ReadGuide(None, (problem, *entry.read.problems)))


def _files(folder: Path | None) -> list[Path]:
    if folder is None or not folder.is_dir():
        return []
    found = (path for path in folder.glob("*.md") if path.is_file())
    return sorted(path for path in found if path.stem.lower() not in _NOT_A_GUIDE)


def _entry(path: Path) -> LibraryEntry:
    try:
        # A character takes at most four bytes; what is longer still is refused without reading it.
        if path.stat().st_size > 4 * MOST_CHARACTERS:
            return _unread(path, 1, "The file is far too large for a guide.", "Split it.")
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "no reason given"
        return _unread(path, 1, f"The file cannot be opened: {reason}.", "Check its permissions.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _unread(path, line, "This line is not UTF-8 text.", "Save the file as UTF-8.")
    read = _read(text, path.name)
    if not ID.fullmatch(path.stem):
        renamed = re.sub(r"[^a-z0-9]+", "_", path.stem.lower()).strip("_")[:80] or "guide"
        problem = Problem(
            path.name,
            1,
            "The file's name cannot be a guide's id.",
            f"Use small letters, digits and underscores only: `{renamed}.md`.",
        )
        read = ReadGuide(None, (problem, *read.problems))
    return LibraryEntry(path.stem, read, text)


def _unread(path: Path, line: int, message: str, fix: str) -> LibraryEntry:
    problem = Problem(path.name, line, message, fix)
    return LibraryEntry(path.stem, ReadGuide(None, (problem,)), "")


@lru_cache(maxsize=64)
def _read(text: str, file: str) -> ReadGuide:
    return read_guide(text, file=file)
