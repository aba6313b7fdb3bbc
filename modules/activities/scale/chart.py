"""A diverging stacked bar for each statement."""

from plotly.graph_objects import Figure

from modules.activities.charts import Size, stacked
from modules.domain.picture import Picture


def figure(picture: Picture, *, dark: bool, size: Size) -> Figure:
    """The disclosed distributions."""
    return stacked(picture, dark=dark, size=size)
