"""A word cloud: laid out by the wordcloud library, drawn by Plotly as text."""

from functools import lru_cache
from math import ceil

from plotly.graph_objects import Figure
from wordcloud import WordCloud

from modules.activities.chart_layout import Room, Size, look
from modules.activities.charts import escaped, frame
from modules.domain.picture import Picture, Terms

_ROOM: dict[Size, tuple[int, int]] = {
    "projector": (1600, 560),
    "half": (670, 560),
    "console": (400, 300),
}
_SMALLEST: dict[Size, int] = {"projector": 36, "half": 36, "console": 16}
_LARGEST: dict[Size, int] = {"projector": 130, "half": 72, "console": 56}
# The library measures with a font whose letters are all this wide and, from the ring above to the
# foot of a j, this high, in parts of their size.
_LETTER = 0.6
_HEIGHT = 1.12
# Laying out a picture of a sixteenth of the size takes a sixteenth of the time.
_GRAIN = 4
_STAND_INS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def figure(picture: Picture, *, dark: bool, size: Size, room: Room | None = None) -> Figure:
    """Up to 62 words, larger the more often they were mentioned; the table lists them all."""
    looks = look(dark=dark, size=size)
    chart = picture.chart
    if not isinstance(chart, Terms) or not chart.terms:
        return frame(looks, height=looks.line_height)
    width, height = (int(room[0]), int(room[1])) if room else _ROOM[size]
    drawn = frame(looks, height=height, width=width if room else None)
    drawn.update_xaxes(range=[0, width])
    drawn.update_yaxes(range=[height, 0])
    drawn.update_layout(margin_b=0)
    for place, (word, letters, x, y) in enumerate(_laid_out(chart, size, (width, height))):
        drawn.add_annotation(
            text=escaped(word),
            x=x,
            y=y,
            xanchor="center",
            yanchor="middle",
            showarrow=False,
            font={"size": letters, "color": looks.colours.series[place % 2]},
        )
    return drawn


@lru_cache(maxsize=64)
def _laid_out(
    chart: Terms, size: Size, room: tuple[int, int]
) -> tuple[tuple[str, int, float, float], ...]:
    """(word, letter size, middle x, middle y), always the same for the same words.

    What the library places are stand-ins as wide and high as the words can be, because it knows
    neither our font nor other scripts.
    """
    words = dict(zip(_STAND_INS, chart.terms, strict=False))
    stand_ins = {
        "Åj" + sign + "@" * max(0, ceil(_em(word) / _LETTER) - 3): (word, count)
        for sign, (word, count) in words.items()
    }
    width, height = room
    cloud = WordCloud(
        width=width // _GRAIN,
        height=height // _GRAIN,
        prefer_horizontal=1.0,
        relative_scaling=0.5,
        min_font_size=_SMALLEST[size] // _GRAIN,
        max_font_size=_LARGEST[size] // _GRAIN,
        margin=2,
        random_state=1,
        # Ours come from the look.
        color_func=lambda *_, **__: "black",
    ).generate_from_frequencies({name: count for name, (_, count) in stand_ins.items()})
    placed = []
    for (name, _), letters, (top, left), _, _ in cloud.layout_:
        word = stand_ins[name][0]
        wide = len(name) * _LETTER * letters
        middle = ((left + wide / 2) * _GRAIN, (top + _HEIGHT * letters / 2) * _GRAIN)
        placed.append((word, round(letters * _GRAIN * 0.9), *middle))
    return tuple(placed)


def _em(word: str) -> float:
    """The width of a word in parts of its letter size, rather too wide."""
    return sum(1.1 if ord(sign) > 0x2E80 else 0.6 for sign in word)
