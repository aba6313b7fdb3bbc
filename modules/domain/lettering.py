"""How wide text is before anybody draws it, in parts of its letter size ("em").

Measured on Atkinson Hyperlegible Next, rounded up. Letters of Chinese, Japanese and Korean are as
wide as they are high.
"""

from functools import cache
from unicodedata import combining, east_asian_width

_USUAL = 0.57
_WIDTHS = {
    **dict.fromkeys("',.:;`", 0.22),
    **dict.fromkeys("jil| \u00a0\u2018\u2019·", 0.28),
    **dict.fromkeys('!"()[]ft', 0.33),
    **dict.fromkeys("{}r-_/\\I1", 0.4),
    **dict.fromkeys("yvzs*?cxk7J\u201c\u201d\u2013", 0.5),
    **dict.fromkeys("aeLu2<>^hno", 0.55),
    **dict.fromkeys("35$9PSV6+48BRZX", 0.61),
    **dict.fromkeys("=AK#0CDÄ", 0.66),
    **dict.fromkeys("wGHNUOQ&ÖÜ\u2026", 0.72),
    **dict.fromkeys("@mMW", 0.86),
    **dict.fromkeys("%\u2014", 1.0),
}
BOLD = 1.07
"""How much wider bold letters are."""
_WIDE = ("W", "F")


def em(text: str) -> float:
    """The width of one line of text, rather too wide than too narrow."""
    return sum(map(_letter, text))


def wrapped(text: str, width: float, most: int | None = None) -> tuple[str, ...]:
    """The text in lines of about one width, `width` em at most; at least one line.

    Words that are longer than a line are broken. Of more than `most` lines the last ends in “…”.
    """
    lines = _filled(text, width)
    if most is not None and len(lines) > most:
        return (*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), width))
    longest_word = max(map(em, text.split()), default=0.0)
    for tenths in range(5, 10):
        narrower = max(width * tenths / 10, longest_word)
        if narrower < width and len(balanced := _filled(text, narrower)) == len(lines):
            return tuple(balanced)
    return tuple(lines)


def _filled(text: str, width: float) -> list[str]:
    lines = [""]
    left = width
    for word in text.split():
        longer = em(f" {word}" if lines[-1] else word)
        if longer <= left:
            lines[-1] = f"{lines[-1]} {word}".strip()
            left -= longer
            continue
        lines += _pieces(word, width)
        left = width - em(lines[-1])
    return [line for line in lines if line] or [""]


def line_count(text: str, width: float) -> int:
    """How many lines of `width` em the text takes, at least one; its own line breaks count."""
    return sum(len(_filled(part, width)) for part in text.splitlines() or [""])


def _pieces(word: str, width: float) -> list[str]:
    pieces = [""]
    left = width
    for letter in word:
        left -= _letter(letter)
        if pieces[-1] and left < 0:
            pieces.append("")
            left = width - _letter(letter)
        pieces[-1] += letter
    return pieces


def _shortened(text: str, width: float) -> str:
    wide = em(f"{text}…")
    while text and wide > width:
        wide -= _letter(text[-1])
        text = text[:-1]
    return f"{text.rstrip(' ,.;:')}…"


@cache
def _letter(letter: str) -> float:
    if combining(letter):
        return 0.0
    if east_asian_width(letter) in _WIDE:
        return 1.1
    return _WIDTHS.get(letter, _USUAL)
