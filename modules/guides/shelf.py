"""The facilitators' own guides: files beside the shipped ones, with every version kept.

`name.md` is the guide as it is now; `versions/name/0001.md` and so on is what it was. Files can
also be put there by hand: they are read like the others, and kept before they are replaced.
"""

import os
import re
import shutil
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from modules.domain.errors import InvalidInput, NotFound, WorkshopError
from modules.guides.parser import MOST_CHARACTERS

ID = re.compile(r"[a-z0-9_]{1,80}")
MOST_VERSIONS = 9999
STARTER = Path(__file__).with_name("starter.md")
"""The first example of docs/writing_guides.md: a small guide that works."""
_LOCK = threading.Lock()


class ChangedMeanwhile(WorkshopError):
    """Somebody saved the guide after this text was taken from it."""

    def __init__(self) -> None:
        super().__init__(
            "This guide was saved somewhere else meanwhile, so nothing was saved here. Copy your "
            "text, open the guide again and put your changes in."
        )


@dataclass(frozen=True, slots=True)
class KeptVersion:
    number: int
    kept_on: date


@dataclass(frozen=True, slots=True)
class Shelf:
    """One folder of own guides. It is made when the first guide is put in."""

    folder: Path

    def put(self, guide_id: str, text: str, *, replaces: str | None) -> int:
        """Save a text as the newest version, whole or not at all; returns the version's number.

        `replaces` is the text that the change began with, None for a new guide. Raises
        InvalidInput, ChangedMeanwhile.
        """
        path = self._path(guide_id)
        text = _fit(text)
        # One at a time here; another process that saves in the same moment gets its own number.
        with _LOCK:
            current = _read(path)
            if current != (replaces if replaces is None else _fit(replaces)):
                raise ChangedMeanwhile
            newest = self._newest(guide_id)
            if current is not None and current != (newest and self.version(guide_id, newest)):
                newest = self._keep(guide_id, current, newest + 1)
            if text == current:
                return newest
            number = self._keep(guide_id, text, newest + 1)
            _replace(path, text)
            return number

    def versions(self, guide_id: str) -> tuple[KeptVersion, ...]:
        """All kept versions, the newest first."""
        found = (
            (int(path.stem), path)
            for path in self._kept(guide_id).glob("*.md")
            if path.stem.isdecimal()
        )
        return tuple(
            KeptVersion(number, datetime.fromtimestamp(path.stat().st_mtime, UTC).date())
            for number, path in sorted(found, reverse=True)
        )

    def version(self, guide_id: str, number: int) -> str:
        """The text of a kept version. Raises NotFound."""
        text = _read(self._kept(guide_id) / f"{number:04}.md")
        if text is None:
            raise NotFound("There is no such version of this guide.")
        return text

    def take_away(self, guide_id: str) -> None:
        """Delete a guide with all its versions. Raises NotFound."""
        with _LOCK:
            try:
                self._path(guide_id).unlink()
            except FileNotFoundError:
                raise NotFound("There is no guide of your own with this name.") from None
            shutil.rmtree(self._kept(guide_id), ignore_errors=True)

    def holds(self, guide_id: str) -> bool:
        return bool(ID.fullmatch(guide_id)) and self._path(guide_id).is_file()

    def _path(self, guide_id: str) -> Path:
        if not ID.fullmatch(guide_id):
            raise InvalidInput(
                "A guide's name has small letters, digits and underscores only, 80 at most."
            )
        return self.folder / f"{guide_id}.md"

    def _kept(self, guide_id: str) -> Path:
        return self._path(guide_id).parent / "versions" / guide_id

    def _newest(self, guide_id: str) -> int:
        return next((kept.number for kept in self.versions(guide_id)), 0)

    def _keep(self, guide_id: str, text: str, number: int) -> int:
        folder = self._kept(guide_id)
        folder.mkdir(parents=True, exist_ok=True)
        if number > MOST_VERSIONS:
            raise InvalidInput("This guide has too many versions. Go on with a duplicate of it.")
        try:
            with (folder / f"{number:04}.md").open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            return self._keep(guide_id, text, number + 1)
        return number


def _fit(text: str) -> str:
    """The text with one kind of line end. Raises InvalidInput where no guide could hold it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MOST_CHARACTERS:
        raise InvalidInput(
            f"The guide has {len(text):,} characters; {MOST_CHARACTERS:,} are the most. "
            "Split it into two guides."
        )
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise InvalidInput("The text holds half a character, which no file can keep.")
    return text


def _read(path: Path) -> str | None:
    """The text of a file as guides are read, None where there is none."""
    try:
        return path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except FileNotFoundError:
        return None


def _replace(path: Path, text: str) -> None:
    """Write beside the file and swap: whoever reads meanwhile sees the old text or the new one."""
    with NamedTemporaryFile("wb", dir=path.parent, prefix=".saving-", delete=False) as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)
