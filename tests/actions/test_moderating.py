"""The moderator's decisions, on both databases."""

import pytest

from modules.actions import answering, hosting, moderating, signing
from modules.actions.moderating import DecidedMeanwhile
from modules.domain.access import Acting
from modules.domain.ballot import RoundId
from modules.domain.errors import InvalidInput, MoveRefused, NotAllowed, NotFound
from modules.domain.moves import Move
from modules.domain.session import SessionId, Topic
from modules.domain.tally import TextState
from modules.screens.phone import phone
from tests.a_room import GUIDE, WORDS, ARoom


@pytest.fixture
def writing(room: ARoom) -> ARoom:
    room.start(phones=6).at(WORDS)
    for number, device in enumerate(room.phones):
        room.answer(device, {"text": [f"number {number}"]})
    return room


def states(room: ARoom) -> list[TextState]:
    return [card.state for card in room.texts.cards]


def test_texts_wait_for_review(writing: ARoom) -> None:
    assert states(writing) == [TextState.WAITING] * 6
    writing.move(Move.CLOSE_ANSWERS)
    assert writing.view.waiting_texts == 6


def test_the_order_of_the_queue_is_not_the_order_of_arrival(writing: ARoom) -> None:
    arrival = [f"number {n}" for n in range(6)]

    assert sorted(c.text for c in writing.texts.cards) == arrival
    assert [c.handle for c in writing.texts.cards] == sorted(c.handle for c in writing.texts.cards)


def test_somebody_who_passed_is_not_in_the_way_of_a_decision(room: ARoom) -> None:
    room.start(phones=4).at(WORDS)
    for device in room.phones[:3]:
        room.answer(device)
    room.answer(room.phones[3], {"text": ["one text"]})

    room.decide(room.texts.cards[0].handle, TextState.SHOWN)

    assert states(room) == [TextState.SHOWN]


def test_holding_needs_a_reason(writing: ARoom) -> None:
    with pytest.raises(InvalidInput):
        writing.decide(writing.texts.cards[0].handle, TextState.HELD)


@pytest.mark.parametrize("more", [{"reworded": "x" * 281}, {"theme": "x" * 61}])
def test_too_long_a_wording_is_refused(writing: ARoom, more: dict[str, str]) -> None:
    with pytest.raises(InvalidInput):
        writing.decide(writing.texts.cards[0].handle, TextState.SHOWN, **more)


def test_a_decision_about_no_text_is_refused(writing: ARoom) -> None:
    with pytest.raises(NotFound):
        writing.decide("0" * 20, TextState.SHOWN)


def test_a_decision_needs_a_sign_in(writing: ARoom) -> None:
    handle = writing.texts.cards[0].handle
    writing.acting = Acting("nobody")

    with pytest.raises(NotAllowed):
        writing.decide(handle, TextState.SHOWN)


def test_decisions_survive_sealing_and_can_be_changed_until_the_end(writing: ARoom) -> None:
    handle = writing.texts.cards[0].handle
    writing.decide(handle, TextState.HELD, reason="off topic")
    held = next(c.text for c in writing.texts.cards if c.handle == handle)
    writing.move(Move.SHOW_RESULTS)

    [card] = [c for c in writing.texts.cards if c.text == held]
    assert (card.state, card.reason) == (TextState.HELD, "off topic")
    writing.decide(card.handle, TextState.SHOWN)
    assert [c.state for c in writing.texts.cards if c.text == held] == [TextState.SHOWN]


def test_a_decision_about_an_open_round_is_not_announced_to_phones(writing: ARoom) -> None:
    writing.announced.clear()
    writing.decide(writing.texts.cards[0].handle, TextState.SHOWN)
    assert writing.announced == [Topic.ANSWERS]


def test_a_question_that_others_may_support_reaches_phones_once_it_is_shown(room: ARoom) -> None:
    standing_guide = GUIDE.replace("kind: text", "kind: questions").replace("entries: 2\n", "")
    room.start(phones=1, guide=standing_guide).at(WORDS)
    [standing] = phone(room.database, room.session_id, now=room.clock()).standing
    answering.submit(
        room.tools,
        session_id=room.session_id,
        round_id=RoundId(standing.round_id),
        device=room.phones[0],
        seq=1,
        form={"question": ["Who decides?"]},
    )
    room.announced.clear()

    room.decide(room.texts.cards[0].handle, TextState.SHOWN)

    assert room.announced == [Topic.STAGE]


def test_a_moderators_link_opens_its_session_only_until_it_is_withdrawn(writing: ARoom) -> None:
    tools, mine = writing.tools, writing.session_id
    round_id = RoundId(writing.texts.round_id)
    token = signing.moderator_link(tools, acting=writing.acting, session_id=mine)
    moderator = Acting(signing.hashed(signing.sign_in_by_link(tools, token=token)))

    handle = writing.texts.cards[0].handle

    def decide(session_id: SessionId) -> None:
        moderating.decide(
            tools, acting=moderator, session_id=session_id, round_id=round_id,
            handle=handle, seen=TextState.WAITING, state=TextState.SHOWN,
        )  # fmt: skip

    decide(mine)
    other = writing.start().session_id
    with pytest.raises(NotAllowed):
        decide(other)
    signing.withdraw_moderators(tools, acting=writing.acting, session_id=mine)
    with pytest.raises(NotAllowed):
        decide(mine)


@pytest.mark.parametrize("move", [None, Move.SHOW_RESULTS])
def test_a_text_that_another_device_held_is_not_shown_by_a_late_press(
    writing: ARoom, move: Move | None
) -> None:
    if move:
        writing.move(move)
    card = writing.texts.cards[0]
    writing.decide(card.handle, TextState.HELD, reason="names a person")

    with pytest.raises(DecidedMeanwhile, match=r"held \(names a person\)"):
        writing.decide_late(card.handle, TextState.SHOWN, seen=TextState.WAITING)

    assert writing.texts.cards[0].state is TextState.HELD


def test_a_moderator_may_not_move_the_room(writing: ARoom) -> None:
    token = signing.moderator_link(
        writing.tools, acting=writing.acting, session_id=writing.session_id
    )
    raw = signing.sign_in_by_link(writing.tools, token=token)
    writing.acting = Acting(signing.hashed(raw))

    with pytest.raises(NotAllowed):
        writing.move(Move.NEXT)


def show_large(room: ARoom, round_id: str | None, handle: str = "") -> None:
    moderating.spotlight(
        room.tools, acting=room.acting, session_id=room.session_id,
        round_id=RoundId(round_id) if round_id else None, handle=handle,
    )  # fmt: skip


@pytest.mark.parametrize("large", [True, False])
def test_after_the_end_nothing_is_shown_large(writing: ARoom, large: bool) -> None:
    text = writing.texts.cards[0]
    writing.decide(text.handle, TextState.SHOWN)
    writing.move(Move.SHOW_RESULTS)
    round_id = writing.texts.round_id
    writing.ends_by_accident()

    with pytest.raises(MoveRefused):
        show_large(writing, round_id if large else None, text.handle if large else "")


def test_to_show_no_text_large_leaves_the_large_code_alone(writing: ARoom) -> None:
    hosting.show_code(
        writing.tools, acting=writing.acting, session_id=writing.session_id, shown=True
    )

    show_large(writing, None)

    assert writing.view.code_shown
