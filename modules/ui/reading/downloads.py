"""The files, from the address that participants have too: the bytes are the same."""

import streamlit as st

from modules.domain.session import SessionId
from modules.screens.summary_views import OwnNotesView, SummaryView
from modules.summary.files import FORMATS
from modules.ui.addresses import Links
from modules.ui.components.copying import copy_line
from modules.ui.reading import sizes
from modules.ui.wording import count

ICONS = {
    "pdf": ":material/picture_as_pdf:",
    "html": ":material/web:",
    "xlsx": ":material/table:",
    "csv": ":material/csv:",
    "calendar": ":material/event:",
}


def show(view: SummaryView, links: Links) -> None:
    """One button for each format, with its size once nothing can change any more."""
    if not view.ended:
        st.info("The workshop is still running. The files are made from what was shown so far.")
    known = sizes.of(view) if view.ended else {}
    with st.container(horizontal=True):
        for made in FORMATS.values():
            name = made.label.partition(",")[0]
            size = f" · {in_words(known[made.key])}" if made.key in known else ""
            st.link_button(
                f"{name}{size}",
                f"{links.summary_path}/summary.{made.key}",
                icon=ICONS.get(made.key, ":material/description:"),
                help=made.label,
            )
    copy_line("Address of the summary, for everyone", links.summary, key="copy_summary")


def show_own_notes(notes: OwnNotesView, session_id: SessionId) -> None:
    """Apart from the others, because nobody else gets it."""
    if not notes.notes:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.link_button(
            "My private notes",
            f"/files/{session_id}/my-notes.md",
            icon=":material/lock:",
        )
        st.caption(
            f"{count(len(notes.notes), 'note')} to yourself, for you alone: in no other file, and "
            "deleted with the workshop."
        )


def in_words(size: int) -> str:
    """“84 KB”: a file of any size has at least one."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"
