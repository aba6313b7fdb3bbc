"""What a disclosed result looks like, so that the guide can offer the fitting debrief question.

The shares below are our own: they split results the way a facilitator would name them at a glance.
"""

from collections.abc import Iterable

from modules.domain.disclosure import FEW, MOST, Counted, Disclosed, InWords, TooFewToShow
from modules.domain.guide import Shape

AGREEMENT_SHARE = 0.75
SPLIT_SHARE = 0.35
MANY_PASSES_SHARE = 0.3
TAIL_SHARE = 0.5
TAIL_OPTIONS = 4


def shape_of(result: Disclosed | TooFewToShow) -> Shape | None:
    """The shape, from disclosed numbers and words only; None where they say none of them.

    Of several questions a split one decides; otherwise they must all look the same.
    """
    if isinstance(result, TooFewToShow):
        return Shape.TOO_FEW
    if many_passed(result):
        return Shape.MANY_PASSES
    shapes = {_shape_of(q) for q in result.questions}
    if Shape.SPLIT in shapes:
        return Shape.SPLIT
    return shapes.pop() if len(shapes) == 1 else None


def many_passed(result: Disclosed) -> bool:
    passed, answers = result.passed or 0, result.answers or 0
    return passed > 0 and passed / (passed + answers) >= MANY_PASSES_SHARE


def shape_of_shares(counts: Iterable[int], whole: int, *, camps: bool = True) -> Shape | None:
    """The shape of what several things got. `camps`: whether two large ones are a split."""
    shares = sorted((count / whole for count in counts if count), reverse=True) if whole else []
    if shares and shares[0] >= AGREEMENT_SHARE:
        return Shape.AGREEMENT
    if camps and len(shares) > 1 and shares[1] >= SPLIT_SHARE:
        return Shape.SPLIT
    if len(shares) >= TAIL_OPTIONS and shares[0] < TAIL_SHARE:
        return Shape.LONG_TAIL
    return None


def _shape_of(question: Counted | InWords) -> Shape | None:
    if isinstance(question, InWords):
        return _shape_of_words(question)
    counts = [cell.count for cell in question.cells]
    if question.unit != "people":
        return shape_of_shares(counts, sum(counts))
    # Where people chose several, two popular options are no two camps.
    return shape_of_shares(counts, question.people, camps=not question.several)


def _shape_of_words(question: InWords) -> Shape | None:
    spoken = [cell.word for cell in question.cells if cell.word != FEW]
    if spoken == [MOST]:
        return Shape.AGREEMENT
    return Shape.SPLIT if len(spoken) == 2 else None
