"""Mistakes at the top of a guide, and many at once: the right line, what to write instead."""

from collections.abc import Callable

import pytest

from modules.guides.parser import read_guide

OneProblem = Callable[[str, str, str, str, str], None]
Case = tuple[str, str, str, str, str]

# (what is replaced, what stands there instead, near which line, what is wrong, what to write)
MISTAKES: list[Case] = [
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
        "updated: 2026-03-09",
        "updated: 2026-03-09\nresources: [{title: A list, address: 'javascript:alert(1)'}]",
        "resources",
        "`resources 1.address` cannot be “javascript:alert(1)”.",
        "Write it like `https://example.org/page`",
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


@pytest.mark.parametrize(("before", "after", "place", "message", "fix"), MISTAKES)
def test_one_mistake_at_the_top_is_one_problem(
    one_problem: OneProblem, before: str, after: str, place: str, message: str, fix: str
) -> None:
    one_problem(before, after, place, message, fix)


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
