"""Texts on the big screen: one shown large, and how many were held back."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection

from modules.activities.kind import kind_of
from modules.domain.ballot import Round
from modules.domain.disclosure import TooFewToShow
from modules.domain.tally import Contribution, TextState
from modules.screens.results import Loaded, outcome_of
from modules.screens.views import ResultView
from modules.storage import sealing

SPOTLIGHT_SEPARATOR = "/"


def spotlight(db: Connection, loaded: Loaded, results: Iterable[ResultView]) -> str:
    """The text that is shown large, if it stands on the wall that is shown; else empty.

    `results` are those on the screen: a result that waits for another one has no wall yet, and
    words are counted, not shown one by one.
    """
    if loaded.current is None or not kind_of(loaded.current.activity).walled:
        return ""
    round_id, _, handle = (loaded.session.spotlight or "").partition(SPOTLIGHT_SEPARATOR)
    for round_ in _shown_here(db, loaded, results):
        if round_.id == round_id:
            for text in sealing.contributions(db, round_.id):
                if text.handle == handle and text.state is TextState.SHOWN:
                    return text.wording
    return ""


def held_back(db: Connection, loaded: Loaded, results: Iterable[ResultView]) -> str:
    """How many texts of this step were held back, and the most frequent reason."""
    held: list[Contribution] = []
    for round_ in _shown_here(db, loaded, results):
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


def _shown_here(db: Connection, loaded: Loaded, results: Iterable[ResultView]) -> tuple[Round, ...]:
    """The rounds of the current step that are in a picture on the screen."""
    current = loaded.current
    if current is None or not any(r.key == current.key and r.picture for r in results):
        return ()
    own = [r for r in loaded.rounds if r.key == current.key and r.tally is not None]
    return tuple(r for r in own if not isinstance(outcome_of(db, loaded, current, r), TooFewToShow))
