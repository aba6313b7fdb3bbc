"""Nothing to draw: screens show texts as text, so that they wrap, scale and can be read aloud."""

from plotly.graph_objects import Figure

from modules.activities.chart_layout import Room, Size, look
from modules.activities.charts import frame
from modules.domain.picture import Picture


def figure(picture: Picture, *, dark: bool, size: Size, room: Room | None = None) -> Figure:
    """An empty figure."""
    return frame(look(dark=dark, size=size), height=0)
