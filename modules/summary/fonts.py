"""The fonts of the PDF: shipped, so that every machine makes the same file with every letter."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import typst

FOLDER = Path(__file__).parent / "fonts"
SYMBOL_FOR_MISSING = "□"

# Tried in this order for each letter. Vazirmatn draws an Arabic letter as one glyph, so that it is
# also copied and read aloud as one; Noto draws letter and dots apart.
FAMILIES = (
    "Atkinson Hyperlegible Next", "Noto Sans", "Vazirmatn", "Noto Sans Arabic", "Noto Sans Hebrew",
    "Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Gurmukhi", "Noto Sans Gujarati",
    "Noto Sans Oriya", "Noto Sans Tamil", "Noto Sans Telugu", "Noto Sans Kannada",
    "Noto Sans Malayalam", "Noto Sans Sinhala", "Noto Sans Thai", "Noto Sans Lao",
    "Noto Sans Khmer", "Noto Sans Myanmar", "Noto Sans Ethiopic", "Noto Sans Armenian",
    "Noto Sans Georgian", "Droid Sans Fallback", "Noto Sans Symbols", "Noto Emoji",
)  # fmt: skip


@cache
def fonts() -> typst.Fonts:
    """The shipped fonts and no others, as Typst wants them."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
    )


@cache
def advance(sign: str) -> float | None:
    """How wide a character is, as a share of its size; None where no shipped font has it.

    Letters that are joined or stacked are measured one by one, as they stand alone.
    """
    for family in FAMILIES:
        found = _advances(FOLDER / f"{family.replace(' ', '')}-Regular.ttf")
        if ord(sign) in found:
            return found[ord(sign)]
    return None


def in_bold(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether a shipped bold font has it."""
    if text and {ord(sign) for sign in set(text)} <= _bold():
        yield text, True
        return
    part, bold = "", True
    for sign in text:
        has = bold if _continues(sign) and part else ord(sign) in _bold()
        if has != bold and part:
            yield part, bold
            part = ""
        part, bold = part + sign, has
    if part:
        yield part, bold


def drawable(text: str) -> str:
    """The text with □ for each character that no shipped font has.

    PDF/UA allows no missing letters. A letter and its marks must come from one font.
    """
    # Almost every text is in one font as a whole, and need not be looked at letter by letter.
    if _in_one_font(text):
        return text
    return "".join(_drawable_cluster(cluster) for cluster in _clusters(text))


def _in_one_font(text: str) -> bool:
    needed = {ord(c) for c in set(text) if not _draws_nothing(c)}
    return any(needed <= font for font in _coverage())


def _drawable_cluster(cluster: str) -> str:
    if _in_one_font(cluster):
        return cluster
    if len(cluster) == 1:
        return SYMBOL_FOR_MISSING
    return "".join(_drawable_cluster(c) for c in cluster if not unicodedata.combining(c))


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for char in text:
        if cluster and not (_continues(char) or cluster[-1] == "\u200d"):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _continues(char: str) -> bool:
    skin_tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    return skin_tone or _draws_nothing(char) or unicodedata.category(char) in {"Mn", "Me", "Mc"}


def _draws_nothing(char: str) -> bool:
    return char in "\n\u00ad\u200b\u200c\u200d" or "\ufe00" <= char <= "\ufe0f"


@cache
def _coverage() -> tuple[frozenset[int], ...]:
    """The characters of each shipped font."""
    return tuple(frozenset(_glyphs(path)) for path in sorted(FOLDER.glob("*.ttf")))


@cache
def _bold() -> frozenset[int]:
    return frozenset().union(*(_glyphs(path) for path in FOLDER.glob("*-Bold.ttf")))


@cache
def _advances(path: Path) -> dict[int, float]:
    """How wide each character of a font is (OpenType specification, table `hmtx`)."""
    font = path.read_bytes()
    tables = _tables(font)
    size = struct.unpack_from(">H", font, tables[b"head"] + 18)[0]
    measured = struct.unpack_from(">H", font, tables[b"hhea"] + 34)[0]
    widths = struct.unpack_from(">" + "H2x" * measured, font, tables[b"hmtx"])
    return {char: widths[min(g, measured - 1)] / size for char, g in _glyphs(path).items()}


def _glyphs(path: Path) -> dict[int, int]:
    """The glyph of each character of a TrueType file (OpenType specification, table `cmap`)."""
    font = path.read_bytes()
    cmap = _tables(font)[b"cmap"]
    found: dict[int, int] = {}
    for n in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">4xL", font, cmap + 4 + 8 * n)[0]
        kind = struct.unpack_from(">H", font, start)[0]
        if kind == 4:
            found.update(_segments(font, start))
        elif kind == 12:
            found.update(_groups(font, start))
    return found


def _tables(font: bytes) -> dict[bytes, int]:
    """Where each table of a TrueType file begins."""
    count = struct.unpack_from(">H", font, 4)[0]
    return dict(struct.unpack_from(">4s4xL4x", font, 12 + 16 * n) for n in range(count))


def _segments(font: bytes, start: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">H", font, start + 6)[0] // 2
    lists = f">{count}H"
    ends, starts, deltas, offsets = (
        struct.unpack_from(lists, font, start + 14 + skip + 2 * count * n)
        for n, skip in enumerate((0, 2, 2, 2))
    )
    for n, (first, last, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        place = start + 16 + 6 * count + 2 * n + offset
        for char in range(first, min(last, 0xFFFE) + 1):
            glyph = char
            if offset:
                glyph = struct.unpack_from(">H", font, place + 2 * (char - first))[0]
            if glyph and (glyph + delta) % 65536:
                yield char, (glyph + delta) % 65536


def _groups(font: bytes, start: int) -> Iterator[tuple[int, int]]:
    for n in range(struct.unpack_from(">L", font, start + 12)[0]):
        first, last, glyph = struct.unpack_from(">LLL", font, start + 16 + 12 * n)
        # Glyph 0 stands for what the font does not have.
        yield from ((c, glyph + c - first) for c in range(first, last + 1) if glyph + c - first)
