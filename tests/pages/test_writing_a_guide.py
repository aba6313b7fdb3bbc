"""Writing a guide with the findings beside the text: a copy, its versions, two tabs."""

from modules.screens import guides as guide_screens
from tests.pages.a_desk import Desk, labels, markup, seen
from tests.pages.a_guides_page import COPY, SHIPPED, at, edit, own_text, type_in


def test_a_shipped_guide_is_never_edited(desk: Desk):
    tab = at(desk, guide=SHIPPED, view="edit")

    assert len(tab.text_area) == 0
    assert "Edit" not in labels(tab)
    assert "Delete" not in labels(tab)


def test_a_duplicate_opens_for_writing(desk: Desk):
    tab = at(desk)
    tab.button(key=f"duplicate_{SHIPPED}").click().run()

    assert [title.value for title in tab.title] == ["A room for tests (copy)"]
    assert tab.text_area(key=f"text_{COPY}").value == own_text(desk)


def test_mistakes_stand_beside_the_text_with_their_lines(desk: Desk):
    tab = edit(desk)
    type_in(tab, own_text(desk).replace("kind: choice", "kind: choise", 1))

    assert "1 mistake. The guide cannot be started until they are mended." in seen(tab)
    assert "There is no kind of activity called “choise”." in seen(tab)
    line = own_text(desk).partition("kind: choice")[0].count("\n") + 1
    assert f'data-line="{line}"' in markup(tab)


def test_a_guide_without_mistakes_is_held_against_the_rules(desk: Desk):
    tab = edit(desk)

    found = guide_screens.draft(COPY, own_text(desk)).remarks
    assert len(found) > 0
    assert f"It can be run. {len(found)} things could be better." in seen(tab)


def test_saving_keeps_a_version_and_says_so(desk: Desk):
    tab = edit(desk)
    changed = own_text(desk).replace("version: 1.0", "version: 2.0")
    type_in(tab, changed)
    assert "Not saved yet." in seen(tab)
    assert own_text(desk) != changed

    tab.button(key="save_guide").click().run()

    assert own_text(desk) == changed
    assert "Saved as version 2." in seen(tab)
    assert "Not saved yet." not in seen(tab)


def test_what_was_typed_is_there_again_after_another_page(desk: Desk):
    tab = edit(desk)
    type_in(tab, "Something new")
    tab.button(key="save_guide").click().run()
    type_in(tab, "Something newer")

    tab.query_params.clear()
    tab.run()
    tab.query_params.update({"guide": COPY, "view": "edit"})
    tab.run()

    assert tab.text_area(key=f"text_{COPY}").value == "Something newer"


def test_changes_can_be_taken_back(desk: Desk):
    tab = edit(desk)
    type_in(tab, "Nothing")

    tab.button(key="discard_guide").click().run()

    assert tab.text_area(key=f"text_{COPY}").value == own_text(desk)


def test_an_older_version_can_be_taken_up_again(desk: Desk):
    tab = edit(desk)
    first = own_text(desk)
    type_in(tab, "Second")
    tab.button(key="save_guide").click().run()
    tab.radio(key="panel").set_value("Versions").run()

    tab.button(key="restore_1").click().run()

    assert tab.text_area(key=f"text_{COPY}").value == first
    assert own_text(desk) == "Second"


def test_two_tabs_do_not_overwrite_each_other_and_nothing_typed_is_lost(desk: Desk):
    tab = edit(desk)
    other = at(desk, guide=COPY, view="edit")
    type_in(tab, "One tab").button(key="save_guide").click().run()

    type_in(other, "The other").button(key="save_guide").click().run()

    assert own_text(desk) == "One tab"
    assert [e.value[:39] for e in other.error] == ["This guide was saved somewhere else mea"]
    assert other.text_area(key=f"text_{COPY}").value == "The other"


def test_a_sign_out_elsewhere_stops_a_save(desk: Desk):
    tab = edit(desk)
    before = own_text(desk)
    type_in(tab, "Too late")
    desk.room.clock.forward(days=2)

    tab.button(key="save_guide").click().run()

    assert own_text(desk) == before


def test_deleting_asks_first(desk: Desk):
    tab = edit(desk)
    tab.button(key=f"delete_{COPY}").click().run()
    assert desk.workshop.guides.get(COPY).own

    tab.button(key="delete_guide_sure").click().run()

    assert [entry.id for entry in desk.workshop.guides.all()] == [SHIPPED]
    assert f"{COPY}.md was deleted." in seen(tab)
