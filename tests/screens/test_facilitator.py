"""The console's screen: what it may count while answers come in."""

import pytest

from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.facilitator import facilitator
from modules.screens.moderation import moderation
from tests.a_room import PLAIN, WORDS, ARoom


@pytest.mark.parametrize("answers", ["w", "-", "ww", "w-", "www-", "wwww", "www--", "wwww-"])
def test_the_console_tells_no_pass_from_a_text_before_three_came(room: ARoom, answers: str) -> None:
    """Somebody who watches each answer come in sees one number grow and no other."""
    room.start(phones=len(answers)).at(WORDS)
    assert room.view.takes_texts is True
    for number, (device, answer) in enumerate(zip(room.phones, answers, strict=True), start=1):
        room.answer(device, {"text": ["a line"]} if answer == "w" else None)
        written = answers[:number].count("w")
        assert room.view.answered == number
        moderation(room.database, room.session_id, let_through=room.batches.visible)
        assert room.view.waiting_texts == written - written % 3


def test_a_console_without_batches_counts_no_text_of_an_open_round(room: ARoom) -> None:
    room.start(phones=6).at(WORDS)
    for device in room.phones:
        room.answer(device, {"text": ["a line"]})
    seen = facilitator(room.database, room.session_id, now=room.clock(), phones=6)

    room.move(Move.CLOSE_ANSWERS)
    closed = facilitator(room.database, room.session_id, now=room.clock(), phones=6)

    assert (seen.waiting_texts, closed.waiting_texts) == (0, 6)


def test_after_closing_every_unread_text_counts(room: ARoom) -> None:
    room.start(phones=4).at(WORDS)
    for device in room.phones:
        room.answer(device, {"text": ["a line"]})
    assert room.view.waiting_texts == 0
    room.decide(room.texts.cards[0].handle, TextState.SHOWN)

    room.move(Move.CLOSE_ANSWERS)

    assert room.view.waiting_texts == 3


def test_the_moderators_page_says_the_same_whether_a_text_waits_or_somebody_passed(
    room: ARoom,
) -> None:
    def page() -> str:
        return repr(
            moderation(room.database, room.session_id, let_through=room.batches.visible).rounds
        )

    room.start(phones=3).at(WORDS)
    before = page()
    room.answer(room.phones[0])
    passed = page()
    room.answer(room.phones[1], {"text": ["a line"]})

    assert before == passed == page()


def states(room: ARoom) -> list[str]:
    return [line.state.value for line in room.view.plan]


def test_a_step_that_was_jumped_over_is_not_done(room: ARoom) -> None:
    room.start().at(1).at(4)

    assert states(room) == ["done", "passed over", "passed over", "now", "to come", "to come"]


def test_a_step_that_was_gone_back_from_stays_done(room: ARoom) -> None:
    room.start().at(1).at(PLAIN).at(WORDS).at(1)

    assert states(room)[:4] == ["now", "done", "done", "to come"]


def test_after_the_end_only_what_took_place_is_done(room: ARoom) -> None:
    room.start().at(1).at(WORDS).move(Move.END)

    assert states(room) == ["done", "passed over", "done", *["passed over"] * 3]
