"""One guide, read like a book: its parts listed at the side, one of them open."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from modules.domain.access import Acting
from modules.domain.guide import Activity, Chapter, Guide, Priority, Section
from modules.screens.guides import GuideView, choices_of
from modules.ui import showing
from modules.ui.reading import choosing, glance, preview, written
from modules.ui.wording import minutes
from modules.ui.writing import doing
from modules.wiring import workshop

PARTS = (
    ("Why", "why"),
    ("Watch for", "watch_for"),
    ("Expected answers", "expected"),
    ("If it goes wrong", "if_wrong"),
    ("Remote", "remote"),
    ("Hybrid", "hybrid"),
    ("On paper", "paper"),
    ("Data", "data"),
    ("Notes", "notes"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the book. `id` stands in the address."""

    id: str
    title: str
    content: Section | Chapter | None = None


def show(acting: Acting, view: GuideView) -> None:
    _bar(acting, view)
    guide = view.guide
    if guide is None:
        for remark in view.remarks:
            st.text(f"Line {remark.line}: {remark.message} {remark.fix}")
        return
    parts = _parts(guide)
    contents, page = st.columns([1, 3], gap="large")
    with contents, st.container(key="contents"):
        opened = _contents(parts)
    with page:
        part = parts[opened]
        if part.content is None:
            glance.show(guide, workshop().tools.now().date())
        elif isinstance(part.content, Chapter):
            st.header(written.harmless(part.title), anchor=False)
            written.show(part.content.text)
        else:
            _section(view, guide, part.content)
        _turn(parts, opened)


def _bar(acting: Acting, view: GuideView) -> None:
    with st.container(horizontal=True, key="book_bar"):
        st.button("All guides", icon=":material/arrow_back:", on_click=choosing.close)
        if view.guide is not None:
            doing.start_button(view.id)
        doing.edit_or_duplicate(acting, view.id, own=view.own)
        st.link_button("Print the pack", doing.pack_address(view.id), icon=":material/print:")
        st.link_button("Export", doing.text_address(view.id), icon=":material/download:")
        if view.own:
            doing.delete_button(view.id)


def _parts(guide: Guide) -> list[Part]:
    first = guide.sections[0].line
    parts = [Part("glance", "At a glance")]
    run = [
        Part(f"s{n}", f"{s.title} · {minutes(s.minutes)}", s) for n, s in enumerate(guide.sections)
    ]
    read = [Part(f"c{n}", chapter.title, chapter) for n, chapter in enumerate(guide.chapters)]
    before = sum(chapter.line < first for chapter in guide.chapters)
    return [*parts, *read[:before], *run, *read[before:]]


def _contents(parts: list[Part]) -> int:
    ids = [part.id for part in parts]
    start = ids.index(choosing.part()) if choosing.part() in ids else 0
    titles = {part.id: written.harmless(part.title) for part in parts}
    # A key that names the open part: turning the page below must move the mark in this list.
    chosen = st.radio(
        "Contents", ids, start, format_func=titles.__getitem__, key=f"part_{ids[start]}"
    )
    if chosen != ids[start]:
        choosing.open_part(chosen)
        st.rerun()
    return start


def _turn(parts: list[Part], opened: int) -> None:
    with st.container(horizontal=True, key="turn"):
        for step, icon in ((-1, ":material/arrow_back:"), (1, ":material/arrow_forward:")):
            if 0 <= opened + step < len(parts):
                other = parts[opened + step]
                st.button(
                    written.harmless(other.title),
                    key=f"turn_{other.id}",
                    icon=icon,
                    on_click=choosing.open_part,
                    args=(other.id,),
                )


def _section(view: GuideView, guide: Guide, section: Section) -> None:
    title = written.harmless(section.title)
    st.header(f"{title} · {minutes(section.minutes)}", anchor=False)
    if section.notes:
        written.show(section.notes)
    for activity in section.activities:
        _activity(view, guide, activity)


def _activity(view: GuideView, guide: Guide, activity: Activity) -> None:
    title = written.harmless(activity.title)
    st.subheader(f"{title} · {minutes(activity.minutes)}", anchor=False)
    facts = [activity.grouping, activity.visibility.value, f"risk {activity.sensitivity.value}"]
    if activity.priority is Priority.CUT_FIRST:
        facts.append(activity.priority.value)
    st.caption(" · ".join(facts))
    if activity.say:
        with st.container(key=f"say_{activity.id}"):
            written.show(activity.say)
    if activity.prompt:
        showing.html("<p><b>Participants read.</b> {prompt}</p>", prompt=activity.prompt)
    choices = "".join(f"<li>{escape(choice)}</li>" for choice in choices_of(activity))
    if choices:
        st.html(f'<ul class="choices">{choices}</ul>')
    written.numbered(activity.steps)
    written.listed("Debrief", activity.debrief)
    written.listed("Debrief among facilitators", activity.facilitators_debrief)
    for label, name in PARTS:
        written.labelled(label, getattr(activity, name))
    opened = choosing.activity() == activity.id
    st.button(
        "Close the preview" if opened else "See it on phone and projector",
        key=f"see_{activity.id}",
        icon=":material/visibility_off:" if opened else ":material/visibility:",
        on_click=choosing.see,
        args=(activity.id,),
    )
    if opened:
        preview.show(guide, view.text, activity)
