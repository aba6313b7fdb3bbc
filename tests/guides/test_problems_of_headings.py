"""Mistakes in headings, labels and lists: the right line, what is wrong, what to write."""

from collections.abc import Callable

import pytest

OneProblem = Callable[[str, str, str, str, str], None]
Case = tuple[str, str, str, str, str]

# (what is replaced, what stands there instead, near which line, what is wrong, what to write)
MISTAKES: list[Case] = [
    (
        "## Arrive (10 min)",
        "## Arrive (12 min)",
        "## Arrive",
        "The activities of “Arrive” take 10 minutes, its heading says 12.",
        "Write `## Arrive (10 min)`, or change the activities.",
    ),
    (
        "### Welcome (4 min)",
        "### Welcome (4 mins.)",
        "### Welcome",
        "How long “Welcome (4 mins.)” takes is not clear.",
        "End the heading with whole minutes: `### Title (8 min)`.",
    ),
    (
        "### Welcome (4 min)",
        "### Welcome",
        "### Welcome",
        "How long “Welcome” takes is not clear.",
        "End the heading with whole minutes: `### Title (8 min)`.",
    ),
    (
        "## Arrive (10 min)",
        "## Arrive (10.5 min)",
        "## Arrive",
        "How long “Arrive (10.5 min)” takes is not clear.",
        "End the heading with whole minutes: `## Title (8 min)`.",
    ),
    (
        "## Leave (20 min)",
        "## Leave",
        "## Leave",
        "“Leave” has no minutes, so the activities below it are not run.",
        "Write `## Leave (14 min)` with the minutes that they take.",
    ),
    (
        "## Before you start",
        "# Before you start",
        "# Before",
        "“Before you start” is a second title.",
        "Use `##` for sections and chapters; `#` is for the guide's title alone.",
    ),
    (
        "**Why.** People",
        "**Why:** People",
        "**Why",
        "The label “**Why:**” is not read as a label.",
        "Write `**Why.**`, with the full stop inside the stars.",
    ),
    (
        "**Watch for.** People",
        "**Watch fro**. People",
        "**Watch",
        "The label “**Watch fro**.” is not read as a label.",
        "Write `**Watch for.**`, with the full stop inside the stars.",
    ),
    (
        "**Debrief.**\n\n- What surprises you?\n- What now?",
        "**Debrief.** What surprises you?",
        "**Debrief",
        "There is no list below `**Debrief.**`.",
        "Put one below an empty line: `- What did you notice?`.",
    ),
    (
        "1. Greet people. (1 min)\n2. Read the promise\n   aloud. (2.5 min)\n3. Wait.",
        "- Greet people.",
        "- Greet",
        "The steps have no numbers.",
        "Start each with its number: `1. …`.",
    ),
    (
        "Breathe.",
        "Breathe.\u202e",
        "Breathe",
        "There is an invisible control character in the text.",
        "Delete the line and type it again.",
    ),
]


@pytest.mark.parametrize(("before", "after", "place", "message", "fix"), MISTAKES)
def test_one_mistake_in_the_markdown_is_one_problem(
    one_problem: OneProblem, before: str, after: str, place: str, message: str, fix: str
) -> None:
    one_problem(before, after, place, message, fix)
