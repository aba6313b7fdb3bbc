"""Every privacy number and rule: what may be shown of a tally, as types that cannot hold more.

The rules and their reasons are in docs/privacy.md. In short: nothing below the smallest group;
a sensitive item only in the guide's bands, and in words for the whole question as soon as one band
(or the passes) would be a small group or the room is unanimous; a word only from two mentions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from modules.domain.guide import Activity, Sensitivity
from modules.domain.session import Session
from modules.domain.tally import Cell, Question, Tally, TextState

SMALLEST_GROUP_DEFAULT = 5
SMALLEST_GROUP_RANGE = range(3, 11)
MENTIONS_TO_DRAW_A_WORD = 2
CONTRIBUTIONS_FOR_TEXTS_IN_FILES = 10
PASS = "pass"

MOST, SOME, FEW = "most", "some", "few or none"


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


def disclose(tally: Tally, rule: Rule) -> Disclosed | TooFewToShow:
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
    questions = tuple(_sensitive(q, tally.passed, rule) for q in tally.questions)
    told = all(isinstance(q, Counted) for q in questions) and not _hides_passes(tally, rule)
    return Disclosed(
        questions=questions,
        texts=texts,
        answers=tally.answers if told else None,
        passed=tally.passed if told else None,
    )


def beside(
    earlier: Sequence[Disclosed | TooFewToShow], later: Disclosed | TooFewToShow, rule: Rule
) -> Disclosed | TooFewToShow:
    """What may be shown of a round beside those of the same question that were shown before.

    Where two rounds of a sensitive question differ by a small group, somebody who knows who came or
    changed their mind reads that group's answers from the difference: the later one says nothing.
    """
    if not rule.sensitive or isinstance(later, TooFewToShow):
        return later
    before = [r for r in earlier if isinstance(r, Disclosed)]
    told = tuple(
        InWords(id=q.id, label=q.label, cells=()) if _differs_by_few(q, before, rule) else q
        for q in later.questions
    )
    if told == later.questions:
        return later
    return replace(later, questions=told, answers=None, passed=None)


def _differs_by_few(question: Counted | InWords, before: Iterable[Disclosed], rule: Rule) -> bool:
    if isinstance(question, InWords):
        return False
    counts = {cell.id: cell.count for cell in question.cells}
    for shown in before:
        for other in shown.questions:
            if isinstance(other, Counted) and other.id == question.id:
                gaps = (abs(counts.get(c.id, 0) - c.count) for c in other.cells)
                if any(0 < gap < rule.smallest_group for gap in gaps):
                    return True
    return False


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


def _sensitive(question: Question, passed: int, rule: Rule) -> Counted | InWords:
    """Numbers where every band and its remainder are large enough; otherwise words for all."""
    least = rule.smallest_group
    # How many passed follows from the numbers shown and the number of answers seen before sealing.
    passes_safe = question.holds_passes or passed == 0 or passed >= least
    cells_safe = all(c.count >= least for c in question.cells)
    if question.several:
        cells_safe = cells_safe and all(question.people - c.count >= least for c in question.cells)
    if passes_safe and cells_safe:
        return _numbers(question)
    words = tuple(_word(c.count, question.people, least) for c in question.cells)
    if not question.several and _gives_a_count_away(words, question.people, least):
        words = ()
    return InWords(
        id=question.id,
        label=question.label,
        cells=tuple(Worded(c.id, c.label, w) for c, w in zip(question.cells, words, strict=False)),
    )


def _word(count: int, people: int, least: int) -> str:
    if count < least:
        return FEW
    return MOST if count * 2 > people else SOME


def _gives_a_count_away(words: tuple[str, ...], people: int, least: int) -> bool:
    """Whether somebody who knows how many answered could work a count out from the words.

    Each word is an interval of counts and the counts sum to `people`. A count is given away if its
    interval narrows to one value, or if "few or none" can no longer mean none.
    """
    spans = {FEW: (0, min(least - 1, people)), SOME: (least, people // 2)}
    spans[MOST] = (max(least, people // 2 + 1), people)
    low = sum(spans[w][0] for w in words)
    high = sum(spans[w][1] for w in words)
    for word in words:
        span_low, span_high = spans[word]
        at_least = max(span_low, people - (high - span_high))
        at_most = min(span_high, people - (low - span_low))
        if at_least == at_most or (word == FEW and at_least > 0):
            return True
    return False
