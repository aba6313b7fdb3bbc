"""What this tab reads, and what it decided last, so that it can be taken back: without any text.

A handle is new once a round is sealed. A card is therefore found again by what its text hashes to
in this process; two people's equal texts with equal decisions stand for each other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from modules.domain.tally import TextState
from modules.screens.moderation_views import CardView, ModerationRound
from modules.ui import state

DECISIONS_REMEMBERED = 30


@dataclass(frozen=True, slots=True)
class Decided:
    """One press: the cards as they were, without their texts, and what became of them."""

    before: tuple[tuple[int, CardView], ...]
    after: TextState


def remember(round_id: str, cards: Sequence[CardView], after: TextState) -> None:
    before = tuple((hash(card.text), replace(card, text="")) for card in cards)
    known = state.decided_here(round_id)
    known.append(Decided(before, after))
    del known[:-DECISIONS_REMEMBERED]


def at_hand(round_: ModerationRound) -> CardView | None:
    """The text before the moderator, which stays there until somebody decides about it.

    Sealing orders all texts anew, and new ones come in: whoever has read one presses next.
    """
    waiting = round_.in_state(TextState.WAITING)
    if not waiting:
        return None
    before = state.text_at_hand(round_.round_id)
    card = next((c for c in waiting if hash(c.text) == before), waiting[0])
    take_in_hand(round_.round_id, card)
    return card


def take_in_hand(round_id: str, card: CardView) -> None:
    state.take_in_hand(round_id, hash(card.text))


def last(round_: ModerationRound) -> tuple[tuple[CardView, CardView], ...]:
    """The cards of the last decision that still stands, each with how it was before."""
    for decided in reversed(state.decided_here(round_.round_id)):
        if found := tuple(_still(round_, decided)):
            return found
    return ()


def forget(round_: ModerationRound) -> None:
    """The last decision was taken back, and with it go those that do not stand any more."""
    known = state.decided_here(round_.round_id)
    while known and not any(_still(round_, known[-1])):
        known.pop()
    if known:
        known.pop()


def recent(round_: ModerationRound) -> tuple[CardView, ...]:
    """The cards that this tab decided about, the newest first."""
    found = {
        card.handle: card
        for decided in reversed(state.decided_here(round_.round_id))
        for card, _ in _still(round_, decided)
    }
    return tuple(found.values())


def _still(round_: ModerationRound, decided: Decided) -> Iterator[tuple[CardView, CardView]]:
    standing = round_.in_state(decided.after)
    for text, before in decided.before:
        alike = [card for card in standing if hash(card.text) == text]
        same = [card for card in alike if card.handle == before.handle]
        if alike:
            yield (same or alike)[0], before
