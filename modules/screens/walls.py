"""Texts on the big screen: one shown large, and how many were held back."""

from collections import Counter

from sqlalchemy import Connection

from modules.domain.ballot import Round
from modules.domain.disclosure import TooFewToShow
from modules.domain.tally import Contribution, TextState
from modules.screens.results import Loaded, outcome_of
from modules.storage import sealing

SPOTLIGHT_SEPARATOR = "/"


def spotlight(db: Connection, loaded: Loaded) -> str:
    """The text that is shown large, if its result may be shown and it still is; else empty."""
    round_id, _, handle = (loaded.session.spotlight or "").partition(SPOTLIGHT_SEPARATOR)
    for round_ in _sealed_here(db, loaded):
        if round_.id == round_id:
            for text in sealing.contributions(db, round_.id):
                if text.handle == handle and text.state is TextState.SHOWN:
                    return text.wording
    return ""


def held_back(db: Connection, loaded: Loaded) -> str:
    """How many texts of this step were held back, and the most frequent reason."""
    held: list[Contribution] = []
    for round_ in _sealed_here(db, loaded):
        texts = sealing.contributions(db, round_.id)
        held += [text for text in texts if text.state is TextState.HELD]
    if not held:
        return ""
    [(reason, count)] = Counter(text.reason for text in held).most_common(1)
    return f"{len(held)} held back: {count} {REASONS_SAID.get(reason, reason)}"


REASONS_SAID = {
    "names a person": "for naming a person",
    "identifies someone": "for pointing at someone",
    "slur": "for a slur",
    "off topic": "off topic",
    "other": "for another reason",
}


def _sealed_here(db: Connection, loaded: Loaded) -> tuple[Round, ...]:
    """The sealed rounds of the current step whose results may be shown."""
    current = loaded.current
    if current is None:
        return ()
    own = [r for r in loaded.rounds if r.key == current.key and r.tally is not None]
    return tuple(r for r in own if not isinstance(outcome_of(db, loaded, current, r), TooFewToShow))
