"""The console before the start: the way in, the wrong guide, which session is meant."""

from typing import Any

import pytest

from modules.domain.moves import Move
from modules.screens.start import session_list
from tests.a_room import PLAIN
from tests.pages.a_desk import Desk, button, labels, press, seen


def test_the_lobby_offers_the_way_in_and_nothing_to_answer(desk: Desk):
    desk.room.start()

    tab = desk.signed_in("facilitate")

    halves = f"{desk.code[:4]} {desk.code[4:]}"
    assert halves in seen(tab)
    assert "192.0.2.7:8501/join" in seen(tab)
    assert "Scan with one test phone" in seen(tab)
    offered = labels(tab)
    assert {"Lock the room", "QR", "Help", "Next", "Blank", "End workshop"} <= set(offered)
    assert not {"Open answers", "Close answers", "Show results", "Start timer"} & set(offered)
    assert button(tab, "back").disabled


def test_a_practice_does_not_say_that_nobody_can_be_picked_out(desk: Desk):
    desk.room.start()
    real = seen(desk.signed_in("facilitate"))
    desk.room.start(practice=True)
    practice = seen(desk.signed_in("facilitate"))

    assert "Results appear from 5 answers on, so that nobody can be picked out." in real
    assert "Results appear from 1 answer on." in practice


def test_a_phone_that_arrived_replaces_the_network_remedies(desk: Desk):
    desk.room.start()
    desk.workshop.presence.seen(desk.room.session_id, b"phone")

    tab = desk.signed_in("facilitate")

    assert "Phones reach this room: 1 here now." in seen(tab)
    assert "Scan with one test phone" not in seen(tab)


def test_phones_that_have_left_are_not_counted_and_bring_no_remedies_back(desk: Desk):
    desk.room.start()
    for token in (b"one", b"two"):
        desk.workshop.presence.seen(desk.room.session_id, token)
    tab = desk.signed_in("facilitate")
    said = ["Phones reach this room: 2 here now." in seen(tab)]

    for token in (b"one", b"two"):
        desk.workshop.presence.left(desk.room.session_id, token)

    assert [*said, "Phones reach this room: none here now." in seen(tab.run())] == [True, True]
    assert "Scan with one test phone" not in seen(tab)


def test_a_wrong_guide_leads_back_to_the_filled_form_and_leaves_nothing(desk: Desk):
    guide = "a_room_for_tests"
    tab = desk.open("home", acting=desk.room.acting)
    tab.text_input(key=f"title_{guide}").input("Our Monday")
    tab.number_input(key=f"head_{guide}").set_value(24)
    tab.text_area(key=f"contacts_{guide}").input("Somebody to talk to: Ada")
    tab.button(key="start_now").click().run()
    [line] = session_list(desk.room.database)
    desk.room.session_id = line.id

    tab = press(desk.signed_in("facilitate"), "wrong_guide")

    assert session_list(desk.room.database) == ()
    assert tab.text_input(key=f"title_{guide}").value == "Our Monday"
    assert tab.number_input(key=f"head_{guide}").value == 24
    assert tab.text_area(key=f"contacts_{guide}").value == "Somebody to talk to: Ada"


def test_a_wrong_guide_asks_first_where_somebody_has_joined(desk: Desk):
    desk.room.start()
    desk.workshop.presence.seen(desk.room.session_id, b"phone")

    tab = press(desk.signed_in("facilitate"), "wrong_guide")
    asked, kept = seen(tab), len(session_list(desk.room.database))
    press(tab, "wrong_guide_sure")

    assert "1 phone would have to join again" in asked
    assert (kept, session_list(desk.room.database)) == (1, ())


def test_a_room_that_was_asked_something_meanwhile_is_not_erased(desk: Desk):
    desk.room.start(phones=5)
    desk.workshop.presence.seen(desk.room.session_id, b"phone")
    tab = press(desk.signed_in("facilitate"), "wrong_guide")
    sure = button(tab, "wrong_guide_sure")
    desk.room.at(PLAIN).all_choose("aabbc")
    desk.room.move(Move.SHOW_RESULTS)
    desk.room.at(0)

    sure.click().run()

    assert desk.room.view.position == 0
    assert not {"Wrong guide? Choose another", "Choose another"} & set(labels(tab))


def test_once_it_has_begun_no_other_guide_is_offered(desk: Desk):
    desk.room.start().at(1)

    assert "Wrong guide? Choose another" not in labels(desk.signed_in("facilitate"))


def test_practice_says_so(desk: Desk):
    desk.room.start(practice=True)

    assert "Practice, not anonymous" in seen(desk.signed_in("facilitate"))


def test_a_session_that_is_gone_is_said_so(desk: Desk):
    tab = desk.open("facilitate", acting=desk.room.acting, session="nothing")

    assert [info.value for info in tab.info] == [
        "This workshop no longer exists. It may have been deleted on its date, or have a new "
        "address: scan the code on the big screen again."
    ]


def test_without_a_choice_the_only_running_session_is_meant(desk: Desk):
    desk.room.start(title="The only one")

    assert "The only one" in seen(desk.open("facilitate", acting=desk.room.acting))


def test_without_a_choice_between_two_the_start_page_is_named(desk: Desk):
    desk.room.start()
    desk.room.start()

    tab = desk.open("facilitate", acting=desk.room.acting)

    assert [info.value for info in tab.info] == ["Choose a workshop on the start page."]


@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ({}, "Everything is deleted on 8 April 2026."),
        ({"rehearsal": True}, "Everything is deleted within an hour of the end."),
    ],
)
def test_the_deletion_date_is_seen_without_opening_anything(
    desk: Desk, form: dict[str, Any], kept: str
):
    desk.room.start(phones=1, **form)
    lobby = seen(desk.signed_in("facilitate"))
    desk.room.at(PLAIN)

    assert [page.count(kept) for page in (lobby, seen(desk.signed_in("facilitate")))] == [1, 1]
