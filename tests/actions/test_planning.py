"""Changing what is to come, and taking the last move back; on both databases."""

import pytest

from modules.actions import answering, ending, hosting, planning
from modules.domain.access import Acting
from modules.domain.ballot import DeviceToken, RoundId, RoundState
from modules.domain.errors import InvalidInput, MoveRefused, NotAllowed, RoundClosed, StaleMove
from modules.domain.moves import Move
from modules.screens.summary import summary
from modules.screens.views import AnswersState, PlanState
from modules.storage import rounds
from tests.a_room import COMMON, PLAIN, STANDING_GUIDE, WORDS, ARoom

QUESTION = {"kind": "choice", "title": "Lunch", "prompt": "When?", "options": ["12", "13"]}


@pytest.fixture
def running(room: ARoom) -> ARoom:
    return room.start(phones=5).at(PLAIN)


def keys(room: ARoom) -> list[str]:
    return [line.key for line in room.view.plan]


def cut(room: ARoom, key: str, cut: bool = True, step: int | None = None) -> None:
    planning.cut(
        room.tools, acting=room.acting, session_id=room.session_id,
        key=key, cut=cut, expected_step=room.view.step if step is None else step,
    )  # fmt: skip


def ask(room: ARoom, **block: object) -> None:
    planning.ask(
        room.tools, acting=room.acting, session_id=room.session_id,
        block=QUESTION | block, expected_step=room.view.step,
    )  # fmt: skip


def reorder(room: ARoom, key: str, to: int) -> None:
    planning.reorder(
        room.tools, acting=room.acting, session_id=room.session_id,
        key=key, to=to, expected_step=room.view.step,
    )  # fmt: skip


def undo(room: ARoom) -> None:
    hosting.undo(
        room.tools, acting=room.acting, session_id=room.session_id, expected_step=room.view.step
    )


def test_a_cut_step_is_passed_over_and_can_be_restored(running: ARoom) -> None:
    cut(running, "words-of-mine")
    line = running.view.plan[2]
    assert (line.state, running.view.minutes_total) == (PlanState.CUT, 45)

    cut(running, "words-of-mine", False)

    assert running.view.plan[2].state is PlanState.TO_COME


def test_the_step_the_room_is_at_cannot_be_cut(running: ARoom) -> None:
    with pytest.raises(MoveRefused):
        cut(running, "plain")


def test_a_cut_from_a_stale_screen_is_refused(running: ARoom) -> None:
    with pytest.raises(StaleMove):
        cut(running, "goodbye", step=0)


def test_a_move_from_a_screen_with_the_older_plan_is_refused(running: ARoom) -> None:
    seen = running.view.step
    cut(running, "words-of-mine")

    with pytest.raises(StaleMove):
        running.move(Move.NEXT, expected_step=seen)


def test_only_what_is_to_come_can_be_put_in_another_order(running: ARoom) -> None:
    reorder(running, "goodbye", 3)
    assert keys(running)[1:4] == ["plain", "goodbye", "words-of-mine"]

    for key, to in (("welcome", 4), ("plain", 4), ("goodbye", 1), ("goodbye", 7), ("nothing", 3)):
        with pytest.raises(MoveRefused):
            reorder(running, key, to)


def test_a_break_comes_behind_the_current_step(running: ARoom) -> None:
    planning.insert_break(
        running.tools, acting=running.acting, session_id=running.session_id,
        minutes=7, expected_step=running.view.step,
    )  # fmt: skip

    line = running.view.plan[PLAIN]
    assert (line.title, line.minutes, line.kind) == ("Break", 7, "talk")


@pytest.mark.parametrize("minutes", [0, 61, -5])
def test_a_break_that_cannot_be_is_refused(running: ARoom, minutes: int) -> None:
    with pytest.raises(InvalidInput):
        planning.insert_break(
            running.tools, acting=running.acting, session_id=running.session_id,
            minutes=minutes, expected_step=running.view.step,
        )  # fmt: skip


def test_a_question_asked_on_the_fly_is_answered_and_in_the_summary(running: ARoom) -> None:
    ask(running)
    running.move(Move.NEXT)
    running.move(Move.NEXT)
    running.all_choose("aabba")
    running.move(Move.SHOW_RESULTS)

    result = running.view.result
    assert result is not None
    assert (result.title, result.picture is not None) == ("Lunch", True)
    items = [i for s in summary(running.database, running.session_id).sections for i in s.items]
    assert [i.title for i in items] == ["A plain question", "Lunch"]


@pytest.mark.parametrize(
    "block",
    [{"kind": "talk"}, {"kind": "nonsense"}, {"title": ""}, {"options": ["only one"]}, {"x": 1}],
)
def test_a_question_that_cannot_be_asked_is_refused(
    running: ARoom, block: dict[str, object]
) -> None:
    before = keys(running)

    with pytest.raises(InvalidInput):
        ask(running, **block)

    assert keys(running) == before


def test_planning_needs_a_sign_in(running: ARoom) -> None:
    running.acting = Acting("nobody")

    for press in (lambda: cut(running, "goodbye"), lambda: ask(running)):
        with pytest.raises(NotAllowed):
            press()


def test_a_note_is_kept_for_its_step_and_removed_when_emptied(running: ARoom) -> None:
    def write(text: str) -> None:
        planning.write_note(
            running.tools, acting=running.acting, session_id=running.session_id,
            key="plain", text=text,
        )  # fmt: skip

    write(" louder next time ")
    assert running.view.note == "louder next time"
    write("")
    assert running.view.note == ""
    with pytest.raises(InvalidInput):
        write("x" * 4001)


def test_undo_takes_a_move_back_and_removes_the_round_it_opened(room: ARoom) -> None:
    room.start(phones=1)
    room.move(Move.NEXT)
    room.move(Move.NEXT)
    assert room.view.answers is AnswersState.OPEN
    undo(room)

    assert (room.view.position, room.view.undo_possible) == (1, False)
    room.move(Move.NEXT)
    assert room.view.answers is AnswersState.OPEN


def test_undo_opens_again_what_was_closed(running: ARoom) -> None:
    running.answer(running.phones[0], {"choice": "a"})
    running.move(Move.CLOSE_ANSWERS)
    undo(running)

    assert (running.view.answers, running.view.answered) == (AnswersState.OPEN, 1)


def test_undo_is_refused_once_something_was_sealed(running: ARoom) -> None:
    running.move(Move.SHOW_RESULTS)
    assert running.view.undo_possible is False

    with pytest.raises(MoveRefused):
        undo(running)


def test_undo_is_refused_once_the_clock_sealed_what_was_closed(running: ARoom) -> None:
    running.all_choose("aabbc")
    running.move(Move.CLOSE_ANSWERS)
    assert running.view.undo_possible
    running.clock.forward(minutes=5)
    assert ending.seal_overdue(running.tools) == 1

    assert running.view.undo_possible is False
    with pytest.raises(MoveRefused):
        undo(running)
    assert running.view.answers is AnswersState.SEALED
    running.move(Move.SHOW_RESULTS)
    assert running.view.result is not None
    assert running.view.result.picture is not None


def test_undo_of_the_step_after_a_sealed_one_still_works(running: ARoom) -> None:
    running.all_choose("aabbc")
    running.move(Move.CLOSE_ANSWERS)
    running.clock.forward(minutes=5)
    ending.seal_overdue(running.tools)
    running.move(Move.NEXT)
    undo(running)

    assert (running.view.position, running.view.answers) == (PLAIN, AnswersState.SEALED)


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED])
def test_a_sealed_round_is_neither_opened_nor_closed(running: ARoom, state: RoundState) -> None:
    round_id = running.round_id
    running.move(Move.SHOW_RESULTS)

    with pytest.raises(RoundClosed), running.database.begin() as db:
        rounds.set_state(db, round_id, state)

    assert running.view.answers is AnswersState.SEALED


def test_cutting_what_stands_beside_the_stage_seals_it(room: ARoom) -> None:
    room.start(phones=6, guide=STANDING_GUIDE).at(WORDS)
    [standing] = room.view.standing
    round_id = RoundId(standing.round_id)

    def ask_something(device: DeviceToken, text: str) -> None:
        answering.submit(
            room.tools, session_id=room.session_id, round_id=round_id,
            device=device, seq=1, form={"question": [text]},
        )  # fmt: skip

    for n, device in enumerate(room.phones[:5]):
        ask_something(device, f"Question {n}?")
    room.at(PLAIN)

    cut(room, "words-of-mine")

    assert room.view.standing == ()
    with pytest.raises(RoundClosed):
        ask_something(room.phones[5], "And now?")
    with room.database.read() as db:
        round_ = rounds.by_id(db, round_id)
        assert rounds.ballots_of(db, round_id) == ()
    assert (round_.state, round_.secret) == (RoundState.SEALED, None)
    assert round_.tally is not None
    assert round_.tally.answered == 5


def test_a_cut_that_is_refused_seals_nothing(room: ARoom) -> None:
    room.start(phones=1, guide=STANDING_GUIDE).at(WORDS)

    with pytest.raises(MoveRefused):
        cut(room, "words-of-mine")

    assert [s.accepting for s in room.view.standing] == [True]


def test_undo_is_refused_once_answers_came_in(running: ARoom) -> None:
    running.answer(running.phones[0], {"choice": "a"})

    with pytest.raises(MoveRefused):
        undo(running)

    assert running.view.answered == 1


def test_undo_is_refused_at_the_beginning_and_at_the_end(room: ARoom) -> None:
    room.start()
    with pytest.raises(MoveRefused):
        undo(room)
    room.move(Move.END)
    with pytest.raises(MoveRefused):
        undo(room)


def test_the_app_suggests_what_to_cut_when_the_room_is_late(running: ARoom) -> None:
    assert running.view.cut_next is None
    running.at(COMMON)
    running.clock.forward(minutes=55)

    # Nothing in this guide is marked “cut first”.
    assert running.view.behind_minutes > 2
    assert running.view.cut_next is None
