"""What pages show of guides: the run of show, the risk, a draft's remarks, previews."""

from datetime import date
from pathlib import Path

import pytest

from modules.domain.errors import InvalidInput, NotFound
from modules.guides.library import GuideLibrary
from modules.guides.parser import guide_of
from modules.screens import guides, previews
from modules.screens.views import AnswersState
from tests.a_room import GUIDE

TODAY = date(2026, 3, 9)
EVERY_KIND = (Path(__file__).parents[1] / "phone" / "every_kind.md").read_text("utf-8")


def test_the_run_of_show_adds_up_the_minutes():
    lines = guides.run_of_show(guide_of(GUIDE))

    starts = [line.start for line in lines]
    assert starts == ["0:00", "0:05", "0:15", "0:30", "0:40", "0:50"]
    assert sum(line.minutes for line in lines) == 60


def test_the_risk_is_that_of_the_riskiest_activity():
    assert guides.risk_of(guide_of(GUIDE)) == "high"
    assert guides.risk_of(guide_of(GUIDE.replace("sensitivity: high", "sensitivity: low"))) == "low"


@pytest.mark.parametrize(
    ("review_by", "due", "fact"),
    [
        ("2026-03-10", "", ("by 10 March 2026",)),
        ("2026-03-09", "since 9 March 2026", ("since 9 March 2026",)),
        ("2025-12-31", "since 31 December 2025", ("since 31 December 2025",)),
        ("next spring", "", ("next spring",)),
        ("", "", None),
    ],
)
def test_a_review_is_due_from_its_day_on(tmp_path: Path, review_by: str, due: str, fact):
    text = GUIDE.replace("\nversion:", f'\nreview_by: "{review_by}"\nversion:', 1)
    (tmp_path / "good.md").write_text(text, "utf-8")

    [card] = guides.cards(GuideLibrary(tmp_path), TODAY)
    told = {f.label: f.lines for f in guides.facts(guide_of(text), TODAY)}

    assert card.review_due == due
    assert told.get("Review due") == fact


def test_the_facts_say_what_a_guide_takes_keeps_and_measures():
    fields = "pulse_items: [N2, X9]\nseries: Team\nretention_days: 9"
    guide = guide_of(GUIDE.replace("\nversion:", f"\n{fields}\nversion:", 1))

    assert {fact.label: fact.lines for fact in guides.facts(guide, TODAY)} == {
        "Facilitators": ("2.",),
        "Results are shown": ("from 5 answers on",),
        "All is erased": ("after 9 days",),
        "To fill in before it starts": ("Somebody to talk to",),
        "Asked alike in every guide": ("N2 I would want others to speak up to me.", "X9"),
        "Part of the series": ("Team",),
        "Licence": ("CC BY 4.0",),
    }


def test_a_draft_tells_its_mistakes_first_and_the_rules_only_without_any():
    wrong = guides.draft("mine", GUIDE.replace("minutes: 60", "minutes: 61", 1))
    right = guides.draft("mine", GUIDE)

    assert wrong.guide is None
    assert {remark.rule for remark in wrong.remarks} == {""}
    assert right.guide is not None
    assert "" not in {remark.rule for remark in right.remarks}


@pytest.mark.parametrize("text", ["", "\x00", "---\n---", "#" * 9999, "\ud800"])
def test_any_text_is_a_draft(text: str):
    assert guides.draft("mine", text).guide is None


def test_a_file_is_one_card_good_or_bad(tmp_path: Path):
    (tmp_path / "good.md").write_text(GUIDE, "utf-8")
    (tmp_path / "bad.md").write_text("Hello", "utf-8")

    bad, good = guides.cards(GuideLibrary(tmp_path), TODAY)

    assert (good.title, good.problems) == ("A room for tests", ())
    assert (bad.title, len(bad.problems) > 0) == ("bad.md", True)


def test_an_own_file_under_a_name_that_cannot_be_kept_has_no_versions(tmp_path: Path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "My Guide!.md").write_text(GUIDE, "utf-8")
    library = GuideLibrary(tmp_path / "shipped", own=tmp_path / "own")

    assert guides.one(library, "My Guide!").versions == ()
    with pytest.raises(NotFound):
        guides.one(library, "nothing")


@pytest.mark.parametrize("activity", guide_of(EVERY_KIND).activities, ids=lambda a: a.kind)
def test_a_preview_holds_no_number_of_anybodys(activity):
    guide = guide_of(EVERY_KIND)
    stage, phone = (
        previews.on_the_projector(guide, activity),
        previews.on_the_phone(guide, activity),
    )

    assert (stage.answered, stage.results, phone.results) == (0, (), ())
    assert (stage.code, stage.summary_key, phone.summary_key) == (None, None, None)
    assert phone.accepting == (stage.answers is AnswersState.OPEN)
    assert phone.activity is not None
    assert (phone.activity.say, phone.activity.expected, phone.activity.why) == ("", "", "")


def test_a_preview_of_what_is_not_there_is_refused():
    with pytest.raises(NotFound):
        previews.previewed(GUIDE, "nothing")
    with pytest.raises(InvalidInput):
        previews.previewed("Hello", "nothing")
