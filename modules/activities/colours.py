"""The colours of a scale, from one end over grey to the other, and what can be read on them."""

_LIGHT = ("#6A2C70", "#CFC8D6", "#00695C")
_DARK = ("#DDB3E6", "#5A5266", "#7FD1C4")


def scale_colours(points: int, *, dark: bool) -> tuple[str, ...]:
    """Aubergine to grey to teal, a colour for each point of a scale."""
    low, middle, high = (
        ("#DDB3E6", "#5A5266", "#7FD1C4") if dark else ("#6A2C70", "#CFC8D6", "#00695C")
    )
    half = (points - 1) / 2
    colours = []
    for place in range(points):
        end = low if place < half else high
        # The grey itself belongs to an odd scale's middle; an even scale stops short of it.
        colours.append(_between(middle, end, abs(place - half) / half if half else 0.0))
    return tuple(colours)


def on_colour(colour: str) -> str:
    """Ink or paper, whichever is easier to read on the colour."""
    return "#201A2B" if _luminance(colour) > 0.18 else "#FFFBF5"


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
