"""Which moves are allowed, and what they do to the stage and to rounds."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from modules.domain.ballot import RoundState
from modules.domain.errors import MoveRefused, StaleMove
from modules.domain.session import UNSEALED, PlannedStep, Stage, step_at, tied_steps


class Move(StrEnum):
    NEXT = "next"
    BACK = "back"
    OPEN_ANSWERS = "open answers"
    CLOSE_ANSWERS = "close answers"
    SHOW_RESULTS = "show results"
    HIDE_RESULTS = "hide results"
    ASK_AGAIN = "ask again"
    JUMP = "jump"
    END = "end"
    BLANK = "blank"


class RoundEffect(StrEnum):
    """What a move does to a step's round."""

    OPEN_NEW = "open new"
    REOPEN = "reopen"
    CLOSE = "close"
    SEAL = "seal"
    TAKE_BACK = "take back"
    """A round that was opened by mistake is removed; refused once it holds a ballot."""


@dataclass(frozen=True, slots=True)
class Change:
    """The outcome of a move: the new stage, and what happens to the rounds of which steps."""

    stage: Stage
    effects: tuple[tuple[str, RoundEffect], ...] = ()


@dataclass(frozen=True, slots=True)
class LastMove:
    """What can be undone: where the stage was, and what the move did to rounds.

    `first_visit` is the key of the step to which the move brought the room for the first time.
    """

    before: Stage
    effects: tuple[tuple[str, RoundEffect], ...]
    first_visit: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """All that decides which moves are allowed.

    `rounds` holds the state of the last round of each step by its key; `collecting` the keys of the
    steps that collect answers on the stage; `standing` those that stay open beside it, each with
    the positions during which it does.
    """

    stage: Stage
    plan: tuple[PlannedStep, ...]
    rounds: Mapping[str, RoundState]
    collecting: frozenset[str]
    standing: Mapping[str, range] = field(default_factory=dict)

    @property
    def current(self) -> PlannedStep | None:
        return step_at(self.plan, self.stage.position)

    @property
    def round(self) -> RoundState | None:
        """The state of the current step's last round."""
        return self.rounds.get(self.current.key) if self.current else None

    def refuse_stale(self, expected_step: int) -> None:
        """Raises StaleMove if the room has moved on since the screen that was pressed."""
        if self.stage.step != expected_step:
            raise StaleMove(self.place())

    def untouched(self, visited: Collection[str]) -> bool:
        """Whether nothing has begun: in the lobby, no step `visited`, nothing asked."""
        stage = self.stage
        return not (stage.ended or stage.position or self.rounds or visited)

    def place(self) -> str:
        """Where the room is, in words."""
        if self.stage.ended:
            return "the end"
        if self.current is None:
            return "the lobby"
        return f"step {self.stage.position}, “{self.current.activity.title}”"


def moved(room: Room, move: Move, *, expected_step: int, to: int | None = None) -> Change:
    """Apply a move, or refuse it.

    `to` is the position for JUMP. Raises StaleMove if the room has moved since `expected_step`,
    MoveRefused if the move makes no sense here.
    """
    stage = room.stage
    room.refuse_stale(expected_step)
    if stage.ended:
        raise MoveRefused("This workshop has ended. Its summary is ready.")
    change = _HOW[move](room) if move is not Move.JUMP else _go_to(room, to or 0)
    return replace(change, stage=replace(change.stage, step=stage.step + 1))


def next_is_a_reveal(room: Room) -> bool:
    """Whether “Next” closes and reveals here instead of moving on.

    A step whose result waits for another one that is still to come has nothing to reveal, nor has
    one that only the facilitators read.
    """
    if room.current is None or room.round not in UNSEALED:
        return False
    if room.current.key in room.standing or room.current.activity.unshown:
        return False
    tied = tied_steps(room.plan, room.current.key)
    return all(
        room.rounds.get(s.key) is RoundState.SEALED for s in tied if s.key != room.current.key
    )


def _next(room: Room) -> Change:
    if next_is_a_reveal(room):
        return _show_results(room)
    following = _neighbour(room, +1)
    if following is None:
        raise MoveRefused("This was the last step. Press “End workshop” to finish.")
    return _go_to(room, following)


def _back(room: Room) -> Change:
    before = _neighbour(room, -1)
    if before is None:
        raise MoveRefused("The room is at the beginning.")
    return _go_to(room, before)


def _neighbour(room: Room, direction: int) -> int | None:
    """The next position that is not cut; the lobby (0) counts as one, going back."""
    position = room.stage.position + direction
    while 0 < position <= len(room.plan) and room.plan[position - 1].cut:
        position += direction
    return position if 0 <= position <= len(room.plan) else None


def _go_to(room: Room, position: int) -> Change:
    if not 0 <= position <= len(room.plan):
        raise MoveRefused("There is no such step in this workshop.")
    if position == room.stage.position:
        # Nobody moves away, so nothing is sealed.
        return Change(room.stage)
    target = step_at(room.plan, position)
    effects = _leaving_current(room) + _standing_at(room, position)
    sealed_before = target is not None and room.rounds.get(target.key) is RoundState.SEALED
    shown_before = sealed_before and target is not None and not target.activity.unshown
    if target is not None and _opens_on_arrival(room, target):
        effects += ((target.key, RoundEffect.OPEN_NEW),)
    stage = replace(
        room.stage, position=position, results_shown=shown_before, blank=False, timer=None
    )
    return Change(stage, effects)


def _standing_at(room: Room, position: int) -> tuple[tuple[str, RoundEffect], ...]:
    """Standing steps open when the room reaches them, and are sealed once it is past their end."""
    effects: list[tuple[str, RoundEffect]] = []
    for key, positions in room.standing.items():
        if position in positions and key not in room.rounds:
            effects.append((key, RoundEffect.OPEN_NEW))
        elif position >= positions.stop and room.rounds.get(key) in UNSEALED:
            effects.append((key, RoundEffect.SEAL))
    return tuple(effects)


def _opens_on_arrival(room: Room, step: PlannedStep) -> bool:
    collects = step.key in room.collecting
    return collects and step.key not in room.rounds and not step.activity.opens_by_hand


def _sealing_current(room: Room) -> tuple[tuple[str, RoundEffect], ...]:
    if room.current is not None and room.round in UNSEALED:
        return ((room.current.key, RoundEffect.SEAL),)
    return ()


def _leaving_current(room: Room) -> tuple[tuple[str, RoundEffect], ...]:
    """Moving away seals, but not what stands beside the stage: see `_standing_at`."""
    if room.current is not None and room.current.key in room.standing:
        return ()
    return _sealing_current(room)


def _collecting_step(room: Room) -> PlannedStep:
    if room.current is None or room.current.key not in room.collecting:
        raise MoveRefused("This step collects no answers.")
    return room.current


def _open_answers(room: Room) -> Change:
    key = _collecting_step(room).key
    if room.round is RoundState.OPEN:
        raise MoveRefused("Answers are already open.")
    if room.round is RoundState.SEALED:
        raise MoveRefused("This round is sealed. “Ask again” starts a new one beside it.")
    effect = RoundEffect.REOPEN if room.round is RoundState.CLOSED else RoundEffect.OPEN_NEW
    return Change(replace(room.stage, results_shown=False), ((key, effect),))


def _close_answers(room: Room) -> Change:
    key = _collecting_step(room).key
    if room.round is not RoundState.OPEN:
        raise MoveRefused("Answers are not open.")
    return Change(room.stage, ((key, RoundEffect.CLOSE),))


def _show_results(room: Room) -> Change:
    if _collecting_step(room).activity.unshown:
        raise MoveRefused("Only the facilitators read these texts. Nothing of them is shown.")
    if room.round is None:
        raise MoveRefused("Nothing was asked yet. Press “Open answers” first.")
    return Change(replace(room.stage, results_shown=True), _sealing_current(room))


def _hide_results(room: Room) -> Change:
    if not room.stage.results_shown:
        raise MoveRefused("Results are not shown.")
    return Change(replace(room.stage, results_shown=False))


def _ask_again(room: Room) -> Change:
    key = _collecting_step(room).key
    if room.round is not RoundState.SEALED:
        raise MoveRefused("“Ask again” starts a second round once the first is sealed.")
    return Change(replace(room.stage, results_shown=False), ((key, RoundEffect.OPEN_NEW),))


def _end(room: Room) -> Change:
    unsealed = tuple((k, RoundEffect.SEAL) for k, r in room.rounds.items() if r in UNSEALED)
    stage = replace(room.stage, ended=True, results_shown=False, blank=False, timer=None)
    return Change(stage, unsealed)


def _blank(room: Room) -> Change:
    return Change(replace(room.stage, blank=not room.stage.blank))


_HOW = {
    Move.NEXT: _next,
    Move.BACK: _back,
    Move.OPEN_ANSWERS: _open_answers,
    Move.CLOSE_ANSWERS: _close_answers,
    Move.SHOW_RESULTS: _show_results,
    Move.HIDE_RESULTS: _hide_results,
    Move.ASK_AGAIN: _ask_again,
    Move.END: _end,
    Move.BLANK: _blank,
}
