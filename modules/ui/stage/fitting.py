"""How large text can be drawn so that the stage never scrolls: estimated, generously, in pixels.

A browser may break lines a little earlier than is estimated, so every height keeps something back.
"""

from collections.abc import Sequence

from modules.domain.lettering import BOLD, em, line_count

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
    return line_count(text, width / (size * (BOLD if bold else 1)))


def prompt_px(text: str) -> int:
    """The largest prompt size (72 to 56 px) at which it stays within three lines."""
    fitting = (s for s in PROMPT_SIZES if lines(text, s, STAGE_WIDTH, bold=True) <= 3)
    return next(fitting, PROMPT_SIZES[-1])


def prompt_above(text: str, texts: Sequence[str]) -> int:
    """The size of a prompt that leaves the options below it the size of labels, where it can."""
    largest = prompt_px(text)
    sizes = [size for size in PROMPT_SIZES if size <= largest]
    readable = (s for s in sizes if options(texts, height_below(text, s))[0] >= OPTION_SIZES[-1])
    return next(readable, sizes[-1])


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
            width = (OPTIONS_WIDTH - 60 * (columns - 1)) / columns - 2.2 * size
            heights = [lines(t, size, width) * size * 1.25 + size * 0.4 for t in texts] or [0]
            if sum(heights) / columns + (max(heights) / 2 if columns > 1 else 0) <= height:
                return size, columns
    return SMALLEST, 2


ASKED_AND_SAID = ((60, 64), (56, 56), (56, 48), (48, 48), (44, 44), (40, 40), (36, 36), (32, 34))
"""The sizes of a result's prompt and of its sentence, best first."""
HALF = 1000
"""Narrower than this, two results share the stage: the words of either are shorter."""


def result(
    asked: str, said: str, width: float, *, needs: Sequence[float] = ()
) -> tuple[int, int, float]:
    """The sizes of a result's prompt and sentence, and the height left below them.

    A chart `needs` a height, better the first than the next; large words above it take few lines,
    and both get smaller where the chart could not be read otherwise. Without a chart they may fill
    the stage.
    """
    sizes = ASKED_AND_SAID[3 if width < HALF else 0 :]
    for needed in needs or (0,):
        for asked_px, said_px in sizes:
            above = lines(asked, asked_px, width, bold=True)
            below = lines(said, said_px, width, bold=True)
            left = SCENE_HEIGHT - above * asked_px * 1.2 - below * said_px * 1.18 - 60
            large = said_px > 48
            most = 12 if not needs else 3 if large else 4
            if below <= most and above <= (1 if large and needs else 4) and left >= needed:
                return asked_px, said_px, left
    return asked_px, said_px, left


def heading(asked: str, said: str, width: float, *, said_px: int) -> float:
    """The height of a prompt at the size of labels and a sentence, close to each other."""
    size = OPTION_SIZES[-1]
    above = lines(asked, size, width, bold=True) * size * 1.2
    return above + lines(said, said_px, width, bold=True) * said_px * 1.18 + 16


def sentences(said: Sequence[tuple[str, str]], width: float) -> int:
    """The size at which prompts and sentences of results that belong together all fit."""
    for size in (64, 56, 48, 44, 40, 36, 32, 29):
        heights = [
            lines(prompt, size * 0.75, width) * size * 0.75 * 1.25
            + lines(text, size, width) * size * 1.22
            + size * 0.8
            for prompt, text in said
        ]
        if sum(heights) <= SCENE_HEIGHT - 90:
            return size
    return SMALLEST


def how_many(texts: Sequence[str], size: float, height: float) -> int:
    """How many of the texts fit below each other, with a rule between them."""
    for shown, text in enumerate(texts):
        height -= lines(text, size, OPTIONS_WIDTH) * size * 1.25 + 20
        if height < 0:
            return shown
    return len(texts)


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
    narrowest = min(15.0, max([8.0, *(em(text) + 3 for text in texts)]))
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
