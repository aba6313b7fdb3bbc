"""What of a screen may grow by itself: how many have answered, how many phones are here.

A page that follows a room draws these places anew alone while nothing else of its screen has
changed, and everything else stands (`live.follow`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from modules.screens.views import FacilitatorView, ProjectorView

View = TypeVar("View", FacilitatorView, ProjectorView)
Draw = Callable[[View], None]


@dataclass
class Counts(Generic[View]):
    """The places of one drawing, in the order of the page."""

    _places: list[tuple[DeltaGenerator, Draw[View]]] = field(default_factory=list)

    def stand_here(self, draw: Draw[View], *, key: str, narrow: bool = False) -> None:
        """Keep a place, which `draw` fills from a screen once the page is drawn, and again."""
        place = st.container(key=key, width="content" if narrow else "stretch")
        self._places.append((place, draw))

    def draw(self, view: View) -> None:
        for place, draw in self._places:
            with place:
                draw(view)


def besides(view: View) -> View:
    """The screen without its counts: where it is another one, all of it is drawn again."""
    return replace(view, answered=0, phones=0)
