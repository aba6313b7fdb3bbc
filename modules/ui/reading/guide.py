"""One guide, read like a book: about, run of show, every step in full, and its chapters."""

import streamlit as st

from modules.domain.guide import Activity, Guide, Section
from modules.ui import showing
from modules.ui.wording import minutes


def show(guide: Guide) -> None:
    st.header(guide.title, anchor=False)
    size = guide.size
    st.caption(
        f"{minutes(guide.minutes)} · {size.least} to {size.most} people, best with {size.ideal} · "
        f"version {guide.version} · {', '.join(guide.modes)}"
    )
    st.markdown(guide.purpose)
    for label, text in (
        ("For", guide.audience),
        ("Not for", guide.not_for),
        ("What this session does not do", guide.not_this),
    ):
        if text:
            st.markdown(f"**{label}.** {text}")
    st.markdown("\n".join(f"{n}. {objective}" for n, objective in enumerate(guide.objectives, 1)))
    if guide.about:
        st.markdown(guide.about)
    for section in guide.sections:
        _section(section)
    for chapter in guide.chapters:
        with st.expander(chapter.title):
            st.markdown(chapter.text)


def _section(section: Section) -> None:
    st.subheader(f"{section.title} ({minutes(section.minutes)})", anchor=False)
    if section.notes:
        st.markdown(section.notes)
    for activity in section.activities:
        with st.expander(f"{activity.title} · {minutes(activity.minutes)}"):
            _activity(activity)


def _activity(activity: Activity) -> None:
    st.caption(f"{activity.kind} · {activity.grouping} · {activity.priority.value}")
    if activity.prompt:
        showing.html('<p class="asked">{prompt}</p>', prompt=activity.prompt)
    if activity.say:
        st.markdown("\n".join(f"> {line}" for line in activity.say.splitlines()))
    st.markdown("\n".join(f"{n}. {s.text}" for n, s in enumerate(activity.steps, 1)))
    st.markdown("\n".join(f"- {question}" for question in activity.debrief))
    for label, text in (
        ("Why", activity.why),
        ("Watch for", activity.watch_for),
        ("Expected answers", activity.expected),
        ("If it goes wrong", activity.if_wrong),
        ("Remote", activity.remote),
        ("Hybrid", activity.hybrid),
        ("Paper", activity.paper),
        ("Data", activity.data),
        ("Notes", activity.notes),
    ):
        if text:
            st.markdown(f"**{label}.** {text}")
