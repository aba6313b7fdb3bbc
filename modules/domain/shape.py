"""What a disclosed result looks like, so that the guide can offer the fitting debrief question."""

from modules.domain.disclosure import Counted, Disclosed, TooFewToShow
from modules.domain.guide import Shape

AGREEMENT_SHARE = 0.75
SPLIT_SHARE = 0.35
MANY_PASSES_SHARE = 0.3


def shape_of(result: Disclosed | TooFewToShow) -> Shape | None:
    """The shape, from disclosed numbers only; None where the numbers say none of them."""
    if isinstance(result, TooFewToShow):
        return Shape.TOO_FEW
    passed, answers = result.passed or 0, result.answers or 0
    if passed and passed / (passed + answers) >= MANY_PASSES_SHARE:
        return Shape.MANY_PASSES
    first = next((q for q in result.questions if isinstance(q, Counted) and q.people), None)
    return _shape_of_counts(first) if first and first.unit == "people" else None


def _shape_of_counts(question: Counted) -> Shape | None:
    shares = sorted((c.count / question.people for c in question.cells), reverse=True)
    if not shares:
        return None
    if shares[0] >= AGREEMENT_SHARE:
        return Shape.AGREEMENT
    if len(shares) > 1 and shares[1] >= SPLIT_SHARE:
        return Shape.SPLIT
    return Shape.LONG_TAIL if len(shares) > 3 else None
