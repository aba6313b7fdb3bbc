"""What participants type, made safe to store and show: nothing invisible, nothing that reorders."""

import re
import unicodedata
from collections.abc import Sequence

from modules.domain.errors import InvalidAnswer

# Overrides and isolates can make a text read as what it is not, and swallow what follows it.
_BIDI = "\u202a-\u202e\u2066-\u2069"
# Lone surrogates cannot be stored; non-characters are not allowed in XML and so not in SVG.
_UNSTORABLE = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_INVISIBLE = "\u00ad\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
_REMOVED = re.compile(f"[{_BIDI}{_UNSTORABLE}{_CONTROLS}{_INVISIBLE}]")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_MANY_LINES = re.compile(r"\n{3,}")
# No writing system stacks more than four marks on a letter; more of them cover the lines around.
_MARKS_ON_A_LETTER = 4


def clean_text(raw: str, *, one_line: bool = False) -> str:
    """The text as it will be shown: NFC, without controls, with single spaces; maybe empty.

    Line ends are kept, no more than one blank line in a row, or become spaces in `one_line`.
    """
    text = _REMOVED.sub("", _LINE_ENDS.sub("\n", raw))
    text = _few_marks(unicodedata.normalize("NFC", text))
    text = _SPACES.sub(" ", text)
    text = "\n".join(line.strip() for line in text.split("\n"))
    if not any(_is_visible(sign) for sign in text):
        return ""
    if one_line:
        return " ".join(text.split())
    return _MANY_LINES.sub("\n\n", text).strip()


def length_of(text: str) -> int:
    """Characters, nearly as a person counts them: marks belong to the letter before."""
    return sum(1 for sign in text if not _is_mark(sign))


def clean_entries(
    values: Sequence[str], *, at_most: int, length: int, one_line: bool = False
) -> tuple[str, ...]:
    """The entries somebody sent, cleaned, without empty and repeated ones.

    Raises InvalidAnswer where nothing is left, where there are more than `at_most`, or where one
    is longer than `length` characters: a text is never cut silently.
    """
    # Twenty code points for each character is more than any writing needs; do not read a book.
    if any(len(value) > 20 * length + 200 for value in values):
        raise InvalidAnswer(f"This text is far too long. Please shorten it to {length} characters.")
    cleaned = [clean_text(value, one_line=one_line) for value in values[: 10 * at_most]]
    entries = tuple(dict.fromkeys(text for text in cleaned if text))
    if not entries:
        raise InvalidAnswer("Nothing was written yet. Write something first, or pass.")
    if len(entries) > at_most:
        raise InvalidAnswer(f"These are {len(entries)} texts. Please send at most {at_most}.")
    for text in entries:
        if (long := length_of(text)) > length:
            raise InvalidAnswer(
                f"This text has {long} characters. Please shorten it to {length}: “{text[:20]}…”"
            )
    return entries


def _few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for sign in text:
        marks = marks + 1 if _is_mark(sign) else 0
        if marks <= _MARKS_ON_A_LETTER:
            kept.append(sign)
    return "".join(kept)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Me")


def _is_visible(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "CZM"
