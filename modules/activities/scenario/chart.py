"""Bars, one for each option, round and variant."""

from plotly.graph_objects import Figure

from modules.activities.chart_layout import Room, Size
from modules.activities.charts import bars
from modules.domain.picture import Picture


def figure(picture: Picture, *, dark: bool, size: Size, room: Room | None = None) -> Figure:
    """The disclosed decisions as bars."""
    return bars(picture, dark=dark, size=size, room=room)
