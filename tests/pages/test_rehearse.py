"""Rehearsing from the start page, and what the console and the list say of it."""

import pytest
from streamlit.testing.v1 import AppTest

from modules.actions import hosting
from modules.actions.hosting import StartForm
from modules.domain.moves import Move
from modules.guides.parser import guide_of
from modules.rehearsal.staging import REHEARSALS
from modules.screens.start import session_list
from tests.a_room import GUIDE
from tests.pages.a_desk import Desk, labels, markup, press, seen

# Nobody listens here, so that the people who are let in find no room and go home.
NOBODY = 9


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.workshop.addresses.port = NOBODY
    return desk


def the_start(desk: Desk) -> AppTest:
    return desk.open("home", acting=desk.room.acting)


def a_rehearsal(desk: Desk, pace: int = 1) -> None:
    desk.room.session_id = hosting.start(
        desk.room.tools,
        acting=desk.room.acting,
        guide=guide_of(GUIDE),
        guide_text=GUIDE,
        form=StartForm(title="Test", rehearsal=True, pace=pace),
    )


def test_a_rehearsal_needs_no_contacts_and_says_what_it_is(desk: Desk):
    tab = the_start(desk)

    tab.button(key="start_rehearsal").click().run()

    [line] = session_list(desk.room.database)
    assert line.rehearsal
    assert '<span class="ribbon">Rehearsal</span>' in markup(tab)
    REHEARSALS.stop(line.id)


def test_what_was_chosen_is_what_comes(desk: Desk):
    tab = the_start(desk)
    tab.slider(key="rehearse_people").set_value(7)

    tab.button(key="start_rehearsal").click().run()

    [line] = session_list(desk.room.database)
    desk.room.session_id = line.id
    assert desk.room.view.head_count == 7
    REHEARSALS.stop(line.id)


def test_the_list_offers_to_stop_a_rehearsal_and_leaves_nothing_of_it(desk: Desk):
    a_rehearsal(desk)
    tab = the_start(desk)

    tab.button(key=f"stop_{desk.room.session_id}").click().run()

    assert session_list(desk.room.database) == ()
    assert [e.value for e in tab.info] == ["The rehearsal of “Test” was stopped and erased."]


def test_the_list_brings_the_people_back_after_a_restart_and_only_then(desk: Desk):
    a_rehearsal(desk)
    tab = the_start(desk)

    tab.button(key=f"call_{desk.room.session_id}").click().run()

    assert [e.value for e in tab.error] == []
    REHEARSALS.stop(desk.room.session_id)


def test_the_console_calls_the_people_back_as_they_were(desk: Desk):
    tab = the_start(desk)
    tab.selectbox(key="rehearse_case").select("The room is split evenly")
    tab.slider(key="rehearse_people").set_value(7)
    tab.slider(key="rehearse_speed").set_value(20)
    tab.button(key="start_rehearsal").click().run()
    [line] = session_list(desk.room.database)
    desk.room.session_id = line.id
    REHEARSALS.stop(line.id)
    view = desk.room.view

    tab = press(desk.signed_in("facilitate"), "call_in")

    assert (view.head_count, view.who_comes, view.pace) == (7, "The room is split evenly", 20)
    assert [e.value for e in tab.error] == []
    REHEARSALS.stop(line.id)


def test_the_plan_runs_as_fast_as_the_people(desk: Desk):
    a_rehearsal(desk, pace=20)
    told = seen(desk.signed_in("facilitate"))
    desk.room.move(Move.NEXT)
    desk.room.clock.forward(minutes=1)

    tab = desk.signed_in("facilitate")

    assert desk.room.view.elapsed_minutes == 20
    assert "15 min behind" in seen(tab)
    assert "The plan's clock runs 20 times as fast" in told


def test_nobody_is_called_into_a_rehearsal_that_ended(desk: Desk):
    a_rehearsal(desk)
    desk.room.move(Move.END)

    assert "Call the people in" not in labels(the_start(desk))


def test_a_real_workshop_cannot_be_stopped_by_one_press(desk: Desk):
    desk.room.start()

    assert "Stop and delete" not in labels(the_start(desk))


def test_stopping_is_refused_to_somebody_who_signed_out(desk: Desk):
    a_rehearsal(desk)
    tab = the_start(desk)
    desk.room.clock.forward(days=2)

    tab.button(key=f"stop_{desk.room.session_id}").click().run()

    desk.room.clock.forward(days=-2)
    assert len(session_list(desk.room.database)) == 1


@pytest.mark.parametrize("page", ["facilitate", "summary", "moderate"])
def test_every_screen_of_the_facilitator_says_rehearsal(desk: Desk, page: str):
    a_rehearsal(desk)

    assert "Rehearsal" in seen(desk.signed_in(page))


def test_the_projector_says_rehearsal_from_lobby_to_end(desk: Desk):
    a_rehearsal(desk)
    tab = desk.projector()

    assert "Rehearsal: invented participants" in seen(tab)
    for step in (Move.NEXT, Move.NEXT, Move.SHOW_RESULTS, Move.END):
        desk.room.move(step)
        assert "Rehearsal: invented participants" in seen(tab.run())
