"""Each mistake is one problem: the right line, what is wrong, what to write instead."""

from collections.abc import Callable

import pytest

from modules.guides.parser import read_guide

Changed = Callable[[str, str], str]
Case = tuple[str, str, str, str, str]

# (what is replaced, what stands there instead, the line it is told for, what is wrong, what to do)
FRONT: list[Case] = [
    (
        "title: A short good guide\n",
        "",
        "version",
        "`title` is missing.",
        "Add `title: Start with the mirror`.",
    ),
    (
        "updated: 2026-03-09",
        "updated: 9 March",
        "updated",
        "`updated` is not a date: “9 March”.",
        "Write `updated: 2026-03-09`.",
    ),
    (
        "minutes: 30",
        "minutes: half an hour",
        "minutes",
        "`minutes` is not a whole number: “half an hour”.",
        "Write `minutes: 8`.",
    ),
    (
        "minutes: 30",
        "minutes: 35",
        "minutes",
        "The sections take 30 minutes, `minutes` says 35.",
        "Write `minutes: 30`, or change the sections.",
    ),
    (
        "least: 8",
        "least: 18",
        "size:",
        "`size` does not fit.",
        "Write them in order: least, then ideal, then most.",
    ),
    ("least: 8, ", "", "size:", "`size.least` is missing.", "Add `least: …`."),
    (
        "audience:",
        "audiense:",
        "audiense",
        "There is no field `audiense` here.",
        "Did you mean `audience`?",
    ),
    (
        "audience: Colleagues",
        "audience: Colleagues: those",
        "audience",
        "A value holds a colon, which YAML takes for the start of another field.",
        'Put the whole value in quotes: `title: "Part one: begin"`.',
    ),
    (
        "audience: C",
        "audience: &C ",
        "audience",
        "A value starts with `*` or `&`, which YAML takes for a reference.",
        'Put the text in quotes: `prompt: "*Important* …"`.',
    ),
    (
        "audience: C",
        "audience: !!python/object C",
        "audience",
        "A value starts with `!`, which YAML takes for a command.",
        'Put the text in quotes: `prompt: "! …"`.',
    ),
    (
        "audience: C",
        "audience: @C",
        "audience",
        "A value starts with a character that YAML keeps for itself.",
        'Put the whole value in quotes: `prompt: "@home …"`.',
    ),
    (
        "audience: C",
        'audience: "C',
        "---",
        "A quotation mark is opened and never closed.",
        "Close it, or write the text without quotation marks.",
    ),
    (
        "audience: C",
        'audience: "\\UFFFFFFFF C"',
        "title",
        "This block holds an escape that stands for no character.",
        "Write the character itself instead of a backslash and its number.",
    ),
    (
        "  - Name one habit.",
        "\t- Name one habit.",
        "Name one",
        "A line is indented with a tab.",
        "Indent with spaces, two for each level.",
    ),
    (
        "minutes: 30\n",
        "minutes: 30\ntitle: Again\n",
        "title: Again",
        "“title” is written twice.",
        "Keep one of the two lines.",
    ),
    (
        "minutes: 30\n",
        "minutes: 30\nmodes: [in person, online]\n",
        "modes",
        "`modes 2` cannot be “online”.",
        "It may be `in person`, `remote`, `hybrid`.",
    ),
    (
        "minutes: 30\n",
        "minutes: 30\nsmallest_group: 2\n",
        "smallest",
        "`smallest_group` is too small: “2”.",
        "Write a number: 3 or more.",
    ),
    (
        "minutes: 30\n",
        "minutes: 30\nsmallest_group: 11\n",
        "smallest_group: 11",
        "`smallest_group` is too large: “11”.",
        "Write a number: 10 or less.",
    ),
    (
        "minutes: 30\n",
        "minutes: 30\nsources: A book\n",
        "sources",
        "`sources` is not a list.",
        "Write `sources: [first, second]`.",
    ),
    (
        "  - Choose one next step.",
        "  - Choose: one next step.",
        "Choose: one",
        "`objectives 2` holds a colon, which YAML takes for the end of a field's name.",
        'Put the whole text in quotes: "Yes: always".',
    ),
]
HEADINGS: list[Case] = [
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
BLOCKS: list[Case] = [
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


@pytest.mark.parametrize(
    ("before", "after", "place", "message", "fix"), [*FRONT, *HEADINGS, *BLOCKS]
)
def test_one_mistake_is_one_problem(
    changed: Changed, before: str, after: str, place: str, message: str, fix: str
) -> None:
    text = changed(before, after)
    problems = read_guide(text, file="guide.md").problems
    assert [p.message for p in problems] == [message]
    assert problems[0].fix[: len(fix)] == fix
    near = text.split("\n")[problems[0].line - 1 : problems[0].line + 2]
    assert any(place in line for line in near), (problems[0].line, near)


def test_a_guide_without_its_front_matter_still_has_its_other_problems_told(text: str) -> None:
    without = text[text.index("# A short") :].replace("kind: text", "kind: tekst")
    assert [p.message for p in read_guide(without, file="guide.md").problems] == [
        "The guide does not begin with its front matter.",
        "There is no kind of activity called “tekst”.",
    ]


def test_front_matter_that_is_never_closed_is_told(text: str) -> None:
    problems = read_guide(text.replace("\n---\n\n# A", "\n\n# A"), file="guide.md").problems
    assert problems[0].message == "The front matter is never closed."


def test_a_guide_with_twenty_mistakes_has_twenty_problems(text: str) -> None:
    twenty = [
        ("title: A short good guide\n", ""),
        ("updated: 2026-03-09", "updated: soon"),
        ("least: 8", "least: none"),
        ("audience:", "audiance:"),
        ("support_contacts: [Person to talk to afterwards]", "support_contacts: someone"),
        ("  - Choose one next step.", "  - Choose one next step.\nversion: 2"),
        ("## Before you start", "# Before you start"),
        ("## Arrive (10 min)", "## Arrive (11 min)"),
        ("**Why.**", "**Why:**"),
        ("1. Greet people. (1 min)", "- Greet people."),
        ("form: brief", "form: brieff"),
        ("Breathe.", "```activity\nid: more\n```"),
        ("**Debrief.**\n\n- What surprises you?\n- What now?", "**Debrief.** What now?"),
        ("sensitivity: medium", "sensitivity: some"),
        ("at_most: 2", "at_most: most"),
        ("objectives: [1]", "objectives: [one]"),
        ("long tail:", "tail end:"),
        ("kind: text", "kind: texts"),
        ("reveal_with: why-i-came", "reveal_with: nothing-here"),
        ("smallest_group: 6", "smallest_group: 60"),
    ]
    for before, after in twenty:
        assert text.count(before) == 1, before
        text = text.replace(before, after)

    problems = read_guide(text, file="guide.md").problems

    assert [p.line for p in problems] == sorted(p.line for p in problems)
    assert len(problems) == len(twenty) == 20
    assert all(p.file == "guide.md" and p.message and p.fix for p in problems)
