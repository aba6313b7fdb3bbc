"""The first page of a guide: what it is for, what it takes and keeps, its run of show."""

from collections.abc import Iterable
from datetime import date
from html import escape

import streamlit as st

from modules.domain.guide import Guide
from modules.screens.guides import Fact, facts, risk_of, run_of_show
from modules.ui.reading import written
from modules.ui.wording import day, minutes


def show(guide: Guide, today: date) -> None:
    size = guide.size
    st.caption(
        f"{minutes(guide.minutes)} · {size.least} to {size.most} people, best with {size.ideal} · "
        f"risk {risk_of(guide)} · version {guide.version} of {day(guide.updated)} · "
        f"{', '.join(guide.modes)}"
    )
    written.show(guide.purpose)
    for label, text in (
        ("For", guide.audience),
        ("Not for", guide.not_for),
        ("What this session does not do", guide.not_this),
    ):
        written.labelled(label, text)
    objectives = "\n".join(f"{n}. {text}" for n, text in enumerate(guide.objectives, 1))
    written.show(f"**Afterwards, participants can**\n\n{objectives}")
    _facts(facts(guide, today))
    st.subheader("Run of show", anchor=False)
    written.run_of_show(run_of_show(guide))
    written.show(guide.about)
    written.listed("Reviews", guide.reviews or ("None yet",))
    written.listed("Resources", tuple(f"{r.title}: <{r.address}>" for r in guide.resources))
    written.listed("Credits", guide.credits)
    written.listed("Sources", guide.sources)


def _facts(told: Iterable[Fact]) -> None:
    rows = "".join(f"<dt>{escape(fact.label)}</dt>{_lines(fact)}" for fact in told)
    st.html(f'<dl class="facts">{rows}</dl>')


def _lines(fact: Fact) -> str:
    return "".join(f"<dd>{escape(line)}</dd>" for line in fact.lines)
