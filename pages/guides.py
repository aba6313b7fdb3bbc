"""The guides: the library, one read like a book, and one's own written with the findings beside."""

import streamlit as st

from modules.domain.errors import NotFound
from modules.screens import guides
from modules.ui import access, showing
from modules.ui.reading import choosing, guide, library, written
from modules.ui.writing import doing, editor
from modules.wiring import workshop

acting = access.require_facilitator()
view = choosing.view()
shown, title = None, ""
if view != "library":
    try:
        shown = guides.one(workshop().guides, choosing.guide_id())
        title = written.harmless(shown.guide.title if shown.guide else f"{shown.id}.md")
    except NotFound as gone:
        st.info(str(gone))

if shown is None:
    showing.page_frame(
        "Guides", caption="Workshops written down: each is a document and a programme."
    )
    showing.style("reading")
    library.show(acting, guides.cards(workshop().guides, workshop().tools.now().date()))
elif shown.own and (view == "edit" or shown.guide is None):
    showing.page_frame(title)
    editor.show(acting, shown)
else:
    showing.page_frame(title)
    showing.style("reading")
    guide.show(acting, shown)
doing.ask_before_deleting(acting)
