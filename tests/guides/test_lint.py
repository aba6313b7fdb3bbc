"""Each rule finds what it is there for, and a good guide keeps them all."""

from pathlib import Path

import pytest

from modules.guides.lint import Finding, findings, main
from modules.guides.parser import read_guide
from modules.guides.rules import RULES
from modules.guides.rules.words import grade_of

GOOD = Path(__file__).with_name("a_good_guide.md").read_text(encoding="utf-8")


def found_in(text: str) -> tuple[Finding, ...]:
    read = read_guide(text, file="guide.md")
    assert read.problems == ()
    assert read.guide is not None
    return findings(read.guide, text)


C3 = "I could stay calm if I were told I had caused harm."
FREE = "you may pass or write instead"
DATA_OF_HABIT = "**Data.** Bands from five answers on, erased after 30 days."
HABIT = (
    "sensitivity: medium\nbands: {I protect myself: [a, b], I listen: [c, pass]}\nreveal_with: wish"
)
ASKED_AT_THE_END = "How far do you agree now?\nitems: [C1, C2]\nwhen: both"
OTHER_LINES = "How far do you agree now?\ntemplate: agreement\nstatements: [It was worth it.]"


def without(passage: str) -> tuple[str, str]:
    return passage, ""


# (the rule, what is replaced in a good guide, what stands there instead)
BROKEN: list[tuple[str, str, str]] = [
    ("title", "# A good guide", "# Another guide"),
    ("title", *without("# A good guide\n")),
    ("size", "least: 8", "least: 4"),
    ("audience", "not_for: Not for", "series: Not for"),
    ("modes", *without("modes: [in person, remote, hybrid]\n")),
    ("facilitators", "facilitators: 2", "facilitators: 1"),
    ("facilitators", *without("experience: Both have led group talks before.\n")),
    ("credits", *without("credits: [Written for the tests.]\n")),
    ("credits", *without("sources: [None but common sense.]\n")),
    ("history", "## Changelog", "## Thanks"),
    ("history", "## Field notes", "## Thanks"),
    ("objectives", "  - Name one habit", "  - Understand one habit"),
    ("covered", "objectives: [2]", "objectives: [1]"),
    ("covered", "measures: [2]", "measures: [1]"),
    ("contacts", *without("support_contacts: [Person to talk to afterwards]\n")),
    ("timeline", "One week before, test", "Then test"),
    ("timeline", "## Before you start", "## Ahead"),
    ("prepared", "If the network fails, go on with paper.", ""),
    ("prepared", "Materials: paper", "Paper"),
    ("steps-add-up", "1. Greet people. (2 min)", "1. Greet people. (1 min)"),
    ("steps-add-up", "1. Greet people. (2 min)", "1. Greet people. (9 min)"),
    ("talk", "id: sentence", "id: sentence\nfacilitator_minutes: 9"),
    ("talk", "> Thank you for coming.", f"> {'Thank you all. ' * 500}"),
    ("talk", "> Thank you for coming.", f"> {'Thank you all. ' * 220}"),
    ("breaks", "", ""),
    ("risk", "sensitivity: medium", "sensitivity: high"),
    ("risk", "id: start", "id: start\nsensitivity: medium"),
    ("risk", "priority: cut first", "priority: cut first\nsensitivity: medium"),
    ("cut-first", "priority: cut first", "priority: must"),
    ("cut-first", "**The short version (40 minutes).** Leave the minute card out.", ""),
    ("overrun", "**Overrun rule.** If you are late at minute 25, take one debrief question.", ""),
    ("debrief-time", "2. Each says a sentence. (4 min)\n3. Debrief in the whole room. (4 min)", ""),
    ("debrief-time", "3. Debrief in the whole room.", "3. Read the four questions aloud."),
    ("debrief-time", "3. Debrief in the whole room.", "3. Back in the room: what surprised you?"),
    ("why", "**Why.** Words that were said once come sooner.", ""),
    ("prompt", *without("prompt: Say one sentence that you could begin with. Made-up is fine.\n")),
    ("steps", "**Steps.**\n\n1. Say goodbye. (5 min)", ""),
    ("steps", "1. Say goodbye. (5 min)", "1. Say goodbye."),
    ("script", "> Thank you for coming.", ""),
    ("opt-out", "You may pass on anything, and nobody will ask why.", "Sit down."),
    ("opt-out", ", and you may pass or write instead", ""),
    ("opt-out", FREE, "the other listens, watches or stays silent"),
    ("opt-out", FREE, "then pass the sentence on to another pair"),
    ("opt-out", FREE, "write it down"),
    ("grouping", *without("grouping: pairs\n")),
    ("grouping", "grouping: pairs", "grouping: everyone"),
    ("grouping", "form: pairs\ngrouping: pairs", "form: trios\ngrouping: pairs"),
    ("grouping", *without("\ngrouping: alone")),
    ("grouping", "2. Show both results. (3 min)", "2. In fours, compare both. (3 min)"),
    ("data", "**Data.** Bands from five answers on, erased after 30 days.", ""),
    ("debrief", "**Debrief.**\n\n- Which sentence helped?", ""),
    ("each-mode", "**Remote.** Breakout rooms of two.", ""),
    ("each-mode", "**Hybrid.** Remote people choose their partner first.", ""),
    ("paper", "**Paper.** Slip B.", ""),
    ("bodies", "> And what would you like to do?", "> Raise your hand if you like."),
    ("visibility", "id: wish", "id: wish\nvisibility: spoken"),
    ("short-prompts", "How far do you agree now?", "How far do you agree now " * 9),
    (
        "plain-words",
        "> Thank you for coming.",
        "> Operationalising intersectional accountability necessitates institutionalised "
        "introspection, notwithstanding organisational heterogeneity and epistemological "
        "disagreement.",
    ),
    ("aloud", "[Explain, Joke, Listen]", "[Explain, Joke, ☺]"),
    ("aloud", "[Explain, Joke, Listen]", f"[Explain, Joke, {'very ' * 21}]"),
    ("moderated", "kind: text", "kind: text\nvisibility: aggregate"),
    ("bands", *without("bands: {I protect myself: [a, b], I listen: [c, pass]}\n")),
    ("counter-norm", *without("wish: true\n")),
    ("counter-norm", "What would I like to do?", "How often did I double down in the past year?"),
    ("counter-norm", "[Explain, Joke, Listen]", "[I let it pass, I have excused it, Other]"),
    ("counter-norm", ASKED_AT_THE_END, OTHER_LINES.replace("How far", "How often")),
    ("counter-norm", ASKED_AT_THE_END, "How far do you agree now?\nitems: [B1]"),
    ("sounds-sensitive", HABIT, "reveal_with: wish"),
    ("sounds-sensitive", HABIT, "sensitivity: low\nreveal_with: wish"),
    ("sounds-sensitive", ASKED_AT_THE_END, OTHER_LINES.replace("It was worth it", "Fear stops me")),
    ("kept", DATA_OF_HABIT, "**Data.** Bands."),
    ("kept", DATA_OF_HABIT, "**Data.** Bands, erased after 30 days."),
    ("kept", DATA_OF_HABIT, "**Data.** Bands from five answers on."),
    ("kept", *without(", erased when the session ends")),
    ("kept", "**Data.** Read by the facilitators only,", "**Data.** Read by a moderator,"),
    ("kept", "reveal_with: wish\n", "reveal_with: wish\nsmallest_group: 8\n"),
    ("what-is-stored", "## What is stored", "## Thanks"),
    ("what-is-stored", "from five answers on. All", "All"),
    ("what-is-stored", "All is erased after 30 days.", "All is erased."),
    ("troubles", "too few answers, ", ""),
    ("harm", "Follow up within 24 hours.", ""),
    ("harm", "> Let us stop here.", ""),
    ("access", "Captions are on.", ""),
    ("access", "## Access", "## Rooms"),
    ("mode-chapters", "## Run it remotely", "## Elsewhere"),
    ("mode-chapters", "Everyone uses their own device, in the room too.", "Welcome."),
    ("pulse", "pulse_items: [C1, C2]", "pulse_items: [C1]"),
    ("pulse", "pulse_items: [C1, C2]", "pulse_items: [C1, C2, N1]"),
    ("pulse", *without("pulse_items: [C1, C2]\n")),
    ("same-words", "[Explain, Joke, Listen]", "[C1 I can think of something to say, Other]"),
    ("same-words", "[Explain, Joke, Listen]", f"[{{id: calm, text: {C3}}}, Other]"),
    ("same-words", "[Explain, Joke, Listen]", f"['{C3.upper()[:-1]}', Other]"),
    ("same-words", "[Explain, Joke, Listen]", "[{id: c3, text: Calm}, Other]"),
    ("same-words", "What would I like to do?", C3),
    ("same-words", ASKED_AT_THE_END, OTHER_LINES.replace("It was worth it.", f"C3. {C3}")),
    ("asked-again", "We ask the two lines again after 30 days.", ""),
    ("asked-again", ASKED_AT_THE_END, OTHER_LINES),
    ("asked-again", ASKED_AT_THE_END, "How far do you agree now?\nitems: [C1, C3]"),
    ("series-name", *without("Type the same series name each time. ")),
    ("series-name", "## Before you start", "## Ahead"),
    ("review", *without("review_by: 2027-03-09\n")),
    ("review", "review_by: 2027-03-09", "review_by: next spring"),
    ("feedback", "so we changed the plan", "so we thank them"),
    ("feedback", "kind: text", "kind: reflect"),
]
"""`breaks` needs more than an hour and has a test of its own."""


def broken(before: str, after: str) -> str:
    assert GOOD.count(before) == 1, before
    return GOOD.replace(before, after)


def test_a_good_guide_has_no_findings() -> None:
    assert found_in(GOOD) == ()


@pytest.mark.parametrize(
    ("rule", "before", "after"), [case for case in BROKEN if case[0] != "breaks"]
)
def test_each_rule_finds_what_is_missing(rule: str, before: str, after: str) -> None:
    found = [f for f in found_in(broken(before, after)) if f.rule == rule]
    assert len(found) >= 1
    assert all(f.line >= 1 and f.message.endswith((".", "?")) and f.fix for f in found)


def test_every_rule_is_tried() -> None:
    assert {rule.id for rule in RULES} == {case[0] for case in BROKEN}


def test_rules_have_ids_of_their_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_more_than_an_hour_without_a_break_is_found() -> None:
    text = GOOD.replace("### A first sentence (10 min)", "### A first sentence (60 min)")
    text = text.replace("## Look (20 min)", "## Look (70 min)").replace(
        "minutes: 45", "minutes: 95"
    )
    assert [f.message for f in found_in(text) if f.rule == "breaks"] == [
        "“A first sentence” ends more than an hour after the last break."
    ]


def test_a_break_of_a_minute_is_none() -> None:
    """Five minutes, or two in a guide that is over within an hour."""
    block = "```activity\nid: pause\nkind: talk\nform: break\n```"
    pause = f"### Break (1 min)\n\n> A break.\n\n{block}\n\n"
    text = GOOD.replace("## Look (20 min)", "## Look (21 min)").replace(
        "minutes: 45", "minutes: 46"
    )
    text = text.replace("### A first sentence", pause + "### A first sentence")
    assert [f.message for f in found_in(text) if f.rule == "breaks"] == [
        "“Break” is too short: a break takes 2 minutes."
    ]

    text = text.replace("### A first sentence (10 min)", "### A first sentence (65 min)")
    text = text.replace("## Look (21 min)", "## Look (76 min)").replace(
        "minutes: 46", "minutes: 101"
    )
    assert [f.message for f in found_in(text) if f.rule == "breaks"] == [
        "“Break” is too short: a break takes 5 minutes.",
        "“A first sentence” ends more than an hour after the last break.",
    ]


def test_a_break_begins_the_hour_anew() -> None:
    text = GOOD.replace("### A first sentence (10 min)", "### A first sentence (50 min)")
    text = text.replace("## Look (20 min)", "## Look (65 min)").replace(
        "minutes: 45", "minutes: 90"
    )
    block = "```activity\nid: pause\nkind: talk\nform: break\n```"
    pause = f"### Break (5 min)\n\n> A break.\n\n{block}\n\n"
    text = text.replace("### A first sentence", pause + "### A first sentence")
    assert [f.message for f in found_in(text) if f.rule == "breaks"] == [
        "“Where I stand now” ends more than an hour after the last break."
    ]


def test_a_highly_sensitive_question_at_the_end_is_found() -> None:
    text = broken("priority: cut first", "priority: cut first\nsensitivity: high")
    assert [f.message for f in found_in(text) if f.rule == "risk"] == [
        "“Minute card” has high sensitivity and is in the last 10 minutes."
    ]


def test_what_stays_on_ones_own_phone_may_be_sensitive_at_any_time() -> None:
    text = broken("priority: cut first", "sensitivity: medium").replace(
        "kind: text", "kind: reflect"
    )
    assert [f.message for f in found_in(text) if f.rule == "risk"] == []


def test_a_guide_of_a_few_minutes_keeps_its_first_quarter_and_last_sixth_calm() -> None:
    habits = GOOD[GOOD.index("### A habit") : GOOD.index("## Close")]
    text = GOOD[: GOOD.index("### Where I stand")] + "## Look (10 min)\n\n" + habits
    text = text.replace("minutes: 45", "minutes: 12").replace("facilitator_minutes: 4\n", "")
    text = text.replace("Begin (10 min)", "Begin (2 min)").replace("me (5 min)", "me (2 min)", 1)
    assert [f.message for f in found_in(text) if f.rule == "risk"] == [
        "“A habit of mine” has medium sensitivity and is in the first 3 minutes."
    ]


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_than_three_objectives_are_found(count: int) -> None:
    lines = [line for line in GOOD.split("\n") if not line.startswith("  - ")]
    text = "\n".join(lines).replace(
        "objectives:\npulse", f"objectives: [{', '.join(['Name it.', 'Say it.'][:count])}]\npulse"
    )
    for number in range(count + 1, 4):
        text = text.replace(f"objectives: [{number}]\n", "").replace(f"measures: [{number}]\n", "")
    assert [f.message for f in found_in(text) if f.rule == "objectives"] == [
        f"There are {count} objectives."
    ]


def test_findings_name_the_line_of_the_activity() -> None:
    text = broken("**Why.** Words that were said once come sooner.", "")
    (finding,) = found_in(text)
    assert text.split("\n")[finding.line - 1] == "### A first sentence (10 min)"


def test_a_short_follow_up_needs_no_break_and_no_short_version() -> None:
    text = GOOD.replace("minutes: 45", "minutes: 25").replace("## Look (20 min)", "## Notes")
    start, end = text.index("### A first sentence"), text.index("## Close")
    text = text[:start] + text[end:]
    text = text.replace("**The short version (40 minutes).** Leave the minute card out.", "")
    assert {f.rule for f in found_in(text)} == {"covered"}


def test_long_words_need_more_years_of_school() -> None:
    plain = grade_of("Who gains from it, who pays, and what makes it feel normal? Say so.")
    hard = grade_of(
        "Organisational introspection necessitates institutionalised accountability "
        "notwithstanding epistemological disagreement and intersectional heterogeneity everywhere."
    )
    assert plain is not None
    assert hard is not None
    assert plain < 6 < 16 < hard


def test_a_text_of_few_words_is_not_judged() -> None:
    assert grade_of("Institutional accountability.") is None


def test_the_command_prints_each_finding_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "guide.md").write_text(broken("## Field notes", "## Thanks"), encoding="utf-8")
    assert main(str(tmp_path)) == 1
    assert capsys.readouterr().out == (
        "guide.md:1: There is no chapter “Field notes”. Add the chapters `## Changelog` and "
        "`## Field notes` at the end. [history]\n"
    )


def test_the_command_prints_problems_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "guide.md").write_text("Hello", encoding="utf-8")
    assert main(str(tmp_path)) == 1
    assert capsys.readouterr().out.startswith(
        "guide.md:1: The guide does not begin with its front matter. "
    )


def test_the_command_is_content_with_good_guides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "guide.md").write_text(GOOD, encoding="utf-8")
    assert main(str(tmp_path)) == 0
    assert capsys.readouterr().out == "1 guides, nothing to improve.\n"


def test_the_command_refuses_a_folder_without_guides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(str(tmp_path)) == 1
    assert capsys.readouterr().out == f"There is no guide in {tmp_path}.\n"
