"""What a guide earns at the questions that can be counted, whatever its score sheet says."""

import re
from collections.abc import Iterator

from modules.domain.guide import Activity, Guide, Sensitivity
from modules.guides.lint import findings
from modules.guides.rules.rule import Draft, form_of, is_break

WORDS_PER_MINUTE = 130
MOST_WORDS = 40


def computed(guide: Guide, text: str) -> dict[int, int]:
    """0 absent, 1 partly, 2 complete, by the number of the question."""
    broken = {finding.rule for finding in findings(guide, text)}
    return {
        22: 0 if sum(a.minutes for a in guide.activities) != guide.minutes else _steps(broken),
        23: _talk(guide),
        25: _risk(guide),
        28: _named(guide, text),
        29: _all(bool(a.why) for a in guide.activities if not is_break(a)),
        30: _prompts(guide, broken),
        37: _all(bool(a.say) for a in guide.activities if not is_break(a)),
    }


def spoken(guide: Guide) -> float:
    """Minutes in which the facilitators speak, as the guide declares them."""
    return sum(activity.facilitator_minutes for activity in guide.activities)


def longest_prompt(guide: Guide) -> int:
    return max(len(activity.prompt.split()) for activity in guide.activities)


def _all(there: Iterator[bool]) -> int:
    found = list(there)
    return 2 if all(found) else 1 if any(found) else 0


def _steps(broken: set[str]) -> int:
    return 1 if "steps-add-up" in broken else 2


def _talk(guide: Guide) -> int:
    read = [len(a.say.split()) / WORDS_PER_MINUTE for a in guide.activities]
    said = [max(a.facilitator_minutes, r) for a, r in zip(guide.activities, read, strict=True)]
    share = sum(said) / guide.minutes
    return 2 if share <= 1 / 4 else 1 if share <= 2 / 5 else 0


def _risk(guide: Guide) -> int:
    """Complete: nothing sensitive at either end, not even in private; absent: something high."""
    whole = guide.minutes
    first, last = (15.0, 10.0) if whole > 15 else (whole / 4, whole / 6)
    begins, misplaced = 0, set()
    for activity in guide.activities:
        ends = begins + activity.minutes
        told = activity.visibility.value != "private"
        if begins < first or (ends > whole - last and told):
            misplaced.add(activity.sensitivity)
        begins = ends
    if Sensitivity.HIGH in misplaced:
        return 0
    return 1 if Sensitivity.MEDIUM in misplaced else 2


def _named(guide: Guide, text: str) -> int:
    """Grouping in each block, kind and minutes by the format, who sees it in the table."""
    draft = Draft(guide, text)
    return _all(
        is_break(a) or (_writes(draft, a, "grouping") and _in_the_table(start, a, text))
        for start, a in draft.starts()
    )


def _writes(draft: Draft, activity: Activity, field: str) -> bool:
    return bool(re.search(rf"^{field}: \S", draft.block_of(activity), re.MULTILINE))


def _in_the_table(start: int, activity: Activity, text: str) -> bool:
    """Start, minutes, title, and who sees the answers."""
    cells = f"{start // 60}:{start % 60:02}", str(activity.minutes), activity.title
    row = r" \| ".join(map(re.escape, cells))
    return bool(re.search(rf"^\| {row} \| \w[^|]* \|", text, re.MULTILINE))


def _prompts(guide: Guide, broken: set[str]) -> int:
    asked = [a for a in guide.activities if not is_break(a) and form_of(a) != "brief"]
    if not all(a.prompt for a in asked):
        return 0
    plain = not {"short-prompts", "plain-words"} & broken
    return 2 if plain and longest_prompt(guide) <= MOST_WORDS else 1
