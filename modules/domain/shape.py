"""What a disclosed result looks like, so that the guide can offer the fitting debrief question.

The shares below are our own: they split results the way a facilitator would name them at a glance.
"""

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
    passed, answers = result.passed or 0, result.answers or 0
    if passed and passed / (passed + answers) >= MANY_PASSES_SHARE:
        return Shape.MANY_PASSES
    shapes = {_shape_of(q) for q in result.questions}
    if Shape.SPLIT in shapes:
        return Shape.SPLIT
    return shapes.pop() if len(shapes) == 1 else None


def _shape_of(question: Counted | InWords) -> Shape | None:
    if isinstance(question, InWords):
        return _shape_of_words(question)
    if question.unit != "people" or not question.people:
        return None
    shares = sorted((c.count / question.people for c in question.cells if c.count), reverse=True)
    if shares and shares[0] >= AGREEMENT_SHARE:
        return Shape.AGREEMENT
    # Where people chose several, two popular options are no two camps.
    if not question.several and len(shares) > 1 and shares[1] >= SPLIT_SHARE:
        return Shape.SPLIT
    if len(shares) >= TAIL_OPTIONS and shares[0] < TAIL_SHARE:
        return Shape.LONG_TAIL
    return None


def _shape_of_words(question: InWords) -> Shape | None:
    spoken = [cell.word for cell in question.cells if cell.word != FEW]
    if spoken == [MOST]:
        return Shape.AGREEMENT
    return Shape.SPLIT if len(spoken) == 2 else None
