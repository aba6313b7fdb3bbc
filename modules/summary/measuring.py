"""How wide a text is at most, without knowing the reader's font, and where its lines break."""

import unicodedata

_NARROW = frozenset("iljtfrI1.,:;'!|()[]’‘“”-·* ")
_BROAD = frozenset("mwMW@%—…&QOGDNHU")


def width_of(text: str, size: float) -> float:
    """An upper estimate in the unit of `size`, for proportional sans-serif fonts."""
    return size * sum(map(_em, text))


def lines_of(text: str, size: float, room: float) -> list[str]:
    """The text in lines no wider than `room`: broken at spaces, in long words where it must be."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        wider = f"{line} {word}" if line else word
        if width_of(wider, size) <= room:
            line = wider
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, size, room)
        lines.extend(full)
    return [*lines, line] if line else lines or [""]


def _pieces(word: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for sign in word:
        mark = unicodedata.combining(sign) or sign in "\u200d\ufe0f"
        if pieces[-1] and not mark and width_of(pieces[-1] + sign, size) > room:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _em(sign: str) -> float:
    if sign in _NARROW:
        return 0.42
    if sign in _BROAD:
        return 0.95
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.1
    # Ligatures and presentation forms stand for several letters.
    return 0.62 if ord(sign) < 0x0250 else 0.8
