"""How large text can be drawn so that the stage never scrolls: estimated, generously, in pixels.

A letter of Atkinson Hyperlegible Next is 0.44 of its size wide on average, in bold 0.5; letters of
Chinese, Japanese and Korean are as wide as they are high.
"""

from collections.abc import Sequence
from math import ceil
from unicodedata import east_asian_width

WIDTH_EM = 0.47
BOLD_EM = 0.52
WIDE = ("W", "F")
STAGE_WIDTH = 1920 - 2 * 96
OPTIONS_WIDTH = 1440
PROMPT_SIZES = (72, 64, 56)
OPTION_SIZES = (44, 40, 36, 32)
CARD_SIZES = (44, 38, 32)
SMALLEST = 26
SCENE_HEIGHT = 1080 - 130 - 48
COUNT_HEIGHT = 80


def lines(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """How many lines the text takes, at least one; its own line breaks count."""
    em = BOLD_EM if bold else WIDTH_EM
    parts = text.splitlines() or [""]
    return sum(max(1, ceil(_letters(part) * size * em / width)) for part in parts)


def prompt_px(text: str) -> int:
    """The largest prompt size (72 to 56 px) at which it stays within three lines."""
    fitting = (s for s in PROMPT_SIZES if lines(text, s, STAGE_WIDTH, bold=True) <= 3)
    return next(fitting, PROMPT_SIZES[-1])


def paragraph(text: str, height: float) -> int:
    """The largest size at which a longer text fits into the height, at worst the smallest."""
    return next(
        (
            size
            for size in (44, 40, 36, 32, 29)
            if lines(text, size, OPTIONS_WIDTH) * size * 1.3 <= height
        ),
        SMALLEST,
    )


def height_below(prompt: str, size: float) -> float:
    """What a prompt leaves for the options, with the line of who has answered kept free."""
    taken = lines(prompt, size, STAGE_WIDTH, bold=True) * size * 1.15
    return SCENE_HEIGHT - taken - COUNT_HEIGHT - 60


def options(texts: Sequence[str], height: float) -> tuple[int, int]:
    """The size and the number of columns at which all options fit; at worst the smallest size."""
    for size in (*OPTION_SIZES, 29, SMALLEST):
        for columns in (1, 2):
            width = OPTIONS_WIDTH / columns - 2.2 * size - 60
            heights = [lines(t, size, width) * size * 1.25 + size * 0.5 for t in texts]
            if sum(heights) / columns + (max(heights) / 2 if columns > 1 else 0) <= height:
                return size, columns
    return SMALLEST, 2


ASKED_PX = 44
SENTENCE_SIZES = (56, 48, 40, 34)
CHART_PX = {"projector": 32, "half": 28}
"""What a chart's labels measure before it is made smaller to fit."""


def sentence(asked: str, text: str, width: float, *, needs: float | None = 0) -> tuple[int, float]:
    """The size of a result's sentence and the height left below it.

    Above a chart that `needs` a height it takes four lines at most, and gets smaller where the
    chart could not be read otherwise; with no chart (None) it may fill the stage.
    """
    above = lines(asked, ASKED_PX, width, bold=True) * ASKED_PX * 1.25
    for size in SENTENCE_SIZES:
        taken = lines(text, size, width, bold=True)
        left = SCENE_HEIGHT - above - taken * size * 1.22 - 60
        most = 10 if needs is None else 3 if size > SENTENCE_SIZES[1] else 4
        if taken <= most and left >= (needs or 0):
            break
    return size, left


def sentences(said: Sequence[tuple[str, str]], width: float) -> int:
    """The size at which prompts and sentences of results that belong together all fit."""
    for size in (44, 40, 36, 32, 29):
        heights = [
            lines(prompt, size * 0.75, width) * size * 0.75 * 1.25
            + lines(text, size, width) * size * 1.22
            + size * 0.8
            for prompt, text in said
        ]
        if sum(heights) <= SCENE_HEIGHT - 90:
            return size
    return SMALLEST


def spotlight(text: str) -> int:
    """The size at which one text fills the stage."""
    return next(
        (
            size
            for size in (104, 88, 72, 64)
            if lines(text, size, OPTIONS_WIDTH, bold=True) * size * 1.25 <= SCENE_HEIGHT - 60
        ),
        56,
    )


def cards(texts: Sequence[str], width: float, height: float) -> tuple[int, int, int]:
    """The size for a wall of cards, its columns, and how many of the cards fit."""
    longest = max((_letters(text) for text in texts), default=0)
    narrowest = min(15.0, max(8.0, longest * WIDTH_EM + 3))
    columns = fitted = 0
    for size in CARD_SIZES:
        columns = max(1, int(width // (size * narrowest)))
        card = width / columns - 2.6 * size
        most = height * columns * 0.86
        used = 0.0
        fitted = 0
        for text in texts:
            used += lines(text, size, card) * size * 1.25 + size * 1.8
            if used > most:
                break
            fitted += 1
        if fitted == len(texts):
            return size, columns, fitted
    return CARD_SIZES[-1], columns, max(1, fitted)


def _letters(text: str) -> int:
    return sum(2 if east_asian_width(letter) in WIDE else 1 for letter in text)
