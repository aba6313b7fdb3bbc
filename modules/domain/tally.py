"""What was counted: a tally holds everything, and is never shown. `disclosure` says what may be."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Cell:
    """One option with its count: people, or points where the question's unit says so."""

    id: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One histogram of a round: a choice has one, a scale has one for each statement.

    `people` is how many gave an answer to this question (Pass excluded). `several` is true where
    one person may count in more than one cell. `holds_passes` is true where the guide put Pass
    into one of the bands. `least` is how many mentions a cell needs to be drawn at all (words).
    `unit` is "people" or "points". `of_texts` is true where each cell is about one contribution,
    whose handle is the cell's id.
    """

    id: str
    label: str
    cells: tuple[Cell, ...]
    people: int
    several: bool = False
    holds_passes: bool = False
    least: int = 0
    unit: str = "people"
    of_texts: bool = False


ANSWERED = "answered"
"""The theme under which a question stands that the room has answered."""


class TextState(StrEnum):
    WAITING = "needs review"
    SHOWN = "shown"
    HELD = "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """A text somebody wrote, without author or time.

    `handle` names it for the moderator's buttons and says nothing about its author.
    `reworded` is the facilitator's wording, which is shown instead.
    """

    handle: str
    text: str
    state: TextState = TextState.WAITING
    reason: str = ""
    reworded: str = ""
    theme: str = ""
    question: str = ""

    @property
    def wording(self) -> str:
        return self.reworded or self.text

    @property
    def answered(self) -> bool:
        return is_answered(self.theme)


def is_answered(theme: str) -> bool:
    return theme.strip().casefold() == ANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A whole round. `answered` counts every ballot, `passed` those that passed."""

    answered: int
    passed: int
    questions: tuple[Question, ...] = ()
    contributions: tuple[Contribution, ...] = ()

    @property
    def answers(self) -> int:
        """Ballots other than Pass: what the smallest group is measured against."""
        return self.answered - self.passed
