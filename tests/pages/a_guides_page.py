"""The guides page with a shipped guide and a copy of one's own."""

from streamlit.testing.v1 import AppTest

from modules.actions import guides
from tests.pages.a_desk import Desk

SHIPPED = "a_room_for_tests"
COPY = "a_room_for_tests_copy"


def at(desk: Desk, **query: str) -> AppTest:
    tab = desk.open("guides", acting=desk.room.acting, **query)
    assert not tab.exception
    return tab


def own_copy(desk: Desk) -> str:
    return guides.duplicate(
        desk.room.tools, acting=desk.room.acting, library=desk.workshop.guides, guide_id=SHIPPED
    )


def own_text(desk: Desk) -> str:
    return desk.workshop.guides.get(COPY).text


def edit(desk: Desk) -> AppTest:
    own_copy(desk)
    return at(desk, guide=COPY, view="edit")


def type_in(tab: AppTest, text: str) -> AppTest:
    return tab.text_area(key=f"text_{COPY}").set_value(text).run()
