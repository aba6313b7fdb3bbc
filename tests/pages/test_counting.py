"""When a page may draw its counts alone: only where a whole drawing would change nothing else."""

from collections.abc import Callable

import pytest

from modules.actions import hosting, planning, retention
from modules.domain.moves import Move
from modules.domain.session import Topic
from modules.live.signals import Signal
from modules.screens.views import FacilitatorView, ProjectorView
from modules.ui import asking, live, state
from modules.ui.counts import Counts
from tests.a_room import WORDS
from tests.pages.a_desk import Desk

PHONE = b"a phone's own token"


def answers(desk: Desk) -> None:
    desk.room.answer(desk.room.phones[0], {"text": ["patience"]})


def passes(desk: Desk) -> None:
    desk.room.answer(desk.room.phones[0])


def comes(desk: Desk) -> None:
    desk.workshop.presence.seen(desk.room.session_id, PHONE)


def moves(move: Move) -> Callable[[Desk], None]:
    return lambda desk: desk.room.move(move)


def answers_with_a_move(desk: Desk) -> None:
    answers(desk)
    desk.room.move(Move.CLOSE_ANSWERS)


def notes(desk: Desk) -> None:
    planning.write_note(
        desk.room.tools, acting=desk.room.acting, session_id=desk.room.session_id,
        key=next(line.key for line in desk.room.view.plan if line.position == WORDS), text="Slower",
    )  # fmt: skip


def locks(desk: Desk) -> None:
    hosting.lock(
        desk.room.tools, acting=desk.room.acting, session_id=desk.room.session_id, locked=True
    )


def is_read(desk: Desk) -> None:
    for device in desk.room.phones:
        desk.room.answer(device, {"text": ["patience"]})
    texts = desk.room.texts
    handles = [card.handle for card in texts.cards]
    assert desk.workshop.batches.visible(texts.round_id, handles, open=True)


def is_erased(desk: Desk) -> None:
    desk.room.move(Move.END)
    retention.delete_now(desk.room.tools, acting=desk.room.acting, session_id=desk.room.session_id)


COUNTS = {"an answer": answers, "a pass": passes, "a phone that comes": comes}
ON_THE_CONSOLE = {
    "a note": notes,
    "a lock": locks,
    "a text that was let through": is_read,
    "a timer": lambda desk: desk.room.time("start"),
}
EVERYWHERE = {
    "closing": moves(Move.CLOSE_ANSWERS),
    "an answer and closing": answers_with_a_move,
    "a result": moves(Move.SHOW_RESULTS),
    "a blank screen": moves(Move.BLANK),
    "the end": moves(Move.END),
    "an erased room": is_erased,
}


def console(desk: Desk) -> live.Counting[FacilitatorView]:
    session_id, now = desk.room.session_id, asking.now()
    return live.Counting(
        Counts[FacilitatorView](),
        asking.console_at(session_id, now),
        ask=lambda: asking.console_at(session_id, now),
    )


def projector(desk: Desk) -> live.Counting[ProjectorView]:
    session_id, now = desk.room.session_id, asking.now()
    return live.Counting(
        Counts[ProjectorView](),
        asking.stage(session_id, now),
        ask=lambda: asking.stage(session_id, now),
    )


@pytest.mark.parametrize("what", COUNTS)
def test_an_answer_and_a_phone_are_counts_alone(desk: Desk, what: str):
    desk.room.start(phones=3).at(WORDS)
    on_the_console, on_the_projector = console(desk), projector(desk)
    # Time goes by, and tells nothing by itself.
    desk.room.clock.forward(seconds=10)

    COUNTS[what](desk)

    assert [on_the_console.goes_on(), on_the_projector.goes_on()] == [True, True]
    counted = (0, 1) if what == "a phone that comes" else (1, 0)
    for view in (on_the_console.view, on_the_projector.view):
        assert (view.answered, view.phones) == counted


@pytest.mark.parametrize("what", EVERYWHERE)
def test_whatever_else_changes_draws_all_of_a_page(desk: Desk, what: str):
    desk.room.start(phones=3).at(WORDS)
    on_the_console, on_the_projector = console(desk), projector(desk)

    EVERYWHERE[what](desk)

    assert [on_the_console.goes_on(), on_the_projector.goes_on()] == [False, False]
    assert on_the_console.view.answered == on_the_projector.view.answered == 0


@pytest.mark.parametrize("what", ON_THE_CONSOLE)
def test_what_the_facilitator_alone_is_told_draws_all_of_the_console(desk: Desk, what: str):
    desk.room.start(phones=3).at(WORDS)
    on_the_console = console(desk)

    ON_THE_CONSOLE[what](desk)

    assert not on_the_console.goes_on()


def is_announced(topic: Topic) -> Callable[[Desk], None]:
    return lambda desk: desk.workshop.hub.announce(desk.room.session_id, topic)


HEARD: dict[str, tuple[Callable[[Desk], object], bool]] = {
    "an answer": (is_announced(Topic.ANSWERS), True),
    "a move": (is_announced(Topic.STAGE), False),
    "a phone that comes": (comes, True),
    "the first phone": (lambda desk: desk.workshop.presence.arrived(desk.room.session_id), False),
    "a minute": (lambda desk: desk.room.clock.forward(minutes=1), False),
    "a signal": (
        lambda desk: desk.workshop.signals.give(desk.room.session_id, Signal.HURT, PHONE),
        False,
    ),
}


@pytest.mark.parametrize("what", HEARD)
def test_only_what_may_be_a_count_asks_for_the_counts(desk: Desk, what: str, monkeypatch):
    monkeypatch.setattr(state, "dialog", lambda: "")
    desk.room.start()
    if what != "the first phone":
        desk.workshop.presence.arrived(desk.room.session_id)
    seen = live.look(desk.room.session_id, console=True)
    change, alone = HEARD[what]

    change(desk)

    now = live.look(desk.room.session_id, console=True)
    assert now != seen
    assert live.only_counts(seen, now) is alone


def test_a_dialog_may_tell_a_count_and_is_drawn_with_all_else(desk: Desk, monkeypatch):
    monkeypatch.setattr(state, "dialog", lambda: "wrong guide")
    desk.room.start()
    desk.workshop.presence.arrived(desk.room.session_id)
    seen = live.look(desk.room.session_id)

    comes(desk)

    assert not live.only_counts(seen, live.look(desk.room.session_id))
