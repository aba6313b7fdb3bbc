"""What the moderator's buttons call: one decision about one text, or about the big screen."""

from dataclasses import dataclass

from modules.actions import moderating
from modules.domain.access import Acting
from modules.domain.ballot import RoundId
from modules.domain.session import SessionId
from modules.domain.tally import TextState
from modules.screens.views import CardView
from modules.ui import showing, state
from modules.wiring import workshop


@dataclass(frozen=True)
class Decisions:
    """Bound to one round of texts."""

    acting: Acting
    session_id: SessionId
    round_id: RoundId

    def show(self, card: CardView) -> None:
        self._decide(card, TextState.SHOWN, reworded=card.reworded, theme=card.theme)

    def hold(self, card: CardView, reason: str) -> None:
        self._decide(card, TextState.HELD, reason=reason)

    def undo(self, card: CardView) -> None:
        self._decide(card, TextState.WAITING)

    def reword(self, card: CardView, field: str) -> None:
        """Show it in what stands in the field now, which may be newer than the drawing."""
        self._decide(card, TextState.SHOWN, reworded=state.typed(field), theme=card.theme)

    def group(self, cards: tuple[CardView, ...], theme: str) -> None:
        """Put shown texts under a theme; an empty one takes them out of theirs."""
        for card in cards:
            self._decide(card, TextState.SHOWN, reworded=card.reworded, theme=theme)

    def mark_answered(self, card: CardView, *, answered: bool) -> None:
        showing.run_safely(
            lambda: moderating.mark_answered(
                workshop().tools,
                acting=self.acting,
                session_id=self.session_id,
                round_id=self.round_id,
                handle=card.handle,
                answered=answered,
            )
        )

    def show_large(self, card: CardView | None) -> None:
        """One shown text on the whole projector, or none."""
        showing.run_safely(
            lambda: moderating.spotlight(
                workshop().tools,
                acting=self.acting,
                session_id=self.session_id,
                round_id=self.round_id if card else None,
                handle=card.handle if card else "",
            )
        )

    def _decide(
        self,
        card: CardView,
        decided: TextState,
        *,
        reason: str = "",
        reworded: str = "",
        theme: str = "",
    ) -> None:
        showing.run_safely(
            lambda: moderating.decide(
                workshop().tools,
                acting=self.acting,
                session_id=self.session_id,
                round_id=self.round_id,
                handle=card.handle,
                seen=card.state,
                state=decided,
                reason=reason,
                reworded=reworded,
                theme=theme,
            )
        )
