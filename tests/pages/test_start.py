"""Starting, resuming and erasing workshops."""

from streamlit.testing.v1 import AppTest

from modules.screens.start import session_list
from tests.a_room import GUIDE
from tests.pages.a_desk import Desk, labels, markup, seen

FORM = ("contacts_a_room_for_tests", "start_now")


def the_start(desk: Desk) -> AppTest:
    return desk.open("home", acting=desk.room.acting)


def test_blank_contacts_refuse_the_start_and_say_which(desk: Desk):
    tab = the_start(desk)

    tab.button(key="start_now").click().run()

    assert session_list(desk.room.database) == ()
    assert [error.value for error in tab.error] == [
        "Fill in the support contacts before you start: Somebody to talk to."
    ]


def test_a_refusal_stands_between_the_contacts_and_the_button_and_moves_nothing_afterwards(
    desk: Desk,
):
    tab = the_start(desk)
    tab.button(key="start_now").click().run()

    drawn = [node for node in tab.main if node.type in ("text_area", "error", "button")]
    kinds = [node.type for node in drawn if getattr(node, "key", "") in (*FORM, None)]
    tab.text_area(key="contacts_a_room_for_tests").input("Somebody to talk to: Ada").run()

    assert kinds == ["text_area", "error", "button"]
    assert list(tab.error) == []


def test_one_click_leads_from_the_filled_form_to_the_lobby(desk: Desk):
    tab = the_start(desk)
    tab.text_area(key="contacts_a_room_for_tests").input("Somebody to talk to: Ada, room 4")

    tab.button(key="start_now").click().run()

    [line] = session_list(desk.room.database)
    assert (line.title, line.practice, line.place) == ("A room for tests", False, "the lobby")
    assert "The lobby" in seen(tab)


def test_the_form_is_kept_by_the_session(desk: Desk):
    tab = the_start(desk)
    guide = "a_room_for_tests"
    tab.text_area(key=f"contacts_{guide}").input("Ada, room 4")
    tab.text_input(key=f"title_{guide}").input("  Our Monday  ")
    tab.number_input(key=f"group_{guide}").set_value(7)
    tab.number_input(key=f"days_{guide}").set_value(3)
    tab.number_input(key=f"head_{guide}").set_value(24)

    tab.button(key="start_now").click().run()

    [line] = session_list(desk.room.database)
    desk.room.session_id = line.id
    view = desk.room.view
    assert (view.title, view.smallest_group, view.head_count) == ("Our Monday", 7, 24)
    assert (view.delete_on - line.started_on).days == 3


def test_trying_out_needs_no_contacts_and_is_a_practice(desk: Desk):
    tab = the_start(desk)

    tab.button(key="start_practice").click().run()

    [line] = session_list(desk.room.database)
    assert line.practice
    assert "Practice, not anonymous" in seen(tab)


def test_a_running_workshop_is_resumed_where_it_is(desk: Desk):
    desk.room.start(title="Monday").at(2)
    tab = the_start(desk)
    where = seen(tab)

    tab.button(key=f"open_{desk.room.session_id}").click().run()

    assert "At step 2, “A plain question”" in where
    assert "NOW 2/6" in seen(tab)


def test_erasing_asks_first_and_says_what_is_lost(desk: Desk):
    desk.room.start(title="Monday")
    tab = the_start(desk)

    tab.button(key=f"delete_{desk.room.session_id}").click().run()

    assert len(session_list(desk.room.database)) == 1
    assert "This cannot be undone." in seen(tab)


def test_keeping_it_after_all_keeps_it(desk: Desk):
    desk.room.start(title="Monday")
    tab = the_start(desk)
    tab.button(key=f"delete_{desk.room.session_id}").click().run()

    tab.button(key="delete_not").click().run()

    assert len(session_list(desk.room.database)) == 1
    assert "Keep it" not in labels(tab)


def test_erasing_says_what_was_erased(desk: Desk):
    desk.room.start(title="Monday")
    tab = the_start(desk)
    tab.button(key=f"delete_{desk.room.session_id}").click().run()

    tab.button(key="delete_sure").click().run()

    assert session_list(desk.room.database) == ()
    assert "“Monday” was erased" in seen(tab)


def test_without_a_usable_guide_there_is_no_form(desk: Desk):
    (desk.workshop.settings.guides / "a_room_for_tests.md").write_text("nothing", "utf-8")

    tab = the_start(desk)

    assert "There is no guide to start." in seen(tab)
    assert "Start the workshop" not in labels(tab)


def test_the_contacts_of_last_time_are_filled_in_and_two_clicks_lead_to_the_lobby(desk: Desk):
    desk.room.start(support_contacts="Somebody to talk to: Ada, room 4\nAnother: Kim")
    tab = the_start(desk)

    tab.button(key="start_now").click().run()

    assert [error.value for error in tab.error] == []
    assert "The lobby" in seen(tab)
    lines = session_list(desk.room.database)
    assert [line.place for line in lines] == ["the lobby"] * 2


def test_contacts_are_found_in_the_sessions_of_another_guide(desk: Desk):
    other = GUIDE.replace("A room for tests", "Another room")
    desk.room.start(guide=other, support_contacts="Somebody to talk to: Ada, room 4")

    tab = the_start(desk)

    field = tab.text_area(key="contacts_a_room_for_tests")
    assert field.value == "Somebody to talk to: Ada, room 4"


def test_power_is_seen_in_the_form_before_anything_starts(desk: Desk):
    tab = the_start(desk)
    before = seen(tab)

    tab.checkbox(key="power_a_room_for_tests").check().run()

    assert "Results from 5 answers on." in before
    assert "Results from 8 answers on." in seen(tab)
    assert "ask whoever holds the power to come another time" in seen(tab)


def test_a_running_workshop_is_the_first_thing_on_the_page(desk: Desk):
    desk.room.start(title="Monday").at(2)

    tab = the_start(desk)

    assert [header.value for header in tab.header] == ["Running now"]
    assert tab.button[0].key == f"open_{desk.room.session_id}"


def test_a_real_room_stands_before_a_practice_which_is_marked_and_quieter(desk: Desk):
    real = desk.room.start(title="Monday").session_id
    practice = desk.room.start(title="Tried out", practice=True).session_id

    tab = the_start(desk)

    kinds = {key: tab.button(key=f"open_{key}").proto.type for key in (real, practice)}
    found = [b.key for b in tab.button if b.key and b.key.startswith("open_")]
    assert found == [f"open_{real}", f"open_{practice}"]
    assert kinds == {real: "primary", practice: "secondary"}
    assert '<b>Tried out</b> <span class="ribbon">Practice</span>' in markup(tab)
    assert markup(tab).count('class="ribbon"') == 1


def test_power_in_the_room_raises_the_smallest_group(desk: Desk):
    tab = the_start(desk)
    tab.text_area(key="contacts_a_room_for_tests").input("Somebody to talk to: Ada")
    tab.checkbox(key="power_a_room_for_tests").check()

    tab.button(key="start_now").click().run()

    [line] = session_list(desk.room.database)
    desk.room.session_id = line.id
    assert desk.room.view.smallest_group == 8


def test_a_practice_keeps_no_unanswered_contacts(desk: Desk):
    tab = the_start(desk)

    tab.button(key="start_practice").click().run()

    [line] = session_list(desk.room.database)
    desk.room.session_id = line.id
    assert desk.room.view.support_contacts == ""


def test_the_purpose_of_a_strangers_guide_fetches_no_picture(desk: Desk):
    text = GUIDE.replace("try every", "try ![p](https://example.org/p.png) every")
    (desk.workshop.settings.guides / "a_room_for_tests.md").write_text(text, "utf-8")

    [purpose] = [c.value for c in the_start(desk).caption if "People try" in c.value]

    assert "![" not in purpose
