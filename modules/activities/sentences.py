"""Plain sentences about disclosed numbers. Counts first; a share only from thirty people on."""

from collections.abc import Sequence

from modules.domain.disclosure import FEW, MOST, SOME, Counted, Disclosed, InWords
from modules.domain.picture import of as of
from modules.domain.tally import Cell

TOO_ALIKE = (
    "The answers are too alike, or too few in each group, to show without pointing at someone."
)
NUMBER_WORDS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")


def listed(texts: Sequence[str]) -> str:
    """“a”, “b” and “c”; a statement's own full stop would end the sentence around it."""
    quoted = [f"“{text.removesuffix('.')}”" for text in texts]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def chosen(question: Counted) -> str:
    """What was chosen most, as one sentence."""
    people = question.people
    highest = max((c.count for c in question.cells), default=0)
    if highest == 0:
        return "Nobody chose any of these."
    top = [c.label for c in question.cells if c.count == highest]
    if len(top) == len(question.cells) > 1:
        return f"All of these were chosen equally often, by {of(highest, people)} each."
    if len(top) > 1:
        return (
            f"The most frequent answers were {listed(top)}, each chosen by {of(highest, people)}."
        )
    if highest == people:
        return f"Everybody, {of(highest, people)}, chose {listed(top)}."
    if highest * 2 > people:
        return f"Most people, {of(highest, people)}, chose {listed(top)}."
    return f"The most frequent answer was {listed(top)}, chosen by {of(highest, people)}."


def worded(question: InWords) -> str:
    """A sensitive question in the only words that may be said of it."""
    parts = []
    for word in (MOST, SOME, FEW):
        labels = [cell.label for cell in question.cells if cell.word == word]
        if labels:
            parts.append(f"{word.capitalize()}: {listed(labels)}.")
    return " ".join(parts) or TOO_ALIKE


def passes(disclosed: Disclosed) -> str:
    """“2 passed.”, or "" where nobody did or it must not be told."""
    return f"{disclosed.passed} passed." if disclosed.passed else ""


def joined(*sentences: str) -> str:
    return " ".join(s for s in sentences if s)


def round_names(rounds: int, what: str = "vote") -> tuple[str, ...]:
    """“First vote”, “Second vote” …; a single round needs no name."""
    if rounds == 1:
        return ("",)
    return tuple(
        f"{NUMBER_WORDS[i]} {what}" if i < len(NUMBER_WORDS) else f"{what.capitalize()} {i + 1}"
        for i in range(rounds)
    )


def count_in(question: Counted, cell_id: str) -> Cell | None:
    return next((c for c in question.cells if c.id == cell_id), None)
