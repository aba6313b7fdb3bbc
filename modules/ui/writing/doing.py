"""What can be done with a guide, wherever it is shown."""

from urllib.parse import quote

import streamlit as st

from modules.actions import guides
from modules.domain.access import Acting
from modules.ui import navigation, showing, state
from modules.ui.reading import choosing
from modules.wiring import workshop

MARKDOWN = ("md", "markdown", "txt")


def text_address(guide_id: str) -> str:
    return f"/files/guides/{quote(guide_id)}.md"


def pack_address(guide_id: str) -> str:
    return f"/files/guides/{quote(guide_id)}/pack.pdf"


def start_button(guide_id: str) -> None:
    if st.button("Start it", key="start_this", type="primary", icon=":material/play_arrow:"):
        navigation.open_start(guide_id)


def edit_or_duplicate(acting: Acting, guide_id: str, *, own: bool) -> None:
    if own:
        st.button(
            "Edit",
            key=f"edit_{guide_id}",
            icon=":material/edit:",
            on_click=choosing.open_guide,
            args=(guide_id, "edit"),
        )
    st.button(
        "Duplicate" if own else "Duplicate and change",
        key=f"duplicate_{guide_id}",
        icon=":material/content_copy:",
        on_click=_duplicate,
        args=(acting, guide_id),
    )


def _duplicate(acting: Acting, guide_id: str) -> None:
    def duplicate() -> None:
        tools, library = workshop().tools, workshop().guides
        made = guides.duplicate(tools, acting=acting, library=library, guide_id=guide_id)
        choosing.open_guide(made, "edit")
        state.leave_notice("This is your own copy. Change it as you like.", refused=False)

    showing.run_safely(duplicate)


def begin_button(acting: Acting) -> None:
    st.button(
        "Write a new one",
        key="begin_guide",
        icon=":material/add:",
        on_click=_begin,
        args=(acting,),
    )


def _begin(acting: Acting) -> None:
    def begin() -> None:
        made = guides.begin(workshop().tools, acting=acting, library=workshop().guides)
        choosing.open_guide(made, "edit")
        state.leave_notice("A small guide that works. Write over it.", refused=False)

    showing.run_safely(begin)


def import_form(acting: Acting) -> None:
    with st.form("import", clear_on_submit=True, border=True):
        file = st.file_uploader("A Markdown file that somebody sent you", type=list(MARKDOWN))
        st.caption("Read it before you run it: who wrote it is for you to judge.")
        pressed = st.form_submit_button("Import", key="import_now")
    if not pressed:
        return

    def bring_in() -> None:
        if file is None:
            return
        made = guides.import_file(
            workshop().tools,
            acting=acting,
            library=workshop().guides,
            name=file.name,
            data=file.getvalue(),
        )
        choosing.open_guide(made, "edit")
        state.leave_notice(f"Imported as {made}.md.", refused=False)

    showing.run_safely(bring_in)
    st.rerun()


def delete_button(guide_id: str) -> None:
    st.button(
        "Delete",
        key=f"delete_{guide_id}",
        icon=":material/delete:",
        on_click=state.open_dialog,
        args=(f"delete guide {guide_id}",),
    )


def ask_before_deleting(acting: Acting) -> None:
    """The question, where somebody has pressed Delete."""
    asked, _, guide_id = state.dialog().rpartition(" ")
    if asked == "delete guide":
        _ask(acting, guide_id)


@st.dialog("Delete this guide?", on_dismiss=state.close_dialog)
def _ask(acting: Acting, guide_id: str) -> None:
    st.text(f"{guide_id}.md")
    st.text(
        "It is deleted with all its versions. Workshops that were started with it keep their text. "
        "This cannot be undone."
    )
    with st.container(horizontal=True):
        if st.button("Delete", type="primary", key="delete_guide_sure"):
            _delete(acting, guide_id)
        if st.button("Keep it", key="delete_guide_not"):
            state.close_dialog()
            st.rerun()


def _delete(acting: Acting, guide_id: str) -> None:
    def delete() -> None:
        tools, library = workshop().tools, workshop().guides
        guides.delete(tools, acting=acting, library=library, guide_id=guide_id)
        choosing.close()
        state.leave_notice(f"{guide_id}.md was deleted.", refused=False)

    showing.run_safely(delete)
    state.close_dialog()
    st.rerun()
