"""What only the whole guide can tell: sums of minutes, unique ids, names that must exist."""

from collections import Counter
from collections.abc import Sequence, Set

from modules.guides.activity import ReadActivity
from modules.guides.front_matter import FrontMatter
from modules.guides.outline import Outline, SectionOutline
from modules.guides.problem import Problems
from modules.guides.suggestions import did_you_mean, listed, shown
from modules.guides.yaml_block import YamlBlock


def check_guide(
    outline: Outline,
    activities: Sequence[Sequence[ReadActivity]],
    front: FrontMatter | None,
    front_block: YamlBlock,
    problems: Problems,
) -> None:
    """Add the problems that show only when the parts are read together."""
    _check_minutes(outline, front, front_block, problems)
    everything = [read for reads in activities for read in reads]
    ids = _check_ids(everything, problems)
    unshown = {r.activity.id for r in everything if r.activity and r.activity.unshown}
    for read in everything:
        _check_reveal_with(read, ids, problems)
        _check_ever_shown(read, unshown, problems)
        if front:
            _check_against_front(read, front, problems)


def _check_minutes(
    outline: Outline,
    front: FrontMatter | None,
    front_block: YamlBlock,
    problems: Problems,
) -> None:
    totals = [_check_section(section, problems) for section in outline.sections]
    if front is None or not totals or None in totals or not outline.whole:
        return
    total = sum(t for t in totals if t)
    if total != front.minutes:
        problems.add(
            front_block.line_of(("minutes",)),
            f"The sections take {total} minutes, `minutes` says {front.minutes}.",
            f"Write `minutes: {total}`, or change the sections.",
        )


def _check_section(section: SectionOutline, problems: Problems) -> int | None:
    """What the section's activities take together; None where that is not known."""
    minutes = [activity.minutes for activity in section.activities]
    if not minutes:
        problems.add(
            section.line,
            f"The section {shown(section.title)} has no activity.",
            "Write one below it, `### Heading (8 min)`, or take its minutes out.",
        )
    if not minutes or None in minutes:
        return None
    total = sum(m for m in minutes if m)
    if section.minutes and total != section.minutes:
        problems.add(
            section.line,
            f"The activities of {shown(section.title)} take {total} minutes, "
            f"its heading says {section.minutes}.",
            f"Write `## {section.title} ({total} min)`, or change the activities.",
        )
    return total


def _check_ids(everything: Sequence[ReadActivity], problems: Problems) -> Counter[str]:
    ids: Counter[str] = Counter()
    for read in everything:
        activity_id = read.block.values.get("id") if read.block else None
        if read.block is None or not isinstance(activity_id, str):
            continue
        ids[activity_id] += 1
        if ids[activity_id] > 1:
            problems.add(
                read.block.line_of(("id",)),
                f"Another activity is called {shown(activity_id)} as well.",
                f"Give this one an id of its own, such as `{activity_id[:50]}-{ids[activity_id]}`.",
            )
    return ids


def _check_reveal_with(read: ReadActivity, ids: Counter[str], problems: Problems) -> None:
    partner = read.block.values.get("reveal_with") if read.block else None
    if read.block is None or not isinstance(partner, str):
        return
    line = read.block.line_of(("reveal_with",))
    if partner not in ids:
        problems.add(
            line,
            f"`reveal_with` names {shown(partner)}, which is no activity of this guide.",
            f"{did_you_mean(partner, ids)}The activities are {listed(list(ids)[:30])}.",
        )
    elif partner == read.block.values.get("id"):
        problems.add(
            line,
            "`reveal_with` names the activity itself.",
            "Name the other activity whose result belongs to this one.",
        )


def _check_ever_shown(read: ReadActivity, unshown: Set[str], problems: Problems) -> None:
    """Tied to what is shown to nobody, a result would never be shown itself."""
    activity = read.activity
    if activity is None or read.block is None or activity.reveal_with is None:
        return
    if unshown & {activity.id, activity.reveal_with}:
        problems.add(
            read.block.line_of(("reveal_with",)),
            "`reveal_with` ties a result to texts that only the facilitators read.",
            "Take the line out: neither result would ever be shown.",
        )


def _check_against_front(read: ReadActivity, front: FrontMatter, problems: Problems) -> None:
    activity, block = read.activity, read.block
    if activity is None or block is None:
        return
    if activity.smallest_group is not None and activity.smallest_group < front.smallest_group:
        problems.add(
            block.line_of(("smallest_group",)),
            f"`smallest_group` is lower than the guide's, which is {front.smallest_group}.",
            "An activity may only raise it: write a larger number, or take the line out.",
        )
    for name, numbers in (("objectives", activity.objectives), ("measures", activity.measures)):
        for number in numbers:
            if number > len(front.objectives):
                problems.add(
                    block.line_of((name,)),
                    f"`{name}` names objective {number}; the guide has {len(front.objectives)}.",
                    f"Write numbers from 1 to {len(front.objectives)}, such as `{name}: [1]`.",
                )
    if activity.facilitator_minutes > activity.minutes > 0:
        problems.add(
            block.line_of(("facilitator_minutes",)),
            f"The facilitator speaks for longer than the {activity.minutes} minutes it takes.",
            f"Write `facilitator_minutes: {activity.minutes}` or less.",
        )
