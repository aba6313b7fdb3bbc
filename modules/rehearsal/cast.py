"""Who comes to a rehearsal: an ordinary room, or one of the cases that are hard to facilitate."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

PEOPLE_RANGE = range(3, 61)
SPEED_RANGE = range(1, 21)
THREE = 3
# Of the people in a case with difficult texts, one in so many writes one; at least two do.
ONE_IN = 6
DIFFICULT_AT_LEAST = 2
# In an ordinary room one phone is put away in the middle, after so many answers.
LEAVES_AFTER = 5
DROPS_AFTER = 1


class Case(StrEnum):
    """What kind of room comes; the values are what the facilitator chooses from."""

    ORDINARY = "An ordinary room"
    THREE_ANSWERS = "Only three people answer"
    EVEN_SPLIT = "The room is split evenly"
    UNANIMITY = "Everybody answers the same"
    HOSTILE = "Somebody writes a hostile text"
    NAMES_A_PERSON = "Somebody writes about a person by name"
    DROPPING_OUT = "Half the phones drop out"


# Longest first: a question takes the first one that fits it.
HOSTILE = (
    (
        "You people only ever complain. Nobody asked you to be here.",
        "Nobody asked you to be here",
    ),
    ("<b>Shut up</b>, all of you. <script>alert('here')</script>", "Shut up, all of you"),
)
NAMES_A_PERSON = (
    ("Jordan Miller from accounting does this every single week.", "Jordan Miller"),
    ("My boss Robin always laughs about it.", "Jordan Miller"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How one invented person behaves.

    `seed` makes each person's choices their own and repeatable. `tempo` multiplies every pause.
    People of one `camp` give the same answer; None means their own. `writes` replaces what they
    would write, in order of preference. `passes` and `changes` are chances from 0 to 1.
    `drops_after` is the number of answers after which the phone is gone, with a press on “Leave”
    or without.
    """

    seed: int
    tempo: float = 1.0
    answers: bool = True
    passes: float = 0.0
    changes: float = 0.0
    camp: int | None = None
    writes: tuple[str, ...] = ()
    drops_after: int | None = None
    says_goodbye: bool = False


def cast(case: Case, people: int) -> tuple[Part, ...]:
    """The parts of a case, for this many people."""
    return tuple(_of_case(case, list(_ordinary(people))))


def _ordinary(people: int) -> Iterator[Part]:
    for seed in range(people):
        # From half as slow again to twice as fast, in no order of arrival.
        tempo = 0.6 + (seed * 7 % 10) / 10
        yield Part(seed=seed, tempo=tempo)


def _of_case(case: Case, parts: list[Part]) -> Iterator[Part]:
    many = len(parts)
    difficult = max(DIFFICULT_AT_LEAST, many // ONE_IN)
    for place, part in enumerate(parts):
        match case:
            case Case.ORDINARY:
                leaves = LEAVES_AFTER if place == many // 2 else None
                yield replace(part, passes=1 / 12, changes=1 / 10, drops_after=leaves)
            case Case.THREE_ANSWERS:
                yield replace(part, answers=place < THREE)
            case Case.EVEN_SPLIT:
                yield replace(part, camp=place % 2)
            case Case.UNANIMITY:
                yield replace(part, camp=0)
            case Case.HOSTILE:
                yield _writing(part, HOSTILE, place, difficult)
            case Case.NAMES_A_PERSON:
                yield _writing(part, NAMES_A_PERSON, place, difficult)
            case Case.DROPPING_OUT:
                drops = DROPS_AFTER if place % 2 else None
                yield replace(part, drops_after=drops, says_goodbye=place % 4 == 1)


def _writing(part: Part, texts: tuple[tuple[str, ...], ...], place: int, difficult: int) -> Part:
    return replace(part, writes=texts[place % len(texts)]) if place < difficult else part
