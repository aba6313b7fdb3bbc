"""How large the files are. They are made once to know it, with a bar while that takes time."""

import hashlib
from collections import OrderedDict

import streamlit as st

from modules.screens.summary_views import SummaryView
from modules.summary.files import FORMATS, file

REMEMBERED = 64
# Numbers only: no file is kept in memory for this.
_known: OrderedDict[str, dict[str, int]] = OrderedDict()


def of(view: SummaryView) -> dict[str, int]:
    """The bytes of each format, by its key."""
    digest = hashlib.sha256(repr(view).encode()).hexdigest()
    if digest not in _known:
        _known[digest] = _measured(view)
        while len(_known) > REMEMBERED:
            _known.popitem(last=False)
    return _known[digest]


def _measured(view: SummaryView) -> dict[str, int]:
    bar = st.progress(0.0)
    found = {}
    for place, made in enumerate(FORMATS.values()):
        bar.progress(place / len(FORMATS), text=f"Making the files: {made.label}")
        found[made.key] = len(file(view, made.key).data)
    bar.empty()
    return found
