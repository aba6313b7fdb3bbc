"""A good guide is read whole; what was written is kept."""

from collections.abc import Callable
from datetime import date

import pytest

from modules.domain.errors import InvalidInput
from modules.domain.guide import (
    Activity,
    Band,
    GroupSize,
    Guide,
    Priority,
    Resource,
    Sensitivity,
    Shape,
    TimedStep,
    Visibility,
)
from modules.guides.parser import ReadGuide, guide_of, read_activity, read_guide

Changed = Callable[[str, str], str]


@pytest.fixture
def guide(text: str) -> Guide:
    return guide_of(text, "a_short_guide")


def the(guide: Guide, activity_id: str) -> Activity:
    activity = guide.activity(activity_id)
    assert activity is not None
    return activity


def test_a_good_guide_has_no_problems(text: str) -> None:
    assert read_guide(text, file="a_short_guide.md").problems == ()


def test_the_front_matter_is_kept_as_written(guide: Guide) -> None:
    assert (guide.id, guide.title, guide.version) == ("a_short_guide", "A short good guide", "1.0")
    assert (guide.updated, guide.minutes) == (date(2026, 3, 9), 30)
    assert guide.size == GroupSize(8, 16, 24)
    assert guide.objectives == ("Name one habit.", "Choose one next step.")
    assert guide.support_contacts == ("Person to talk to afterwards",)
    assert (guide.smallest_group, guide.retention_days, guide.modes) == (5, 30, ("in person",))


def test_the_text_below_the_title_is_the_about(guide: Guide) -> None:
    assert guide.about == "It is read before it is run."


def test_headings_with_minutes_are_run_and_those_without_are_read(guide: Guide) -> None:
    assert [(s.title, s.minutes, s.notes) for s in guide.sections] == [
        ("Arrive", 10, "Begin on time."),
        ("Leave", 20, ""),
    ]
    assert [chapter.title for chapter in guide.chapters] == ["Before you start", "Sources"]
    assert guide.chapters[0].text == (
        "Print the paper version.\n\n### Four weeks before\n\nInvite people."
    )


def test_every_activity_is_read_in_order(guide: Guide) -> None:
    assert [(a.id, a.kind, a.minutes) for a in guide.activities] == [
        ("welcome", "talk", 4),
        ("why-i-came", "choice", 6),
        ("one-line", "text", 20),
    ]


def test_block_quotes_are_what_is_said(guide: Guide) -> None:
    assert the(guide, "welcome").say == (
        "Welcome. You may pass on everything.\nNothing is recorded.\n\n"
        "The first question comes now."
    )


def test_a_labelled_part_runs_until_the_next_part(guide: Guide) -> None:
    assert the(guide, "welcome").why == "People who chose to come listen better.\n\n- So say it."
    assert the(guide, "welcome").notes == "Breathe."


def test_steps_keep_their_minutes(guide: Guide) -> None:
    assert the(guide, "welcome").steps == (
        TimedStep("Greet people.", 1),
        TimedStep("Read the promise\naloud.", 2.5),
        TimedStep("Wait.", 0),
    )


def test_every_label_lands_in_its_field(guide: Guide) -> None:
    activity = the(guide, "why-i-came")
    assert activity.watch_for == "People looking at each other's phones."
    assert activity.debrief == ("What surprises you?", "What now?")
    assert activity.expected == "All of them."
    assert activity.if_wrong == "Nobody answers: wait."
    assert (activity.remote, activity.hybrid) == ("The same.", "Own devices.")
    assert (activity.paper, activity.data) == ("Cards.", "Counts only.")


@pytest.mark.parametrize(
    ("written", "asked", "ours"),
    [
        (
            "**Debrief.** (the two facilitators, afterwards)",
            (),
            ("What surprises you?", "What now?"),
        ),
        ("**Debrief.** (Facilitators only).", (), ("What surprises you?", "What now?")),
        ("**Debrief.** (in pairs)", ("What surprises you?", "What now?"), ()),
        ("**Debrief.** The facilitators ask:", ("What surprises you?", "What now?"), ()),
        ("**Debrief.**", ("What surprises you?", "What now?"), ()),
    ],
)
def test_a_debrief_among_facilitators_is_told_apart(
    changed: Changed, written: str, asked: tuple[str, ...], ours: tuple[str, ...]
) -> None:
    read = read_guide(changed("**Debrief.**\n", f"{written}\n"), file="guide.md")

    assert read.problems == ()
    assert read.guide
    activity = the(read.guide, "why-i-came")
    assert (activity.debrief, activity.facilitators_debrief) == (asked, ours)


def test_resources_are_titles_with_addresses(changed: Changed) -> None:
    listed = "resources:\n  - {title: A list, address: 'https://example.org/a?b=c'}\n"
    guide = guide_of(changed("updated: 2026-03-09\n", f"updated: 2026-03-09\n{listed}"))

    assert guide.resources == (Resource("A list", "https://example.org/a?b=c"),)


def test_the_block_s_fields_are_read(guide: Guide) -> None:
    activity = the(guide, "why-i-came")
    assert activity.prompt == "Why did you come?"
    assert activity.sensitivity is Sensitivity.MEDIUM
    assert activity.bands == (Band("For me", ("a", "b")), Band("Other", ("c", "d", "pass")))
    assert activity.debrief_when == {Shape.AGREEMENT: "Why so?", Shape.LONG_TAIL: "Who else?"}
    assert (activity.objectives, the(guide, "one-line").measures) == ((1,), (1, 2))
    assert activity.priority is Priority.MUST


def test_options_stay_the_words_that_were_written(guide: Guide) -> None:
    """YAML alone would make a yes, a number of seconds and a number of them."""
    options = getattr(the(guide, "why-i-came").settings, "options", ())
    assert [option.text for option in options] == ["Yes", "No", "12:30", "1.0"]


def test_visibility_is_the_kind_s_where_the_guide_says_nothing(guide: Guide) -> None:
    assert [a.visibility for a in guide.activities] == [
        Visibility.SPOKEN,
        Visibility.AGGREGATE,
        Visibility.MODERATED,
    ]


def test_a_brief_is_spoken_by_the_facilitator_and_a_poll_is_not(guide: Guide) -> None:
    assert [a.facilitator_minutes for a in guide.activities] == [4, 0, 0]


def test_facilitator_minutes_can_be_given(changed: Changed) -> None:
    text = changed("form: brief", "form: brief\nfacilitator_minutes: 1.5")
    assert guide_of(text).activities[0].facilitator_minutes == 1.5


def test_each_activity_knows_the_line_of_its_heading(text: str, guide: Guide) -> None:
    for activity in guide.activities:
        assert text.split("\n")[activity.line - 1].startswith(f"### {activity.title} (")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_line_ends_of_other_systems_change_nothing_but_the_digest(text: str, end: str) -> None:
    other = guide_of(text.replace("\n", end))
    assert other.sections == guide_of(text).sections


def test_a_byte_order_mark_is_ignored(text: str) -> None:
    assert read_guide("\ufeff" + text, file="guide.md").problems == ()


def test_a_line_of_dashes_below_a_paragraph_is_no_heading(changed: Changed) -> None:
    guide = guide_of(changed("Breathe.", "Breathe.\n---\nAnd go on."))
    assert guide.activities[0].notes == "Breathe.\n\nAnd go on."


def test_other_fences_are_notes(changed: Changed) -> None:
    guide = guide_of(changed("Breathe.", "```text\nid: no\n```"))
    assert guide.activities[0].notes == "```text\nid: no\n```"


def test_the_digest_changes_with_the_text(text: str) -> None:
    assert guide_of(text).digest != guide_of(text + "\n").digest


def test_a_running_session_s_guide_is_read_once(text: str) -> None:
    assert guide_of(text) is guide_of(text)


def test_a_stored_text_that_is_no_guide_is_refused_in_a_sentence() -> None:
    with pytest.raises(InvalidInput) as refused:
        guide_of("---\ntitle: Gone\n---\n# Gone\n")
    assert str(refused.value) == (
        "The guide that this session started with can no longer be read. Line 1: The guide has "
        "nothing to run. Write at least one section `## Heading (14 min)` with an activity "
        "`### Heading (14 min)` in it."
    )


def test_a_question_asked_on_the_fly_is_read_like_a_block() -> None:
    activity = read_activity(
        {
            "id": "asked-1",
            "kind": "choice",
            "title": "One more",
            "minutes": 3,
            "section": "Leave",
            "prompt": "Go on?",
            "options": ["Yes", "No"],
        }
    )
    assert (activity.id, activity.title, activity.minutes) == ("asked-1", "One more", 3)
    assert (activity.prompt, activity.visibility) == ("Go on?", Visibility.AGGREGATE)


def test_a_question_asked_on_the_fly_is_refused_with_all_its_problems() -> None:
    with pytest.raises(InvalidInput) as refused:
        read_activity({"id": "asked-1", "kind": "choise", "title": " ", "minutes": "many"})
    assert str(refused.value) == (
        "The question has no title. Give it a short one. "
        "The minutes are not clear. Write a whole number from 1 to 240. "
        "There is no kind of activity called “choise”. "
        f"Did you mean `choice`? {kinds_sentence()}"
    )


def kinds_sentence() -> str:
    from modules.activities.kind import kinds

    return f"The kinds are {', '.join(f'`{name}`' for name in kinds())}."


def test_nothing_but_problems_is_a_read_guide_too() -> None:
    read = read_guide("", file="empty.md")
    assert read == ReadGuide(None, read.problems)
    assert [(p.file, p.line, p.message) for p in read.problems] == [
        ("empty.md", 1, "The guide does not begin with its front matter."),
        ("empty.md", 1, "The guide has nothing to run."),
    ]
