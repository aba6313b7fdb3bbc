"""Text made fit for every file: only what can be seen, so that all formats hold the same."""

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
# Marks that turn the writing direction for all that follows, and characters that only hide things.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    "\ufdd0-\ufdef\U000e0000-\U000e007f\ud800-\udfff]"
)
_QUOTED = re.compile("“[^“”]*”")
_FROM_THE_LEFT, _FROM_THE_RIGHT = {"L"}, {"R", "AL"}
_JOINERS = "\u200b\u200c\u200d"
_STACKED_MARKS = re.compile(
    r"([\u0300-\u036f\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3})"
    r"[\u0300-\u036f\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)


def plain(text: str) -> str:
    """The text without control, bidi and invisible characters; line breaks and tabs made even.

    Marks stacked more than three high on one letter are cut, as they would cover other lines.
    """
    text = _LINE_BREAKS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")
    text = _STACKED_MARKS.sub(r"\1", _without_loose_marks(_UNSEEN.sub("", text))).strip()
    return text if any(unicodedata.category(c)[0] in "LNPSM" for c in text) else ""


def _without_loose_marks(text: str) -> str:
    """The text without marks that stand on no letter, and without noncharacters."""
    signs = set(text)
    marks = {sign for sign in signs if unicodedata.category(sign) in {"Mn", "Me"}}
    no_characters = {sign for sign in signs if ord(sign) & 0xFFFE == 0xFFFE}
    if not marks and not no_characters:
        return text
    kept: list[str] = []
    loose = True
    for char in text:
        if char in no_characters or (char in marks and loose):
            continue
        kept.append(char)
        loose = loose if char in _JOINERS else char.isspace()
    return "".join(kept)


def plain_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines made plain, without those of which nothing is left."""
    return tuple(cleaned for line in lines if (cleaned := plain(line)))


def steadied(text: str) -> str:
    """The text with a mark after each quotation that runs against it.

    Without one, the closing quotation mark and a number behind it are drawn inside the quotation.
    """
    right = reads_right_to_left(text)
    against, mark = (_FROM_THE_LEFT, "\u200f") if right else (_FROM_THE_RIGHT, "\u200e")
    return _QUOTED.sub(lambda q: q[0] + mark if against & _directions(q[0]) else q[0], text)


def _directions(text: str) -> set[str]:
    return {unicodedata.bidirectional(sign) for sign in text}


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is right to left (Unicode UAX 9, rule P2)."""
    directions = (unicodedata.bidirectional(c) for c in text)
    return next((d != "L" for d in directions if d in {"L", "R", "AL"}), False)
