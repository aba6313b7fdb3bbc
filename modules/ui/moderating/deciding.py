"""What the moderator's buttons call: one decision about one text, or about the big screen."""

from dataclasses import dataclass

from modules.actions import moderating
from modules.domain.access import Acting
from modules.domain.ballot import RoundId
from modules.domain.session import SessionId
from modules.domain.tally import TextState
from modules.screens.moderation_views import CardView, ModerationRound
from modules.ui import showing, state
from modules.ui.moderating import remembering
from modules.wiring import workshop


@dataclass(frozen=True)
class Decisions:
    """Bound to one round of texts."""

    acting: Acting
    session_id: SessionId
    round_id: RoundId

    def show(self, card: CardView) -> None:
        self._decide((card,), TextState.SHOWN)

    def hold(self, card: CardView, reason: str) -> None:
        self._decide((card,), TextState.HELD, reason=reason)

    def undo(self, card: CardView) -> None:
        if self._carry_out(card, TextState.WAITING):
            remembering.take_in_hand(self.round_id, card)

    def undo_last(self, round_: ModerationRound) -> None:
        """Put what this tab decided last back to how it was before."""
        decided = remembering.last(round_)
        taken_back = [
            self._carry_out(
                card,
                before.state,
                reason=before.reason,
                reworded=before.reworded,
                theme=before.theme,
            )
            for card, before in decided
        ]
        if taken_back:
            remembering.forget(round_)
            remembering.take_in_hand(self.round_id, decided[-1][0])

    def reword(self, card: CardView, field: str) -> None:
        """Show it in what stands in the field now, which may be newer than the drawing."""
        self._decide((card,), TextState.SHOWN, reworded=state.typed(field))

    def group(self, cards: tuple[CardView, ...], theme: str) -> None:
        """Put shown texts under a theme; an empty one takes them out of theirs."""
        self._decide(cards, TextState.SHOWN, theme=theme)

    def group_typed(self, card: CardView, field: str) -> None:
        """Put one shown text under what was chosen or typed in the field."""
        # A browser sends a field once more as it leaves it: the second time nothing is decided.
        if field != state.fresh(f"theme_of_{card.handle}"):
            return
        self.group((card,), (state.typed(field) or "").strip())

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
        cards: tuple[CardView, ...],
        decided: TextState,
        *,
        reason: str = "",
        reworded: str | None = None,
        theme: str | None = None,
    ) -> None:
        """Decide and remember it. A shown text keeps the wording and the theme it has."""
        shown = decided is TextState.SHOWN
        done = [
            card
            for card in cards
            if self._carry_out(
                card,
                decided,
                reason=reason,
                reworded=(card.reworded if shown else "") if reworded is None else reworded,
                theme=(card.theme if shown else "") if theme is None else theme,
            )
        ]
        if done:
            remembering.remember(self.round_id, done, decided)

    def _carry_out(
        self,
        card: CardView,
        decided: TextState,
        *,
        reason: str = "",
        reworded: str = "",
        theme: str = "",
    ) -> bool:
        state.renew(f"theme_of_{card.handle}")
        return showing.run_safely(
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
