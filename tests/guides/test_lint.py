"""Each rule finds what it is there for, and a good guide keeps them all."""

from pathlib import Path

import pytest

from modules.guides.lint import Finding, findings, main
from modules.guides.parser import read_guide
from modules.guides.rules import RULES
from modules.guides.rules.words import grade_of
from tests.guides.broken_rules import BROKEN

GOOD = Path(__file__).with_name("a_good_guide.md").read_text(encoding="utf-8")


def found_in(text: str) -> tuple[Finding, ...]:
    read = read_guide(text, file="guide.md")
    assert read.problems == ()
    assert read.guide is not None
    return findings(read.guide, text)


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
        "kind: text\nvisibility: facilitators", "kind: reflect"
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
