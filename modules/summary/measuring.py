"""How wide a text is in the shipped fonts, and where its lines break."""

import unicodedata

from modules.summary.fonts import advance

_UNKNOWN = 0.8


def width_of(text: str, size: float) -> float:
    """In the unit of `size`; joined letters may turn out narrower than they are alone."""
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
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    found = advance(sign)
    return _UNKNOWN if found is None else found
