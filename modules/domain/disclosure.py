"""Every privacy number and rule: what may be shown of a tally, as types that cannot hold more.

The rules and their reasons are in docs/privacy.md. In short: nothing below the smallest group;
a sensitive item only in the guide's bands, and in words for the whole question as soon as one band
(or the passes) would be a small group or the room is unanimous (domain.sensitive); asked again,
only in numbers that all moved by a whole group; a word only from two mentions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from modules.domain.guide import Activity, Sensitivity
from modules.domain.sensitive import FEW as FEW
from modules.domain.sensitive import MOST as MOST
from modules.domain.sensitive import SOME as SOME
from modules.domain.sensitive import numbers_are_safe, words_for
from modules.domain.session import Session
from modules.domain.tally import Cell, Question, Tally, TextState

SMALLEST_GROUP_DEFAULT = 5
SMALLEST_GROUP_RANGE = range(3, 11)
MENTIONS_TO_DRAW_A_WORD = 2
CONTRIBUTIONS_FOR_TEXTS_IN_FILES = 10
PASS = "pass"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What holds for one activity of one session. `smallest_group` is 1 only in practice.

    `unshown` holds in practice, too: what only the facilitators read is shown to nobody.
    """

    smallest_group: int
    sensitivity: Sensitivity = Sensitivity.LOW
    practice: bool = False
    unshown: bool = False

    @property
    def sensitive(self) -> bool:
        return self.sensitivity is not Sensitivity.LOW and not self.practice


def rule_of(session: Session, activity: Activity) -> Rule:
    """The session's rule for one activity, which may raise the smallest group, never lower it."""
    least = 1 if session.practice else max(session.smallest_group, activity.smallest_group or 0)
    return Rule(
        smallest_group=least,
        sensitivity=activity.sensitivity,
        practice=session.practice,
        unshown=activity.unshown,
    )


@dataclass(frozen=True, slots=True)
class TooFewToShow:
    """Nothing of the round may be shown; `needed` is the smallest group."""

    needed: int


@dataclass(frozen=True, slots=True)
class NotForTheRoom(TooFewToShow):
    """Nothing of the round may be shown, however many answered: only the facilitators read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A question whose numbers may be shown."""

    id: str
    label: str
    cells: tuple[Cell, ...]
    people: int
    several: bool = False
    unit: str = "people"


@dataclass(frozen=True, slots=True)
class Worded:
    id: str
    label: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InWords:
    """A sensitive question of which only "most", "some", "few or none" may be said.

    `cells` is empty where even these words, with the number of answers, would give a count away.
    """

    id: str
    label: str
    cells: tuple[Worded, ...]


@dataclass(frozen=True, slots=True)
class ShownText:
    text: str
    theme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """All that may be shown of a sealed round. `passed` is None where it must not be told.

    `texts_withheld` says that texts were shown in the room and are left out here; what is left of
    them is the themes, with an empty text each.
    """

    questions: tuple[Counted | InWords, ...] = ()
    texts: tuple[ShownText, ...] = ()
    answers: int | None = None
    passed: int | None = None
    texts_withheld: bool = False


Outcome = Disclosed | TooFewToShow


def disclose(tally: Tally, rule: Rule) -> Outcome:
    """What may be shown of a sealed round's tally under the session's rule."""
    if rule.unshown:
        return NotForTheRoom(needed=rule.smallest_group)
    if tally.answers < max(rule.smallest_group, 1):
        return TooFewToShow(needed=rule.smallest_group)
    texts = tuple(
        ShownText(c.wording, c.theme) for c in tally.contributions if c.state is TextState.SHOWN
    )
    if not rule.sensitive:
        return Disclosed(
            questions=tuple(_numbers(q) for q in tally.questions),
            texts=texts,
            answers=tally.answers,
            passed=tally.passed,
        )
    questions = tuple(_sensitive(q, tally, rule) for q in tally.questions)
    told = all(isinstance(q, Counted) for q in questions) and not _hides_passes(tally, rule)
    return Disclosed(
        questions=questions,
        texts=texts,
        answers=tally.answers if told else None,
        passed=tally.passed if told else None,
    )


def disclose_rounds(tallies: Iterable[Tally], rule: Rule) -> tuple[Outcome, ...]:
    """What may be shown of the rounds of one activity beside each other, oldest first.

    Of a sensitive question a later round is shown only beside earlier ones that are all in numbers,
    and only in numbers that all moved by at least the smallest group. What fewer people than that
    change, join or leave, then never changes what is shown: there is nothing to compare.
    """
    outcomes: list[Outcome] = []
    before: list[Asked] = []
    for tally in tallies:
        outcome = disclose(tally, rule)
        if rule.sensitive and isinstance(outcome, Disclosed):
            outcome = _beside(before, (tally, outcome), rule)
            before.append((tally, outcome))
        outcomes.append(outcome)
    return tuple(outcomes)


Asked = tuple[Tally, Disclosed]


def _beside(before: Sequence[Asked], later: Asked, rule: Rule) -> Disclosed:
    tally, disclosed = later
    told = tuple(
        shown
        if all(_moved(question, earlier, later, rule.smallest_group) for earlier in before)
        else _nothing_of(question)
        for question, shown in zip(tally.questions, disclosed.questions, strict=True)
    )
    if told == disclosed.questions:
        return disclosed
    return replace(disclosed, questions=told, answers=None, passed=None)


def _moved(question: Question, earlier: Asked, later: Asked, least: int) -> bool:
    """Whether a question was shown in numbers twice, and all of them moved by a whole group."""
    numbers = []
    for tally, disclosed in (earlier, later):
        shown = next((q for q in disclosed.questions if q.id == question.id), None)
        if not isinstance(shown, Counted):
            return False
        # Who passed is nobody's business either; what is in a band is counted there.
        passed = 0 if question.holds_passes else tally.passed
        numbers.append({cell.id: cell.count for cell in shown.cells} | {PASS: passed})
    before, after = numbers
    pairs = [(before.get(cell, 0), after.get(cell, 0)) for cell in before | after]
    # Where nobody passed, twice, there is nobody to be looked for.
    return all(a == b == 0 or abs(a - b) >= least for a, b in pairs)


def for_files(disclosed: Disclosed, tally: Tally, texts_outside: int) -> Disclosed:
    """What of a shown result may leave the room in a file.

    Verbatim texts stay in the room below `texts_outside` answers; the facilitator's themes are the
    facilitator's words and may always go.
    """
    if tally.answers >= texts_outside:
        return disclosed
    themes = sorted({t.theme for t in disclosed.texts if t.theme})
    return replace(
        disclosed,
        texts=tuple(ShownText("", theme) for theme in themes),
        texts_withheld=bool(disclosed.texts),
    )


def _numbers(question: Question) -> Counted:
    return Counted(
        id=question.id,
        label=question.label,
        cells=tuple(c for c in question.cells if c.count >= question.least),
        people=question.people,
        several=question.several,
        unit=question.unit,
    )


def _hides_passes(tally: Tally, rule: Rule) -> bool:
    in_a_band = any(q.holds_passes for q in tally.questions)
    return in_a_band or 0 < tally.passed < rule.smallest_group


def _sensitive(question: Question, tally: Tally, rule: Rule) -> Counted | InWords:
    """Numbers where every band and its remainder are large enough; otherwise words for all."""
    if question.least:
        # What people wrote has no bands: each word would be a group of its own.
        return _nothing_of(question)
    counts, least = [cell.count for cell in question.cells], rule.smallest_group
    # How many passed follows from the numbers shown and the number of answers seen before sealing.
    passes_safe = question.holds_passes or tally.passed == 0 or tally.passed >= least
    safe = numbers_are_safe(counts, question.people, least, several=question.several)
    if passes_safe and safe:
        return _numbers(question)
    if not passes_safe and len(tally.questions) > 1:
        # Several questions in words, weighed together, would tell how many passed.
        return _nothing_of(question)
    words = words_for(counts, question.people, tally.answered, least, several=question.several)
    cells = zip(question.cells, words, strict=False)
    worded = tuple(Worded(cell.id, cell.label, word) for cell, word in cells)
    return InWords(id=question.id, label=question.label, cells=worded)


def _nothing_of(question: Question) -> InWords:
    return InWords(id=question.id, label=question.label, cells=())
