"""The project's colours, for everything that draws results: screens, phones and files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """`series` are told apart by pattern and letter too; `scale` is low end, middle, high end."""

    paper: str
    ink: str
    quiet: str
    line: str
    series: tuple[str, str]
    scale: tuple[str, str, str]


LIGHT = Colours(
    paper="#FFFBF5",
    ink="#201A2B",
    quiet="#5E566B",
    line="#D9D0C3",
    series=("#6A2C70", "#00695C"),
    scale=("#6A2C70", "#CFC8D6", "#00695C"),
)
DARK = Colours(
    paper="#17131F",
    ink="#F6F0E6",
    quiet="#B9B0C6",
    line="#3A3347",
    series=("#DDB3E6", "#7FD1C4"),
    scale=("#DDB3E6", "#857D92", "#7FD1C4"),
)


END_STEP = 3
ENOUGH_CONTRAST = 3.0
"""What graphics need against what lies beside them (WCAG 2.2, 1.4.11)."""


def colours(*, dark: bool) -> Colours:
    return DARK if dark else LIGHT


def scale_steps(points: int) -> tuple[int, ...]:
    """Where each point of a scale lies: −3 is its low end, 3 its high end, 0 an odd one's middle.

    Seven steps are enough to tell points apart, and few enough to be named in a style sheet.
    """
    half = (points - 1) / 2
    return tuple(_step((place - half) / half if half else 0.0) for place in range(points))


def _step(share: float) -> int:
    # The grey itself belongs to an odd scale's middle; an even scale stops short of it.
    size = max(round(abs(share) * END_STEP), 1) if share else 0
    return size if share > 0 else -size


def scale_colours(points: int, *, dark: bool) -> tuple[str, ...]:
    """A colour for each point of a scale, from one end over grey to the other."""
    low, middle, high = colours(dark=dark).scale
    return tuple(
        _between(middle, high if step > 0 else low, abs(step) / END_STEP)
        for step in scale_steps(points)
    )


def on_colour(colour: str) -> str:
    """Black or white, whichever is easier to read on the colour.

    One of them always reaches 4.5:1; on middling colours neither ink nor paper would.
    """
    return "#000000" if _luminance(colour) > 0.179 else "#FFFFFF"


def contrast(one: str, other: str) -> float:
    """The ratio of two colours' luminance after WCAG 2.2, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _between(start: str, end: str, share: float) -> str:
    mixed = (round(a + (b - a) * share) for a, b in zip(_rgb(start), _rgb(end), strict=True))
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    linear = [
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _rgb(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
