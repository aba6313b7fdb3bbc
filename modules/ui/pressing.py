"""What the buttons of a console call: one action each, and a refusal becomes a sentence.

`step` is always the step of the screen that was pressed; a stale one is refused by the action.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from modules.actions import ending, hosting, moderating, planning, signing, timing
from modules.actions.timing import TimerAction
from modules.actions.tools import Tools
from modules.domain.access import Acting
from modules.domain.ballot import RoundId
from modules.domain.moves import Move
from modules.domain.session import SessionId
from modules.ui import showing, state
from modules.wiring import workshop


@dataclass(frozen=True)
class Presses:
    acting: Acting
    session_id: SessionId

    def move(self, move: Move, step: int, to: int | None = None) -> None:
        self._do(hosting.move, move=move, expected_step=step, to=to)

    def jump(self, position: int, step: int) -> None:
        self.move(Move.JUMP, step, position)

    def undo(self, step: int) -> None:
        self._do(hosting.undo, expected_step=step)

    def timer(self, action: TimerAction, step: int) -> None:
        self._do(timing.set_timer, action=action, expected_step=step)

    def reopen(self, step: int) -> None:
        self._do(hosting.reopen, expected_step=step)

    def make_final(self) -> None:
        self._do(ending.make_final)

    def show_code(self, shown: bool) -> None:
        self._do(hosting.show_code, shown=shown)

    def lock(self, locked: bool) -> None:
        self._do(hosting.lock, locked=locked)

    def cut(self, key: str, step: int, *, cut: bool = True) -> None:
        self._do(planning.cut, key=key, cut=cut, expected_step=step)

    def reorder(self, key: str, to: int, step: int) -> None:
        self._do(planning.reorder, key=key, to=to, expected_step=step)

    def insert_break(self, minutes: int, step: int) -> bool:
        return self._do(planning.insert_break, minutes=minutes, expected_step=step)

    def ask(self, block: Mapping[str, Any], step: int) -> bool:
        return self._do(planning.ask, block=block, expected_step=step)

    def note(self, key: str, field: str) -> None:
        """Keep what stands in the text field now."""
        self._do(planning.write_note, key=key, text=state.typed(field))

    def agreed(self, key: str, field: str) -> None:
        """Put what stands in the text field now into everyone's summary."""
        self._do(planning.write_agreed, key=key, text=state.typed(field))

    def mark_answered(self, round_id: str, handle: str, *, answered: bool) -> None:
        self._do(
            moderating.mark_answered,
            round_id=RoundId(round_id),
            handle=handle,
            answered=answered,
        )

    def make_moderator_link(self, base: str) -> None:
        """Shown once: only a hash of it is kept."""

        def make() -> None:
            token = signing.moderator_link(
                workshop().tools, acting=self.acting, session_id=self.session_id
            )
            state.keep_moderator_link(f"{base.rstrip('/')}/sign-in/{token}")

        showing.run_safely(make)

    def withdraw_moderators(self) -> None:
        self._do(signing.withdraw_moderators)
        state.keep_moderator_link("")

    def _do(self, do: Callable[..., None], /, **more: Any) -> bool:
        tools: Tools = workshop().tools
        return showing.run_safely(
            lambda: do(tools, acting=self.acting, session_id=self.session_id, **more)
        )
