"""Invented people come, answer through the real routes, and are gone in the end."""

from pathlib import Path

import pytest

from modules.actions import retention
from modules.domain.access import Acting
from modules.domain.errors import InvalidInput, NoSuchSession, NotAllowed
from modules.domain.moves import Move
from modules.domain.session import SessionId
from modules.domain.tally import TextState
from modules.rehearsal import staging
from modules.rehearsal.cast import Case, cast
from modules.rehearsal.people import Room
from modules.rehearsal.running import MOST_AT_ONCE, Rehearsals, TooManyRehearsals
from modules.rehearsal.staging import REHEARSALS, Wanted
from modules.screens.phone import phone
from modules.screens.start import session_list
from modules.screens.summary import summary
from modules.screens.views import AnswersState, AskedView
from modules.storage import sessions
from modules.summary import files
from tests.a_room import GUIDE, PLAIN, WORDS
from tests.journeys.running_app import ROOT
from tests.patience import SECONDS
from tests.rehearsal.a_theatre import ATheatre, a_theatre

MIRROR = ROOT / "facilitator_guides" / "start_with_the_mirror.md"
WITH_QUESTIONS = GUIDE.replace("kind: text", "kind: questions").replace("entries: 2\n", "")


def test_twelve_people_answer_the_first_three_questions_of_a_real_guide(theatre: ATheatre):
    theatre.puts_on(Wanted(people=12, speed=20), guide=MIRROR.read_text("utf-8"))
    asked = [step.position for step in theatre.view.plan if step.kind in ("choice", "scale")]

    for position in asked[:3]:
        theatre.goes_to(position)
        theatre.waits_for_answers(12)


def test_some_pass_and_some_change_their_answer(theatre: ATheatre):
    theatre.rehearses(people=60)
    theatre.goes_to(PLAIN)
    theatre.waits_for_answers(60)
    theatre.waits_for(lambda: theatre.sent() > 60)

    picture = theatre.shows_results().picture

    assert picture is not None
    assert "passed" in picture.sentence


def test_a_question_that_closes_before_somebody_is_done_does_not_get_their_answer(
    theatre: ATheatre,
):
    theatre.rehearses(Case.UNANIMITY, people=12, speed=20)
    theatre.at_the_next_answer.append(Move.CLOSE_ANSWERS)
    theatre.goes_to(PLAIN)
    theatre.waits_for(lambda: theatre.view.answers is AnswersState.CLOSED)
    counted = theatre.view.answered

    theatre.goes_to(WORDS)
    theatre.waits_for_answers(12)
    # The last one is stored a moment before it is announced.
    theatre.waits_for(lambda: theatre.sent() >= counted + 12)

    assert counted < 12
    assert theatre.sent() == counted + 12


def test_answers_that_open_again_get_those_who_had_not_sent_theirs(theatre: ATheatre):
    theatre.rehearses(people=12)
    theatre.goes_to(PLAIN)
    theatre.waits_for(lambda: theatre.view.answered > 0)
    theatre.room.move(Move.CLOSE_ANSWERS)

    theatre.room.move(Move.OPEN_ANSWERS)
    theatre.waits_for_answers(12)


def test_everybody_goes_home_when_the_workshop_ends(theatre: ATheatre):
    theatre.rehearses()
    theatre.goes_to(PLAIN)
    theatre.waits_for_answers(12)
    everybody = theatre.people

    theatre.room.move(Move.END)

    assert everybody.join(SECONDS)
    assert REHEARSALS.of(theatre.room.session_id) is None


def test_stopping_leaves_nobody_and_nothing(theatre: ATheatre):
    theatre.rehearses(speed=1)
    everybody = theatre.people
    theatre.goes_to(PLAIN)

    theatre.deletes()

    assert not everybody.running
    assert session_list(theatre.site.database) == ()
    with theatre.site.database.read() as db, pytest.raises(NoSuchSession):
        sessions.by_id(db, theatre.room.session_id)


def test_nothing_of_a_rehearsal_that_ended_outlives_the_next_tidying(theatre: ATheatre):
    theatre.rehearses()
    theatre.goes_to(WORDS)
    theatre.waits_for_answers(12)
    theatre.room.move(Move.END)

    assert retention.erase_due(theatre.room.tools) == 1

    assert session_list(theatre.site.database) == ()


def test_people_go_home_when_their_session_is_deleted_by_another_press(theatre: ATheatre):
    theatre.rehearses()
    theatre.goes_to(PLAIN)
    theatre.waits_for_answers(12)
    everybody, room = theatre.people, theatre.room

    retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)

    assert everybody.join(SECONDS)


def test_people_who_lose_their_room_do_not_slow_down_those_who_type_a_code(theatre: ATheatre):
    theatre.rehearses(people=60)
    theatre.goes_to(PLAIN)
    theatre.waits_for_answers(60)

    theatre.deletes()

    theatre.room.tools.code_tries.check(theatre.room.clock())


def test_people_find_a_locked_room_and_go_home(theatre: ATheatre):
    theatre.rehearses(people=3, locked=True)

    assert theatre.people.join(SECONDS)


def test_invented_people_take_no_place_of_the_ten_real_phones(theatre: ATheatre):
    theatre.rehearses(people=12)
    theatre.goes_to(PLAIN)
    theatre.waits_for_answers(12)

    codes = [phone.post(f"/j/{phone.code}/join").status_code for phone in (
        theatre.site.phone(joined=False) for _ in range(11)
    )]  # fmt: skip

    assert codes == [303] * 10 + [403]
    assert theatre.workshop.presence.count(theatre.room.session_id) == 22


def test_nobody_waits_for_an_app_that_does_not_answer():
    nowhere = Room(address="http://127.0.0.1:9", invitation="/q/x", asked=lambda _: None, speed=20)
    theirs = Rehearsals()

    rehearsal = theirs.start(SessionId("a"), nowhere, cast(Case.ORDINARY, 3))

    assert rehearsal.join(SECONDS)


def test_people_come_back_to_a_rehearsal_that_lost_them(theatre: ATheatre):
    theatre.puts_on(Wanted(people=5, speed=20))
    theatre.goes_to(PLAIN)
    theatre.waits_for_answers(5)
    # As a restart of the app does.
    REHEARSALS.stop(theatre.room.session_id)

    theatre.goes_to(WORDS)
    staging.call_back(
        theatre.workshop, acting=theatre.room.acting, session_id=theatre.room.session_id
    )

    theatre.waits_for_answers(5)


def test_nobody_is_called_back_by_somebody_who_is_not_signed_in(theatre: ATheatre):
    theatre.room.start(rehearsal=True)

    with pytest.raises(NotAllowed):
        staging.call_back(
            theatre.workshop, acting=Acting("nobody"), session_id=theatre.room.session_id
        )

    assert REHEARSALS.of(theatre.room.session_id) is None


def test_people_come_also_where_cookies_are_for_https_alone(tmp_path: Path):
    with a_theatre(tmp_path, public_url="https://workshop.example.org") as theatre:
        theatre.rehearses(people=5)
        theatre.goes_to(PLAIN)
        theatre.waits_for_answers(5)


def test_phone_and_file_say_that_it_is_a_rehearsal(theatre: ATheatre):
    theatre.rehearses(people=5)
    theatre.goes_to(PLAIN)
    theatre.waits_for_answers(5)

    mine = theatre.site.phone(joined=False)
    assert "This is a rehearsal. It is not anonymous" in mine.sees()
    assert "Rehearsal. The other participants are invented" in mine.joins().sees()
    view = summary(theatre.site.database, theatre.room.session_id)
    for made in ("csv", "markdown", "html", "json"):
        assert "Rehearsal, not anonymous." in files.file(view, made).data.decode()


@pytest.mark.parametrize("wanted", [Wanted(people=2), Wanted(people=61), Wanted(speed=0)])
def test_a_rehearsal_is_refused_that_is_too_large_too_small_or_stands_still(
    theatre: ATheatre, wanted: Wanted
):
    with pytest.raises(InvalidInput):
        theatre.puts_on(wanted)

    assert session_list(theatre.site.database) == ()


def test_nobody_comes_to_the_rehearsal_of_somebody_who_is_not_signed_in(theatre: ATheatre):
    theatre.room.acting = Acting("nobody")

    with pytest.raises(NotAllowed):
        theatre.puts_on(Wanted())

    assert session_list(theatre.site.database) == ()


def test_only_the_owner_stops_a_rehearsal(theatre: ATheatre):
    theatre.rehearses()
    session_id = theatre.room.session_id

    with pytest.raises(NotAllowed):
        staging.stop_and_delete(theatre.workshop, acting=Acting("nobody"), session_id=session_id)

    assert theatre.people.running


def test_a_few_rehearsals_at_a_time_are_enough():
    theirs = Rehearsals()
    far_away = Room(address="http://127.0.0.1:9", invitation="/q/x", asked=lambda _: None, speed=1)
    parts = cast(Case.ORDINARY, 3)
    started = [SessionId(str(n)) for n in range(MOST_AT_ONCE)]
    for session_id in started:
        theirs.start(session_id, far_away, parts)

    with pytest.raises(TooManyRehearsals):
        theirs.start(SessionId("one more"), far_away, parts)

    for session_id in started:
        theirs.stop(session_id)
    theirs.refuse_more()


def test_people_who_are_called_twice_come_once():
    theirs = Rehearsals()
    far_away = Room(address="http://127.0.0.1:9", invitation="/q/x", asked=lambda _: None, speed=1)
    session_id = SessionId("one")

    first = theirs.start(session_id, far_away, cast(Case.ORDINARY, 3))
    second = theirs.start(session_id, far_away, cast(Case.ORDINARY, 3))

    theirs.stop(session_id)
    assert second is first


def test_stopping_a_session_without_invented_people_changes_nothing(theatre: ATheatre):
    theatre.room.start()

    REHEARSALS.stop(theatre.room.session_id)

    assert len(session_list(theatre.site.database)) == 1


def test_some_ask_beside_the_stage_and_others_support_what_the_moderator_shows(theatre: ATheatre):
    theatre.rehearses(people=40, guide=WITH_QUESTIONS)
    theatre.goes_to(WORDS)
    theatre.waits_for(lambda: len(theatre.texts.cards) >= 5)

    for card in theatre.texts.cards:
        theatre.room.decide(card.handle, TextState.SHOWN)

    theatre.waits_for(lambda: any((asked.support or 0) > 1 for asked in asked_now(theatre)))


def asked_now(theatre: ATheatre) -> tuple[AskedView, ...]:
    room = theatre.room
    [standing] = phone(theatre.site.database, room.session_id, now=room.clock()).standing
    return standing.asked
