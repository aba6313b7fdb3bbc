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
    """How many texts of this step were held back, and how many for the most frequent reason."""
    held: list[Contribution] = []
    for round_ in _shown_here(db, loaded, results):
        texts = sealing.contributions(db, round_.id)
        held += [text for text in texts if text.state is TextState.HELD]
    if not held:
        return ""
    named = Counter(text.reason for text in held if text.reason in REASONS_SAID).most_common(1)
    return f"{len(held)} held back{_why(named[0], of=len(held)) if named else ''}"


REASONS_SAID = {
    "names a person": ("names a person", "name a person"),
    "identifies someone": ("points at someone", "point at someone"),
    "slur": ("holds a slur", "hold a slur"),
    "off topic": ("is off topic", "are off topic"),
}
"""What one text does and what several do; of another reason there is nothing to say."""


def _why(named: tuple[str, int], *, of: int) -> str:
    reason, count = named
    one, several = REASONS_SAID[reason]
    subject = ("it" if of == 1 else "they") if count == of else f"{count}"
    return f": {subject} {one if count == 1 else several}"


def _shown_here(db: Connection, loaded: Loaded, results: Iterable[ResultView]) -> tuple[Round, ...]:
    """The rounds of the current step that are in a picture on the screen."""
    current = loaded.current
    if current is None or not any(r.key == current.key and r.picture for r in results):
        return ()
    own = [r for r in loaded.rounds if r.key == current.key and r.tally is not None]
    return tuple(r for r in own if not isinstance(outcome_of(db, loaded, current, r), TooFewToShow))
