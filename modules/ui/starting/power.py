"""Is anyone here with power over others? Then results need more answers."""

import streamlit as st

from modules.domain.guide import Guide, Sensitivity
from modules.ui import showing

MORE_UNDER_POWER = 3
LARGEST_GROUP = 10
STEPS_NAMED = 3


def group(smallest: int, *, power: bool) -> int:
    return min(smallest + MORE_UNDER_POWER * power, LARGEST_GROUP)


def ask(guide: Guide, smallest: int) -> int:
    """The question, with what it does to the smallest group; returns that."""
    power = st.checkbox(
        "Somebody here has power over others: a manager, a teacher, a host",
        key=f"power_{guide.id}",
        help="Then results need more answers, and people dare to be honest.",
    )
    needed = group(smallest, power=power)
    showing.html('<p class="needed">Results from <b>{n} answers</b> on.</p>', n=needed)
    if power:
        st.caption(_advice(guide))
    return needed


def _advice(guide: Guide) -> str:
    advice = "Better still: ask whoever holds the power to come another time, or not to answer."
    sensitive = [a.title for a in guide.activities if a.sensitivity is Sensitivity.HIGH]
    if not sensitive:
        return advice
    named = ", ".join(f"“{title}”" for title in sensitive[:STEPS_NAMED])
    more = " and others" if len(sensitive) > STEPS_NAMED else ""
    return f"{advice} Or cut what asks most of people, in the plan: {named}{more}."
