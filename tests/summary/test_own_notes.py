"""The facilitator's private notes: a file of their own, and in no other one."""

from datetime import date

import pytest

from modules.actions import planning
from modules.screens.notes import own_notes
from modules.screens.summary import summary
from modules.screens.summary_views import OwnNotesView
from modules.summary.files import FORMATS, file
from modules.summary.own_notes import PRIVATE, own_notes_file
from tests.a_room import ARoom

SECRET = "zebra: speak more slowly"


def a_view(*notes: tuple[str, str], title: str = "Mirror") -> OwnNotesView:
    return OwnNotesView(
        title=title,
        held_on=date(2026, 3, 9),
        delete_on=date(2026, 4, 8),
        fleeting=False,
        notes=notes,
    )


def text_of(view: OwnNotesView) -> str:
    return own_notes_file(view).data.decode()


def test_the_notes_stand_by_their_steps_and_say_that_they_are_private():
    assert text_of(a_view(("Welcome", "Slower."), ("The end", "Two\nlines."))) == (
        f"# My notes: Mirror\n\n**{PRIVATE}**\n\n"
        "9 March 2026. They are deleted with the workshop on 8 April 2026.\n\n"
        "## Welcome\n\nSlower.\n\n## The end\n\nTwo\\\nlines.\n"
    )


def test_the_name_of_the_file_tells_it_from_the_summary():
    assert own_notes_file(a_view()).filename == "mirror-my-private-notes-2026-03-09.md"


def test_without_notes_the_file_says_so():
    assert text_of(a_view()).endswith("There are no notes.\n")


def test_a_note_is_text_and_never_markup():
    assert "## Welcome\n\n\\# Not a heading \\<b\\>\n" in text_of(
        a_view(("Welcome", "# Not a heading <b>"))
    )


def test_notes_come_in_the_order_of_the_plan(room: ARoom):
    room.start()
    for key in ("goodbye", "plain"):
        write(room, key, f"about {key}")

    found = own_notes(room.database, room.session_id)

    assert found.notes == (("A plain question", "about plain"), ("Goodbye", "about goodbye"))


@pytest.mark.parametrize("key", FORMATS)
def test_a_note_is_in_no_file_that_everyone_gets(room: ARoom, key: str):
    room.start()
    room.at(2)
    view = summary(room.database, room.session_id)
    before = file(view, key).data
    write(room, "plain", SECRET)

    assert own_notes(room.database, room.session_id).notes == (("A plain question", SECRET),)
    assert file(summary(room.database, room.session_id), key).data == before


def write(room: ARoom, key: str, text: str) -> None:
    planning.write_note(
        room.tools, acting=room.acting, session_id=room.session_id, key=key, text=text
    )
