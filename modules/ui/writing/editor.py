"""Writing a guide: the text, and beside it what is wrong, how it looks, and what it was."""

from functools import partial

import streamlit as st

from modules.actions import guides
from modules.domain.access import Acting
from modules.screens import guides as guide_screens
from modules.screens.guides import GuideView
from modules.ui import showing, state
from modules.ui.components import lines
from modules.ui.reading import choosing, preview
from modules.ui.wording import count, day
from modules.ui.writing import doing, remarks
from modules.wiring import workshop

HEIGHT = 700
PANELS = ("Findings", "Preview", "Versions")


def show(acting: Acting, saved: GuideView) -> None:
    field = f"text_{saved.id}"
    text, began = state.draft(saved.id, saved.text, field=field)
    showing.style("writing")
    _bar(acting, saved, text, began, field)
    writing, beside = st.columns([3, 2], gap="medium")
    with writing:
        typed = st.text_area(
            "The guide's text",
            text,
            height=HEIGHT,
            key=field,
            help="Press Ctrl+Enter, or click anywhere else, and the findings are looked up anew.",
        )
        lines.number(field)
    state.keep_draft(saved.id, typed, began)
    with beside:
        _panel(saved, guide_screens.draft(saved.id, typed), began, field)


def _bar(acting: Acting, saved: GuideView, text: str, began: str, field: str) -> None:
    typed = state.typed(field) or text
    with st.container(horizontal=True, key="writing_bar"):
        st.button("All guides", icon=":material/arrow_back:", on_click=choosing.close)
        st.button(
            "Save",
            key="save_guide",
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(acting, saved.id, began, field),
        )
        if typed != began:
            st.button(
                "Take back all changes",
                key="discard_guide",
                on_click=partial(state.put_draft, saved.id, saved.text, saved.text, field=field),
            )
        if saved.guide is not None:
            st.button(
                "Read", icon=":material/menu_book:", on_click=choosing.open_guide, args=(saved.id,)
            )
            st.link_button("Print the pack", doing.pack_address(saved.id), icon=":material/print:")
        st.link_button("Export", doing.text_address(saved.id), icon=":material/download:")
        doing.delete_button(saved.id)
    unsaved = "Not saved yet. " if typed != began else ""
    st.caption(f"{unsaved}{saved.id}.md · {count(len(saved.versions), 'kept version')}")


def _save(acting: Acting, guide_id: str, began: str, field: str) -> None:
    text = state.typed(field)

    def save() -> None:
        number = guides.save(
            workshop().tools,
            acting=acting,
            library=workshop().guides,
            guide_id=guide_id,
            text=text,
            replaces=began,
        )
        state.keep_draft(guide_id, text, text)
        state.leave_notice(
            f"Saved as version {number}. Running workshops keep the text they started with.",
            refused=False,
        )

    showing.run_safely(save)


def _panel(saved: GuideView, draft: GuideView, began: str, field: str) -> None:
    panel = st.radio(
        "Beside the text", PANELS, horizontal=True, label_visibility="collapsed", key="panel"
    )
    with st.container(height=HEIGHT, border=False, key="beside"):
        match panel:
            case "Preview":
                _preview(draft)
            case "Versions":
                _versions(saved, began, field)
            case _:
                remarks.show(draft)


def _preview(draft: GuideView) -> None:
    guide = draft.guide
    if guide is None:
        st.info("The preview comes back when the mistakes under Findings are mended.")
        return
    titles = {a.id: a.title for a in guide.activities}
    chosen = st.selectbox("Activity", list(titles), format_func=titles.__getitem__, key="previewed")
    activity = guide.activity(chosen)
    if activity is not None:
        preview.show(guide, draft.text, activity, beside=False)


def _versions(saved: GuideView, began: str, field: str) -> None:
    st.caption("Each save is kept. Taking one up again puts its text on the left; save to keep it.")
    for version in saved.versions:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"Version {version.number}, {day(version.kept_on)}")
            st.button(
                "Take up again",
                key=f"restore_{version.number}",
                on_click=_restore,
                args=(saved.id, version.number, began, field),
            )


def _restore(guide_id: str, number: int, began: str, field: str) -> None:
    def restore() -> None:
        text = guide_screens.kept_text(workshop().guides, guide_id, number)
        state.put_draft(guide_id, text, began, field=field)

    showing.run_safely(restore)
