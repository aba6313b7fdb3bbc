"""The list of guides, and of the files that cannot be used with what to write instead."""

from collections.abc import Sequence

import streamlit as st

from modules.domain.guide import Guide
from modules.ui.entries import Entry
from modules.ui.wording import count


def choose(entries: Sequence[Entry]) -> Guide | None:
    """The guide picked from the list; broken files are listed below it."""
    guides = [e.read.guide for e in entries if e.read.guide is not None]
    titles = {guide.id: f"{guide.title} · {guide.minutes} min" for guide in guides}
    chosen = None
    if guides:
        picked = st.radio("Guide", list(titles), format_func=titles.__getitem__, key="read_guide")
        chosen = next((guide for guide in guides if guide.id == picked), None)
    else:
        st.info("There are no usable guides in the folder.")
    for entry in entries:
        _problems(entry)
    return chosen


def _problems(entry: Entry) -> None:
    problems = entry.read.problems
    if not problems:
        return
    with st.expander(f"{entry.id}.md: {count(len(problems), 'problem')}"):
        for problem in problems:
            st.text(f"Line {problem.line}: {problem.message} {problem.fix}")
