"""Guides as pages show them: the library's cards, one guide with its run of show, and a draft."""

from dataclasses import dataclass
from datetime import date

from modules.activities.kind import kind_of, shared_texts
from modules.domain.dates import in_words
from modules.domain.guide import Activity, Guide, Sensitivity
from modules.guides.library import GuideLibrary, LibraryEntry
from modules.guides.lint import findings
from modules.guides.parser import ReadGuide, read_guide
from modules.guides.shelf import KeptVersion

_RISKS = tuple(Sensitivity)


@dataclass(frozen=True, slots=True)
class RunLine:
    """One line of the run of show. `start` is hours and minutes from the beginning: "0:14"."""

    start: str
    minutes: int
    section: str
    title: str
    answers: str
    risk: str
    priority: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know of a guide before choosing it, on a line or a few."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong (`rule` is "") or could be better (the rule's id), where, and what to write."""

    line: int
    message: str
    fix: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCard:
    """One guide in the library, or a file that cannot be used, with its problems.

    `review_due` says since when somebody should look at it again; "" until that day.
    """

    id: str
    own: bool
    title: str
    purpose: str = ""
    minutes: int = 0
    size: str = ""
    risk: str = ""
    version: str = ""
    reviews: tuple[str, ...] = ()
    review_due: str = ""
    problems: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """One file: its text, its guide where it can be read, and its kept versions, newest first."""

    id: str
    own: bool
    text: str
    guide: Guide | None
    remarks: tuple[Remark, ...]
    versions: tuple["VersionLine", ...] = ()


@dataclass(frozen=True, slots=True)
class VersionLine:
    number: int
    kept_on: date


def cards(library: GuideLibrary, today: date) -> tuple[GuideCard, ...]:
    """Every file, good or bad, in the library's order."""
    return tuple(_card(entry, today) for entry in library.all())


def one(library: GuideLibrary, guide_id: str) -> GuideView:
    """One file to be read. Raises NotFound."""
    entry = library.get(guide_id)
    kept: tuple[KeptVersion, ...] = ()
    # A file that was put there by hand may have a name under which nothing can be kept.
    if entry.own and library.shelf.holds(guide_id):
        kept = library.shelf.versions(guide_id)
    return GuideView(
        id=entry.id,
        own=entry.own,
        text=entry.text,
        guide=entry.read.guide,
        remarks=_problems(entry.read),
        versions=tuple(VersionLine(v.number, v.kept_on) for v in kept),
    )


def draft(guide_id: str, text: str) -> GuideView:
    """A text that is being written, with its problems, or where it has none what a rule misses."""
    read = read_guide(text, file=f"{guide_id}.md")
    remarks = _problems(read)
    if read.guide is not None:
        remarks = tuple(
            Remark(f.line, f.message, f.fix, f.rule) for f in findings(read.guide, text)
        )
    return GuideView(id=guide_id, own=True, text=text, guide=read.guide, remarks=remarks)


def kept_text(library: GuideLibrary, guide_id: str, number: int) -> str:
    """The text of one kept version. Raises NotFound, InvalidInput."""
    return library.shelf.version(guide_id, number)


def run_of_show(guide: Guide) -> tuple[RunLine, ...]:
    """Every activity with the time at which it begins."""
    lines = []
    minute = 0
    for section in guide.sections:
        for activity in section.activities:
            lines.append(_run_line(section.title, activity, minute))
            minute += activity.minutes
    return tuple(lines)


def facts(guide: Guide, today: date) -> tuple[Fact, ...]:
    """What it takes, keeps and measures, without what it leaves open."""
    shared = shared_texts()
    review = f"by {in_words(guide.review_day)}" if guide.review_day else guide.review_by
    items = tuple(f"{i} {shared.get(i, '')}".strip() for i in guide.pulse_items)
    told = (
        Fact("Facilitators", (f"{guide.facilitators}. {guide.experience}".rstrip(". ") + ".",)),
        Fact("Results are shown", (f"from {guide.smallest_group} answers on",)),
        Fact("All is erased", (f"after {guide.retention_days} days",)),
        Fact("To fill in before it starts", guide.support_contacts),
        Fact("Asked alike in every guide", items),
        Fact("Part of the series", (guide.series,) if guide.series else ()),
        Fact("Review due", tuple(filter(None, (review_due(guide, today) or review,)))),
        Fact("Licence", (guide.licence,)),
    )
    return tuple(fact for fact in told if fact.lines)


def review_due(guide: Guide, today: date) -> str:
    """Since when somebody should have looked at it again: “since 1 November 2027”, or ""."""
    due = guide.review_day
    return f"since {in_words(due)}" if due and due <= today else ""


def choices_of(activity: Activity) -> tuple[str, ...]:
    """What can be chosen, marked or put in order, as the projector shows it."""
    return kind_of(activity).lines_on_stage(activity)


def risk_of(guide: Guide) -> str:
    """The highest sensitivity of any of its activities."""
    levels = [_RISKS.index(activity.sensitivity) for activity in guide.activities]
    return _RISKS[max(levels, default=0)].value


def _run_line(section: str, activity: Activity, minute: int) -> RunLine:
    return RunLine(
        start=f"{minute // 60}:{minute % 60:02}",
        minutes=activity.minutes,
        section=section,
        title=activity.title,
        answers=activity.visibility.value,
        risk=activity.sensitivity.value,
        priority=activity.priority.value,
    )


def _card(entry: LibraryEntry, today: date) -> GuideCard:
    guide = entry.read.guide
    if guide is None:
        return GuideCard(
            id=entry.id, own=entry.own, title=f"{entry.id}.md", problems=_problems(entry.read)
        )
    return GuideCard(
        id=entry.id,
        own=entry.own,
        title=guide.title,
        purpose=guide.purpose,
        minutes=guide.minutes,
        size=f"{guide.size.least} to {guide.size.most} people",
        risk=risk_of(guide),
        version=guide.version,
        reviews=guide.reviews,
        review_due=review_due(guide, today),
    )


def _problems(read: ReadGuide) -> tuple[Remark, ...]:
    return tuple(Remark(p.line, p.message, p.fix) for p in read.problems)
