"""Comparing what was shown: before and after, over the sessions of a series, over runs of a guide.

Every number here is one that was disclosed on its own: a reading cannot hold anything else, so
taking known sessions from a pooled one leaves only what another session showed as well. Nobody's
answers are linked.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from modules.domain.ballot import Round, RoundState
from modules.domain.disclosure import (
    Counted,
    Disclosed,
    InWords,
    disclose_rounds,
    rule_of,
)
from modules.domain.guide import Activity
from modules.domain.session import PlannedStep, Session, tied_steps
from modules.domain.tally import Cell

SESSIONS_TO_POOL = 3
"""From two, somebody who was in one of them would be told the other one's result."""

SERIES_DAYS = 400
"""How long a series lasts at most from its first session: a year, and a month to meet again."""

USUAL_CHANGE = 0.38
"""The mean effect of diversity trainings in standard deviations, Hedges' g (Bezrukova et al. 2016,
doi 10.1037/bul0000067); less for behaviour."""

_STANDARD_ERRORS = 2.8
"""For 80 % power in a two-sided test at 5 %: 1.96 + 0.84 (Cohen 1988)."""


class Moment(StrEnum):
    """When an item was answered; looking back is asked at the end, about the beginning."""

    BEFORE = "before"
    LOOKING_BACK = "looking back"
    NOW = "now"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A question that is asked in the same words in many sessions, as its kind describes it.

    `question` is its id in the tally, `item` the stable one. `reached` are the answers that
    `reached_means` says in words, `beside` those on no scale (“did not come up”). `within` is the
    item of which this one counts a part, and `among` the people whom that one reached: acting, of
    noticing, among those who noticed.
    """

    question: str
    item: str
    text: str
    reached: tuple[str, ...] = ()
    reached_means: str = ""
    beside: tuple[str, ...] = ()
    within: str = ""
    among: str = ""
    looking_back: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many people."""

    reached: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One item at one moment of one session, as it was disclosed: in numbers, or only in words."""

    measure: Measure
    moment: Moment
    shown: Counted | InWords

    @property
    def count(self) -> Count | None:
        """How many reached it, of those on the scale; None where only words may be said."""
        if isinstance(self.shown, InWords) or not self.measure.reached:
            return None
        on_scale = [c for c in self.shown.cells if c.id not in self.measure.beside]
        reached = sum(c.count for c in on_scale if c.id in self.measure.reached)
        return Count(reached, sum(c.count for c in on_scale))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """All that a series keeps of a session: a date, the guide, and readings. No texts."""

    held_on: date
    guide_id: str
    guide_version: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """The same item over several sessions, added up: a reading for each moment."""

    sessions: int
    readings: tuple[Reading, ...]


MeasuresOf = Callable[[Activity], tuple[Measure, ...]]


def readings_of(
    session: Session,
    plan: tuple[PlannedStep, ...],
    rounds: Sequence[Round],
    measures_of: MeasuresOf,
) -> tuple[Reading, ...]:
    """What a session showed of the items it asked, in the order in which they were first asked.

    An item that waits for the results it is revealed with is left out with them.
    """
    asked = [
        (measure, question)
        for step in plan
        for disclosed in _shown_together(session, plan, rounds, step, measures_of)
        for measure in measures_of(step.activity)
        for question in disclosed.questions
        if question.id == measure.question
    ]
    return tuple(
        reading
        for item in dict.fromkeys(measure.item for measure, _ in asked)
        for reading in _moments([(m, q) for m, q in asked if m.item == item])
    )


def series_ends(first_session: date) -> date:
    """When all that a series keeps is erased."""
    return first_session + timedelta(days=SERIES_DAYS)


def before_and_after(readings: Iterable[Reading]) -> tuple[tuple[Reading, ...], ...]:
    """The items with more than one reading in this session: how it was before stands first."""
    changed = [found for found in by_item(readings).values() if len(found) > 1]
    return tuple(tuple(found) for found in changed)


def by_item(readings: Iterable[Reading]) -> Mapping[str, tuple[Reading, ...]]:
    found: dict[str, tuple[Reading, ...]] = {}
    for reading in readings:
        found[reading.measure.item] = (*found.get(reading.measure.item, ()), reading)
    return found


def pooled(pulses: Iterable[Pulse]) -> tuple[Pooled, ...]:
    """Sessions of one guide version added up, item by item, where at least three asked it alike.

    A session whose result was given in words adds nothing, not even its number of answers.
    """
    alike: dict[object, list[tuple[Reading, ...]]] = {}
    for pulse in pulses:
        for item, found in by_item(pulse.readings).items():
            counted = tuple(r for r in found if isinstance(r.shown, Counted))
            if len(counted) == len(found):
                key = pulse.guide_id, pulse.guide_version, item, tuple(map(_asked_as, counted))
                alike.setdefault(key, []).append(counted)
    return tuple(
        Pooled(sessions=len(group), readings=tuple(map(_added, zip(*group, strict=True))))
        for group in alike.values()
        if len(group) >= SESSIONS_TO_POOL
    )


def part_of(reading: Reading, others: Iterable[Reading]) -> Count | None:
    """How many of those whom the wider item fits: B2 of B1, those who acted of those who noticed;
    B3 of B7, those who acted of those who were among themselves.

    None unless both were asked of the same people at the same moment, and fit each other.
    """
    for other in others:
        same = other.measure.item == reading.measure.within and other.moment is reading.moment
        if same and (part := reading.count) and (whole := other.count):
            fits = part.reached <= whole.reached and _people(reading) == _people(other)
            return Count(part.reached, whole.reached) if fits and whole.reached else None
    return None


def detectable_change(before: int, after: int) -> float:
    """The smallest change, in standard deviations, that unlinked answers of two groups would show
    four times in five (Cohen's d; normal approximation)."""
    return float(_STANDARD_ERRORS * (1 / before + 1 / after) ** 0.5)


def _shown_together(
    session: Session,
    plan: tuple[PlannedStep, ...],
    rounds: Sequence[Round],
    step: PlannedStep,
    measures_of: MeasuresOf,
) -> tuple[Disclosed, ...]:
    if not measures_of(step.activity):
        return ()
    tied = tied_steps(plan, step.key)
    if not all(_disclosed(session, rounds, s) for s in tied):
        return ()
    return _disclosed(session, rounds, step)


def _disclosed(
    session: Session, rounds: Sequence[Round], step: PlannedStep
) -> tuple[Disclosed, ...]:
    sealed = [
        round_.tally
        for round_ in rounds
        if round_.key == step.key and round_.state is RoundState.SEALED and round_.tally
    ]
    outcomes = disclose_rounds(sealed, rule_of(session, step.activity))
    return tuple(outcome for outcome in outcomes if isinstance(outcome, Disclosed))


def _moments(asked: Sequence[tuple[Measure, Counted | InWords]]) -> tuple[Reading, ...]:
    """One item's answers, in the order in which they were asked, with what each of them is."""
    back = [pair for pair in asked if pair[0].looking_back]
    now = [pair for pair in asked if not pair[0].looking_back]
    chosen = (
        (Moment.BEFORE, now[:1] if len(now) > 1 else []),
        (Moment.LOOKING_BACK, back[-1:]),
        (Moment.NOW, now[-1:]),
    )
    return tuple(
        Reading(measure=measure, moment=moment, shown=shown)
        for moment, pairs in chosen
        for measure, shown in pairs
    )


def _asked_as(reading: Reading) -> object:
    """What must be equal for two readings to be added up."""
    cells = tuple((cell.id, cell.label) for cell in reading.shown.cells)
    return reading.moment, reading.measure, cells


def _added(readings: Sequence[Reading]) -> Reading:
    shown = [r.shown for r in readings if isinstance(r.shown, Counted)]
    columns = zip(*(question.cells for question in shown), strict=True)
    total = Counted(
        id=shown[0].id,
        label=shown[0].label,
        cells=tuple(Cell(c[0].id, c[0].label, sum(cell.count for cell in c)) for c in columns),
        people=sum(question.people for question in shown),
    )
    return Reading(measure=readings[0].measure, moment=readings[0].moment, shown=total)


def _people(reading: Reading) -> int | None:
    return reading.shown.people if isinstance(reading.shown, Counted) else None
