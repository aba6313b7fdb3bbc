"""Mistakes in activity blocks: the right line, what is wrong, what to write instead."""

from collections.abc import Callable

import pytest

OneProblem = Callable[[str, str, str, str, str], None]
Case = tuple[str, str, str, str, str]

# (what is replaced, what stands there instead, near which line, what is wrong, what to write)
MISTAKES: list[Case] = [
    (
        "kind: text\nprompt: What will you try?",
        "kind: text\nvisibility: facilitators\nprompt: What will you try?",
        "reveal_with: why-i-came",
        "`reveal_with` ties a result to texts that only the facilitators read.",
        "Take the line out: neither result would ever be shown.",
    ),
    (
        "form: brief\n",
        "form: brief\nvisibility: facilitators\n",
        "visibility: facilitators",
        "“talk” cannot be for the facilitators alone.",
        "Only this kind can: `text`. Take `visibility` out, or ask for a text.",
    ),
    (
        "```activity\nid: welcome\nkind: talk\nform: brief\n```",
        "",
        "### Welcome",
        "“Welcome” has no activity block.",
        "Add three backticks and `activity`, then `id:` and `kind:`, then three backticks.",
    ),
    (
        "Breathe.",
        "```activity\nid: b\nkind: talk\n```",
        "id: b",
        "“Welcome” has a second activity block.",
        "Give it a heading `### Heading (8 min)` of its own.",
    ),
    (
        "form: brief\n```",
        "form: brief\n",
        "id: welcome",
        "This activity block is never closed.",
        "Put a line with ``` below its last field.",
    ),
    (
        "- So say it.",
        "- So say it.\n\n  ```activity\n  id: c\n  ```",
        "  id: c",
        "This activity block is inside a list or a quote, where it is not seen.",
        "Move it to the left edge, below an empty line.",
    ),
    (
        "```activity\nid: welcome",
        "```activty\nid: welcome",
        "id: welcome",
        "“activty” behind the three backticks is unknown.",
        "Write ```activity.",
    ),
    (
        "Begin on time.",
        "```activity\nid: d\nkind: talk\n```",
        "id: d",
        "This activity block has no heading of its own.",
        "Put `### Heading (8 min)` above it, inside a section `## Heading (14 min)`.",
    ),
    (
        "id: welcome\n",
        "",
        "kind: talk",
        "`id` is missing.",
        "Add `id: why-i-came`, in small letters, digits and hyphens.",
    ),
    (
        "id: welcome",
        "id: Wel come",
        "id: Wel",
        "`id` cannot be “Wel come”.",
        "Write it like `why-i-came`: small letters, digits and hyphens.",
    ),
    (
        "id: welcome",
        "id: one-line",
        "id: one-line",
        "Another activity is called “one-line” as well.",
        "Give this one an id of its own, such as `one-line-2`.",
    ),
    ("kind: talk\n", "", "id: welcome", "`kind` is missing.", "Add `kind: talk`."),
    (
        "kind: talk",
        "kind: tlak",
        "kind: tlak",
        "There is no kind of activity called “tlak”.",
        "Did you mean `talk`? The kinds are ",
    ),
    (
        "form: brief",
        "form: speech",
        "form: speech",
        "`form` cannot be “speech”.",
        "It may be `brief`, `listen`, ",
    ),
    (
        "form: brief",
        "options: [a, b]",
        "options: [a, b]",
        "There is no field `options` here.",
        "Take it out, or change the kind to `choice`",
    ),
    (
        "form: brief",
        "minutes: 4",
        "minutes: 4",
        "There is no field `minutes` here.",
        "Put the minutes into the heading instead: `### Title (8 min)`.",
    ),
    (
        "prompt: Why did you come?",
        "promt: Why did you come?",
        "promt",
        "There is no field `promt` here.",
        "Did you mean `prompt`? The fields are ",
    ),
    (
        "at_most: 2",
        "at_most: two",
        "at_most",
        "`at_most` is not a whole number: “two”.",
        "Write `at_most: 8`.",
    ),
    (
        "at_most: 2",
        "at_most: 9",
        "at_most",
        "`at_most` of “why-i-came” does not fit.",
        "There are 4 options; use that or less.",
    ),
    (
        "options: [Yes, No, 12:30, 1.0]",
        "options: [Yes]",
        "id: why-i-came",
        "The fields do not fit together.",
        "Write 2 to 10 options; there are 1.",
    ),
    (
        "For me: [a, b]",
        "For me: [a, b, z]",
        "bands",
        "`bands` of “why-i-came” does not fit.",
        "“z” is not an option here. Use: a, b, c, d or pass.",
    ),
    (
        "prompt: What will you try?",
        "prompt: What will you try?\nbands: {Some: [a]}",
        "bands: {Some",
        "A text has no options that bands could hold.",
        "Take `bands` out.",
    ),
    (
        "sensitivity: medium",
        "sensitivity: meduim",
        "sensitivity",
        "`sensitivity` cannot be “meduim”.",
        "Did you mean `medium`? It may be `low`, `medium`, `high`.",
    ),
    (
        "long tail:",
        "long tial:",
        "debrief_when",
        "`debrief_when` does not know “long tial”.",
        "Did you mean `long tail`?",
    ),
    (
        "objectives: [1]",
        "objectives: [3]",
        "objectives: [3]",
        "`objectives` names objective 3; the guide has 2.",
        "Write numbers from 1 to 2, such as `objectives: [1]`.",
    ),
    (
        "reveal_with: why-i-came",
        "reveal_with: why-i-cam",
        "reveal_with",
        "`reveal_with` names “why-i-cam”, which is no activity of this guide.",
        "Did you mean `why-i-came`?",
    ),
    (
        "reveal_with: why-i-came",
        "reveal_with: one-line",
        "reveal_with",
        "`reveal_with` names the activity itself.",
        "Name the other activity whose result belongs to this one.",
    ),
    (
        "smallest_group: 6",
        "smallest_group: 4",
        "smallest_group",
        "`smallest_group` is lower than the guide's, which is 5.",
        "An activity may only raise it: write a larger number, or take the line out.",
    ),
    (
        "form: brief",
        "form: brief\nfacilitator_minutes: 5",
        "facilitator_minutes",
        "The facilitator speaks for longer than the 4 minutes it takes.",
        "Write `facilitator_minutes: 4` or less.",
    ),
]


@pytest.mark.parametrize(("before", "after", "place", "message", "fix"), MISTAKES)
def test_one_mistake_in_a_block_is_one_problem(
    one_problem: OneProblem, before: str, after: str, place: str, message: str, fix: str
) -> None:
    one_problem(before, after, place, message, fix)
