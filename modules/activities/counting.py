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


def standing(plan: Sequence[PlannedStep]) -> dict[str, range]:
    """The steps that stay open beside the stage, with the positions during which they do."""
    found: dict[str, range] = {}
    for position, step in enumerate(plan, start=1):
        if kind_of(step.activity).standing and not step.cut:
            within = getattr(step.activity.settings, "stands", "workshop") == "section"
            last = _end_of_section(plan, position) if within else len(plan)
            found[step.key] = range(position, last + 1)
    return found


def _end_of_section(plan: Sequence[PlannedStep], position: int) -> int:
    section = plan[position - 1].section
    while position < len(plan) and plan[position].section == section:
        position += 1
    return position


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

    Counts made of texts (words) are none while a text waits to be read: some of the words would
    make a wrong picture. They follow the moderator until the result was shown, then stay.
    """
    kind, questions = kind_of(activity), stored.questions
    if kind.counts_texts and not frozen:
        read = () if to_be_read(activity, contributions) else contributions
        questions = kind.questions_from_texts(activity, read, stored.answers)
    return Tally(
        answered=stored.answered,
        passed=stored.passed,
        questions=questions,
        contributions=tuple(contributions),
    )


def to_be_read(activity: Activity, contributions: Iterable[Contribution]) -> bool:
    """Whether the counts wait for a moderator."""
    waits = any(c.state is TextState.WAITING for c in contributions)
    return waits and kind_of(activity).counts_texts
