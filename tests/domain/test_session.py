"""Which moves are allowed, and what they do to rounds."""

from dataclasses import replace

import pytest

from modules.domain.ballot import RoundState
from modules.domain.errors import MoveRefused, StaleMove
from modules.domain.guide import Activity
from modules.domain.moves import Move, Room, RoundEffect, moved, next_is_a_reveal
from modules.domain.session import PlannedStep, Stage, tied_steps

OPEN, CLOSED, SEALED = RoundState.OPEN, RoundState.CLOSED, RoundState.SEALED


def a_step(key: str, **fields: object) -> PlannedStep:
    cut = bool(fields.pop("cut", False))
    activity = Activity(id=key, kind="choice", title=key.title(), minutes=5, **fields)  # type: ignore[arg-type]
    return PlannedStep(key, activity, "Section", cut=cut)


PLAN = (a_step("talk"), a_step("first"), a_step("second", reveal_with="first"), a_step("last"))


def a_room(position: int = 2, plan: tuple[PlannedStep, ...] = PLAN, **rounds: RoundState) -> Room:
    stage = Stage(step=7, position=position)
    return Room(stage, plan, rounds, frozenset({"first", "second", "last"}))


def test_a_move_from_an_older_screen_is_refused_with_where_the_room_is() -> None:
    with pytest.raises(StaleMove) as refused:
        moved(a_room(), Move.NEXT, expected_step=6)

    assert "the room is at step 2, “First”" in str(refused.value)


def test_every_move_takes_one_step() -> None:
    assert moved(a_room(1), Move.NEXT, expected_step=7).stage.step == 8


@pytest.mark.parametrize("move", list(Move))
def test_nothing_moves_after_the_end(move: Move) -> None:
    room = a_room()
    ended = replace(room, stage=replace(room.stage, ended=True))

    with pytest.raises(MoveRefused):
        moved(ended, move, expected_step=7, to=1)


def test_arriving_opens_the_first_round() -> None:
    change = moved(a_room(1), Move.NEXT, expected_step=7)

    assert change.stage.position == 2
    assert change.effects == (("first", RoundEffect.OPEN_NEW),)


def test_arriving_opens_nothing_where_the_guide_opens_by_hand() -> None:
    plan = (a_step("talk"), a_step("first", opens_by_hand=True))

    assert moved(a_room(1, plan), Move.NEXT, expected_step=7).effects == ()


def test_next_first_closes_and_reveals_then_moves_on() -> None:
    revealed = moved(a_room(4, last=OPEN), Move.NEXT, expected_step=7)

    assert (revealed.stage.position, revealed.stage.results_shown) == (4, True)
    assert revealed.effects == (("last", RoundEffect.SEAL),)


def test_next_moves_on_at_once_where_the_result_waits_for_a_later_step() -> None:
    change = moved(a_room(2, first=OPEN), Move.NEXT, expected_step=7)

    assert change.stage.position == 3
    assert change.effects == (
        ("first", RoundEffect.SEAL),
        ("second", RoundEffect.OPEN_NEW),
    )


def test_next_reveals_once_the_tied_step_is_sealed() -> None:
    assert next_is_a_reveal(a_room(3, first=SEALED, second=OPEN))
    assert not next_is_a_reveal(a_room(2, first=OPEN))


@pytest.mark.parametrize("state", [OPEN, CLOSED])
@pytest.mark.parametrize(("move", "to"), [(Move.BACK, None), (Move.JUMP, 4), (Move.END, None)])
def test_moving_away_seals(state: RoundState, move: Move, to: int | None) -> None:
    effects = moved(a_room(2, first=state), move, expected_step=7, to=to).effects

    assert effects[0] == ("first", RoundEffect.SEAL)


def test_end_seals_every_unsealed_round() -> None:
    room = a_room(4, first=OPEN, second=CLOSED, last=SEALED)

    effects = moved(room, Move.END, expected_step=7).effects

    assert effects == (("first", RoundEffect.SEAL), ("second", RoundEffect.SEAL))


def test_back_to_a_sealed_step_shows_its_result() -> None:
    change = moved(a_room(3, first=SEALED, second=SEALED), Move.BACK, expected_step=7)

    assert (change.stage.position, change.stage.results_shown) == (2, True)
    assert change.effects == ()


@pytest.mark.parametrize(
    ("move", "state", "effect"),
    [
        (Move.CLOSE_ANSWERS, OPEN, RoundEffect.CLOSE),
        (Move.OPEN_ANSWERS, CLOSED, RoundEffect.REOPEN),
        (Move.OPEN_ANSWERS, None, RoundEffect.OPEN_NEW),
        (Move.SHOW_RESULTS, OPEN, RoundEffect.SEAL),
        (Move.SHOW_RESULTS, CLOSED, RoundEffect.SEAL),
        (Move.ASK_AGAIN, SEALED, RoundEffect.OPEN_NEW),
    ],
)
def test_the_states_of_a_round(move: Move, state: RoundState | None, effect: RoundEffect) -> None:
    rounds = {"first": state} if state else {}

    assert moved(replace(a_room(2), rounds=rounds), move, expected_step=7).effects == (
        ("first", effect),
    )


@pytest.mark.parametrize(
    ("move", "state"),
    [
        (Move.OPEN_ANSWERS, OPEN),
        (Move.OPEN_ANSWERS, SEALED),
        (Move.CLOSE_ANSWERS, CLOSED),
        (Move.CLOSE_ANSWERS, SEALED),
        (Move.CLOSE_ANSWERS, None),
        (Move.SHOW_RESULTS, None),
        (Move.HIDE_RESULTS, SEALED),
        (Move.ASK_AGAIN, OPEN),
        (Move.ASK_AGAIN, None),
    ],
)
def test_moves_that_make_no_sense_are_refused(move: Move, state: RoundState | None) -> None:
    rounds = {"first": state} if state else {}

    with pytest.raises(MoveRefused):
        moved(replace(a_room(2), rounds=rounds), move, expected_step=7)


@pytest.mark.parametrize("move", [Move.OPEN_ANSWERS, Move.SHOW_RESULTS, Move.ASK_AGAIN])
def test_a_step_without_answers_refuses_their_switches(move: Move) -> None:
    with pytest.raises(MoveRefused):
        moved(a_room(1), move, expected_step=7)


@pytest.mark.parametrize("to", [-1, 5, 99])
def test_jumping_to_no_step_is_refused(to: int) -> None:
    with pytest.raises(MoveRefused):
        moved(a_room(), Move.JUMP, expected_step=7, to=to)


def test_back_from_the_lobby_and_next_from_the_last_step_are_refused() -> None:
    for position, move in ((0, Move.BACK), (4, Move.NEXT)):
        with pytest.raises(MoveRefused):
            moved(a_room(position, last=SEALED), move, expected_step=7)


def test_steps_that_were_cut_are_passed_over_both_ways() -> None:
    plan = (a_step("talk"), a_step("first", cut=True), a_step("last"))

    assert moved(a_room(1, plan), Move.NEXT, expected_step=7).stage.position == 3
    assert moved(a_room(3, plan), Move.BACK, expected_step=7).stage.position == 1


def test_tied_steps_are_found_from_either_side() -> None:
    keys = [[s.key for s in tied_steps(PLAN, key)] for key in ("first", "second", "last")]

    assert keys == [["first", "second"], ["first", "second"], ["last"]]


def test_a_result_stops_waiting_for_a_step_that_was_cut_but_never_loses_what_it_needs() -> None:
    plan = (a_step("first"), a_step("second", reveal_with="first", cut=True))

    assert [s.key for s in tied_steps(plan, "first")] == ["first"]
    assert [s.key for s in tied_steps(plan, "second")] == ["first", "second"]
