"""From ballots to a tally, for any kind."""

from collections.abc import Iterable, Sequence

from modules.activities.kind import kind_of
from modules.domain.ballot import Ballot, RoundSecret
from modules.domain.guide import Activity
from modules.domain.session import PlannedStep
from modules.domain.tally import Contribution, Tally, TextState


def collecting(plan: Iterable[PlannedStep]) -> frozenset[str]:
    """The keys of the steps that collect answers on the stage."""
    return frozenset(
        s.key
        for s in plan
        if kind_of(s.activity).collects_for(s.activity) and not kind_of(s.activity).standing
    )


def tally_of(activity: Activity, ballots: Sequence[Ballot], secret: RoundSecret) -> Tally:
    """Count a round's ballots, with their texts and what the moderator decided about them."""
    answers = [b.answer for b in ballots if not b.is_pass]
    passed = len(ballots) - len(answers)
    contributions = contributions_of(activity, ballots, secret)
    return Tally(
        answered=len(ballots),
        passed=passed,
        questions=kind_of(activity).counted(activity, answers, passed, contributions),
        contributions=contributions,
    )


def contributions_of(
    activity: Activity, ballots: Iterable[Ballot], secret: RoundSecret
) -> tuple[Contribution, ...]:
    """The texts of an unsealed round, each with its decision, ordered by their handles."""
    found = []
    for ballot in ballots:
        if ballot.is_pass:
            continue
        for entry, text in enumerate(kind_of(activity).texts(activity, ballot.answer)):
            decision = ballot.decisions.get(str(entry))
            found.append(
                Contribution(
                    handle=secret.handle_of(ballot.mark, entry, text),
                    text=text,
                    state=TextState(decision.state) if decision else TextState.WAITING,
                    reason=decision.reason if decision else "",
                    reworded=decision.reworded if decision else "",
                    theme=decision.theme if decision else "",
                )
            )
    return tuple(sorted(found, key=lambda c: c.handle))


def with_texts(
    activity: Activity, stored: Tally, contributions: Sequence[Contribution], *, frozen: bool
) -> Tally:
    """A sealed round's tally with its texts.

    Counts made of texts (words) follow the moderator until the result was shown, then stay.
    """
    from_texts = kind_of(activity).questions_from_texts(activity, contributions, stored.answers)
    return Tally(
        answered=stored.answered,
        passed=stored.passed,
        questions=from_texts if from_texts and not frozen else stored.questions,
        contributions=tuple(contributions),
    )
