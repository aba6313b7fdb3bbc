"""Answers of phones, on both databases."""

import threading

import pytest

from modules.actions import answering
from modules.domain.ballot import DeviceToken, RoundId
from modules.domain.errors import (
    InvalidAnswer,
    NewerAnswerStands,
    NotFound,
    RoundClosed,
)
from modules.domain.moves import Move
from modules.domain.session import Topic
from modules.domain.tally import TextState
from modules.screens.phone import own_ballot
from modules.storage import rounds
from tests.a_room import PLAIN, WORDS, ARoom


@pytest.fixture
def asking(room: ARoom) -> ARoom:
    return room.start(phones=3).at(PLAIN)


def counts(room: ARoom) -> dict[str, int]:
    """The plain question's counts, sealed now and read from the database."""
    room.move(Move.SHOW_RESULTS)
    with room.database.read() as db:
        [round_] = rounds.of_session(db, room.session_id)
    assert round_.tally is not None
    return {c.id: c.count for c in round_.tally.questions[0].cells} | {"pass": round_.tally.passed}


def test_an_answer_is_saved_before_it_is_announced(asking: ARoom) -> None:
    seen = []
    tools = asking.tools

    def announce(_session: object, topic: Topic) -> None:
        seen.append((topic, asking.view.answered))

    object.__setattr__(tools, "announce", announce)
    asking.answer(asking.phones[0], {"choice": "a"})

    assert seen == [(Topic.ANSWERS, 1)]


def test_each_phone_counts_once_and_its_newest_answer_stands(asking: ARoom) -> None:
    one, two, three = asking.phones
    asking.answer(one, {"choice": "a"})
    asking.answer(two, {"choice": "a"})
    asking.answer(one, {"choice": "b"}, seq=2)
    asking.answer(three)

    assert counts(asking) == {"a": 1, "b": 1, "c": 0, "pass": 1}


def test_a_retry_with_the_same_seq_and_answer_is_acknowledged_again(asking: ARoom) -> None:
    device = asking.phones[0]

    assert asking.answer(device, {"choice": "a"}) == asking.answer(device, {"choice": "a"}) == 1
    assert asking.view.answered == 1


@pytest.mark.parametrize("seq", [1, 2])
def test_an_older_or_equal_seq_with_another_answer_is_refused(asking: ARoom, seq: int) -> None:
    device = asking.phones[0]
    asking.answer(device, {"choice": "a"}, seq=2)

    with pytest.raises(NewerAnswerStands) as refused:
        asking.answer(device, {"choice": "b"}, seq=seq)

    assert refused.value.seq == 2
    assert counts(asking)["a"] == 1


def test_a_phone_learns_that_it_answered_but_not_what(asking: ARoom) -> None:
    device = asking.phones[0]
    before = own_ballot(asking.database, asking.round_id, device)
    asking.answer(device, {"choice": "a"})
    after = own_ballot(asking.database, asking.round_id, device)

    assert (before.answered, before.next_seq) == (False, 1)
    assert (after.answered, after.next_seq) == (True, 2)


@pytest.mark.parametrize(
    "form", [{"choice": "z"}, {"choice": ""}, {"choice": ["a", "b"]}, {"other": "a"}]
)
def test_an_answer_that_cannot_be_counted_is_refused(
    asking: ARoom, form: dict[str, str | list[str]]
) -> None:
    with pytest.raises(InvalidAnswer):
        asking.answer(asking.phones[0], form)

    assert asking.view.answered == 0


def test_an_answer_to_a_sealed_round_is_refused(asking: ARoom) -> None:
    round_id = asking.round_id
    asking.move(Move.SHOW_RESULTS)

    with pytest.raises(RoundClosed):
        answering.submit(
            asking.tools, session_id=asking.session_id, round_id=round_id,
            device=asking.phones[0], seq=1, form={"choice": ["a"]},
        )  # fmt: skip


def test_an_answer_to_another_sessions_round_is_refused(asking: ARoom) -> None:
    round_id = asking.round_id
    other = asking.start(phones=1)

    with pytest.raises(NotFound):
        answering.submit(
            other.tools, session_id=other.session_id, round_id=round_id,
            device=other.phones[0], seq=1, form={"choice": ["a"]},
        )  # fmt: skip


def test_an_answer_to_no_round_is_refused(asking: ARoom) -> None:
    with pytest.raises(NotFound):
        answering.submit(
            asking.tools, session_id=asking.session_id, round_id=RoundId("0" * 32),
            device=asking.phones[0], seq=1, form=None,
        )  # fmt: skip


def test_leaving_withdraws_unsealed_answers_only(asking: ARoom) -> None:
    asking.all_choose("aab")
    answering.leave(asking.tools, session_id=asking.session_id, device=asking.phones[0])

    assert counts(asking) == {"a": 1, "b": 1, "c": 0, "pass": 0}
    answering.leave(asking.tools, session_id=asking.session_id, device=asking.phones[1])
    with asking.database.read() as db:
        [round_] = rounds.of_session(db, asking.session_id)
    assert round_.tally is not None
    assert round_.tally.answered == 2


def test_changing_a_text_returns_it_to_review(room: ARoom) -> None:
    room.start(phones=1).at(WORDS)
    room.answer(room.phones[0], {"text": ["first words"]})
    room.decide(room.texts.cards[0].handle, TextState.SHOWN)

    room.answer(room.phones[0], {"text": ["other words"]}, seq=2)

    [card] = room.texts.cards
    assert (card.text, card.state) == ("other words", TextState.WAITING)


def test_no_acknowledged_answer_is_lost_to_a_round_that_is_being_sealed(room: ARoom) -> None:
    room.start(phones=24).at(PLAIN)
    round_id, acknowledged = room.round_id, []
    ready = threading.Barrier(9)

    def answer(devices: list[DeviceToken]) -> None:
        ready.wait()
        for device in devices:
            try:
                answering.submit(
                    room.tools, session_id=room.session_id, round_id=round_id,
                    device=device, seq=1, form={"choice": ["a"]},
                )  # fmt: skip
            except RoundClosed:
                continue
            acknowledged.append(device)

    threads = [threading.Thread(target=answer, args=(room.phones[n::8],)) for n in range(8)]
    for thread in threads:
        thread.start()
    ready.wait()
    tally = counts(room)
    for thread in threads:
        thread.join()

    assert tally["a"] == len(acknowledged)
