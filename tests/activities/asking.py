"""Activities as the guide's parser would make them, and answers counted and disclosed."""

from collections.abc import Sequence
from typing import Any

from modules.activities.kind import Form, kind_of, kinds
from modules.domain.disclosure import Disclosed, Rule, TooFewToShow, disclose
from modules.domain.guide import Activity, Band, Sensitivity
from modules.domain.tally import Contribution, Tally, TextState

OPTIONS = ["make a joke", "explain what I meant", "apologise at length"]


def an_activity(
    kind: str,
    *,
    sensitivity: Sensitivity = Sensitivity.LOW,
    bands: tuple[Band, ...] = (),
    **fields: Any,
) -> Activity:
    """An activity of this kind with these fields in its block."""
    return Activity(
        id="asked",
        kind=kind,
        title="A question",
        minutes=5,
        prompt="What do you do first?",
        sensitivity=sensitivity,
        bands=bands,
        settings=kinds()[kind].fields.model_validate(fields),
    )


def disclosed(
    activity: Activity, forms: Sequence[Form], *, passed: int = 0, least: int = 5
) -> Disclosed:
    """What may be shown after these forms arrived and every text was shown by the moderator."""
    kind = kind_of(activity)
    answers = [kind.answer(activity, form) for form in forms]
    contributions = [
        Contribution(handle=f"{a}-{t}", text=text, state=TextState.SHOWN)
        for a, answer in enumerate(answers)
        for t, text in enumerate(kind.texts(activity, answer))
    ]
    tally = Tally(
        answered=len(answers) + passed,
        passed=passed,
        questions=kind.questions_from_texts(activity, contributions, len(answers))
        or kind.questions(activity, answers, passed),
        contributions=tuple(contributions),
    )
    shown = disclose(tally, Rule(smallest_group=least, sensitivity=activity.sensitivity))
    assert not isinstance(shown, TooFewToShow)
    return shown
