"""The texts as a wall."""

from plotly.graph_objects import Figure

from modules.activities.chart_wall import wall
from modules.activities.charts import Size
from modules.domain.picture import Picture


def figure(picture: Picture, *, dark: bool, size: Size) -> Figure:
    """The texts that the moderator showed, in two columns."""
    return wall(picture, dark=dark, size=size)
