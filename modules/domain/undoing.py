"""Taking the last move back: an undo where nothing was sealed, and an end by accident."""

from dataclasses import replace

from modules.domain.ballot import RoundState
from modules.domain.errors import MoveRefused
from modules.domain.moves import Change, LastMove, Room, RoundEffect

UNDOING = {
    RoundEffect.OPEN_NEW: RoundEffect.TAKE_BACK,
    RoundEffect.CLOSE: RoundEffect.REOPEN,
    RoundEffect.REOPEN: RoundEffect.CLOSE,
}
LEFT_AS = {
    RoundEffect.OPEN_NEW: RoundState.OPEN,
    RoundEffect.CLOSE: RoundState.CLOSED,
    RoundEffect.REOPEN: RoundState.OPEN,
}


def can_undo(room: Room, last: LastMove | None) -> bool:
    """Whether there is a last move, it sealed nothing, and its rounds are still as it left them."""
    return not why_no_undo(room, last)


def why_no_undo(room: Room, last: LastMove | None) -> str:
    """Why nothing can be undone, or ""."""
    if room.stage.ended or last is None:
        return "there is no move to take back"
    for key, effect in last.effects:
        if effect not in UNDOING:
            return "the last move sealed answers, which is final"
        if room.rounds.get(key) is not LEFT_AS[effect]:
            # The clock may have sealed one since.
            return "answers were sealed since, which is final"
    return ""


def undone(room: Room, last: LastMove | None, *, expected_step: int) -> Change:
    """Take the last move back, where it sealed nothing.

    Raises StaleMove, or MoveRefused where there is nothing that can be taken back.
    """
    room.refuse_stale(expected_step)
    if last is None or not can_undo(room, last):
        raise MoveRefused("There is nothing to undo: what was sealed is final.")
    # A countdown belongs to its step: it goes on where the room goes back, and stays where it is.
    stays = last.before.position == room.stage.position
    timer = room.stage.timer if stays else last.before.timer
    stage = replace(last.before, step=room.stage.step + 1, timer=timer)
    return Change(stage, tuple((key, UNDOING[effect]) for key, effect in last.effects))


def reopened(room: Room, last: LastMove | None, *, expected_step: int) -> Change:
    """Take an end back: the stage as it was before, but what was sealed stays sealed.

    What stood open beside the stage opens anew. Raises StaleMove, or MoveRefused where the room
    has not ended, or where its end is final (`last` is None).
    """
    room.refuse_stale(expected_step)
    if not room.stage.ended:
        raise MoveRefused("This workshop has not ended.")
    if last is None:
        raise MoveRefused("The end is final: what was not shown is deleted.")
    stage = replace(last.before, step=room.stage.step + 1)
    opened = tuple(
        (key, RoundEffect.OPEN_NEW)
        for key, effect in last.effects
        if effect is RoundEffect.SEAL and stage.position in room.standing.get(key, ())
    )
    return Change(stage, opened)
