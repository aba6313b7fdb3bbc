"""Guides of one's own: save, duplicate, import, delete. The shipped ones stay as they came."""

import json
import re
from pathlib import PurePath

from modules.actions import signing
from modules.actions.tools import Tools
from modules.domain.access import Acting
from modules.domain.errors import InvalidInput
from modules.guides.library import GuideLibrary
from modules.guides.parser import MOST_CHARACTERS
from modules.guides.shelf import STARTER, Shelf

LONGEST_NAME = 70
"""Leaves room for a number behind it within the 80 characters of an id."""
_TITLE = re.compile(r"^title:[ \t]+(?P<title>[^\s>|&*].*)$", re.MULTILINE)


class ShippedGuide(InvalidInput):
    def __init__(self) -> None:
        super().__init__(
            "This guide came with the app and stays as it is. Duplicate it and change the copy."
        )


def save(
    tools: Tools, *, acting: Acting, library: GuideLibrary, guide_id: str, text: str, replaces: str
) -> int:
    """Keep a text as the newest version of an own guide; returns the version's number.

    `replaces` is the text that the change began with. A text with mistakes is kept too: it cannot
    be started until they are mended. Running sessions keep the text they started with.
    Raises ShippedGuide, ChangedMeanwhile, InvalidInput, NotFound, NotAllowed.
    """
    _must_be_facilitator(tools, acting)
    return _own(library, guide_id).put(guide_id, text, replaces=replaces)


def duplicate(tools: Tools, *, acting: Acting, library: GuideLibrary, guide_id: str) -> str:
    """An own copy of any guide; returns the copy's id. Raises NotFound, NotAllowed."""
    _must_be_facilitator(tools, acting)
    text = library.get(guide_id).text
    if not text:
        raise InvalidInput("This file cannot be read, so it cannot be duplicated.")
    return _put_new(library, f"{guide_id[:LONGEST_NAME]}_copy", _retitled(text))


def begin(tools: Tools, *, acting: Acting, library: GuideLibrary) -> str:
    """A small guide of one's own that works, to be written over; returns its id."""
    _must_be_facilitator(tools, acting)
    return _put_new(library, "my_guide", STARTER.read_text(encoding="utf-8"))


def import_file(
    tools: Tools, *, acting: Acting, library: GuideLibrary, name: str, data: bytes
) -> str:
    """An own guide from a file somebody sent; returns its id, made from the file's name.

    What is wrong in it is shown in the library, and can be mended there. Raises InvalidInput where
    it is no text at all, NotAllowed.
    """
    _must_be_facilitator(tools, acting)
    if PurePath(name).suffix.lower() not in (".md", ".markdown", ".txt"):
        raise InvalidInput("A guide is a text file whose name ends in .md.")
    if len(data) > 4 * MOST_CHARACTERS:
        raise InvalidInput("The file is far too large for a guide. Split it into two guides.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidInput(
            f"Line {line} of the file is not UTF-8 text. Save the file as UTF-8 and try again."
        ) from None
    if not text.strip():
        raise InvalidInput("The file is empty.")
    return _put_new(library, _id_from(PurePath(name).stem), text)


def delete(tools: Tools, *, acting: Acting, library: GuideLibrary, guide_id: str) -> None:
    """Delete an own guide with all its versions. Raises ShippedGuide, NotFound, NotAllowed."""
    _must_be_facilitator(tools, acting)
    _own(library, guide_id).take_away(guide_id)


def _must_be_facilitator(tools: Tools, acting: Acting) -> None:
    with tools.database.read() as db:
        signing.require(db, acting, now=tools.now())


def _own(library: GuideLibrary, guide_id: str) -> Shelf:
    """The shelf, if the guide is an own one. Raises ShippedGuide, NotFound."""
    if not library.get(guide_id).own:
        raise ShippedGuide
    return library.shelf


def _put_new(library: GuideLibrary, wanted: str, text: str) -> str:
    taken = {entry.id for entry in library.all()}
    number = 1
    guide_id = wanted
    while guide_id in taken:
        number += 1
        guide_id = f"{wanted}_{number}"
    library.shelf.put(guide_id, text, replaces=None)
    return guide_id


def _id_from(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_")[:LONGEST_NAME] or "guide"


def _retitled(text: str) -> str:
    """The text with “(copy)” in its title, where that stands on one line, and in its heading."""
    found = _TITLE.search(text)
    if found is None:
        return text
    title = found["title"].strip()
    if title[0] in "\"'":
        title = title[1:].rstrip(title[0])
    line = f"title: {json.dumps(f'{title} (copy)', ensure_ascii=False)}"
    text = text[: found.start()] + line + text[found.end() :]
    return text.replace(f"\n# {title}\n", f"\n# {title} (copy)\n", 1)
