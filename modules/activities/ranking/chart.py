"""For each item how many gave it which place, foremost item first."""

from plotly.graph_objects import Figure

from modules.activities.chart_layout import Room, Size
from modules.activities.charts import stacked
from modules.domain.picture import Picture


def figure(picture: Picture, *, dark: bool, size: Size, room: Room | None = None) -> Figure:
    """The disclosed places."""
    return stacked(picture, dark=dark, size=size, room=room)
