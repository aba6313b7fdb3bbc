"""The summary everyone takes home: one object, disclosed once, the same for everybody."""

from dataclasses import replace
from hashlib import sha256

from sqlalchemy import Connection

from modules.domain.dates import in_words
from modules.domain.guide import Guide
from modules.domain.session import PlannedStep, Session, SessionId
from modules.guides.parser import guide_of
from modules.screens.projector import without_notes
from modules.screens.results import Loaded, load, result_at
from modules.screens.series import Compared, compared
from modules.screens.views import ResultView, SummaryItem, SummarySection, SummaryView
from modules.storage.database import Database

LIMITS = (
    "These are the answers of the people who were in this room and chose to answer. "
    "They say nothing about anybody else, and nothing about any one person.",
    "One session rarely changes what people do. What counts is what happens next, "
    "and whether the people concerned can see it.",
    "A result that is given in words, or not at all, was held back to protect the people in it.",
)

GROUPINGS = {"everyone": "", "alone": "each person alone"}


def summary(database: Database, session_id: SessionId) -> SummaryView:
    """What every file is laid out from. Raises NoSuchSession."""
    with database.read() as db:
        loaded = load(db, session_id)
        return _view(db, loaded)


def _view(db: Connection, loaded: Loaded) -> SummaryView:
    session, guide = loaded.session, guide_of(loaded.stored.guide_text)
    sections, comparison = _sections(db, loaded), compared(db, loaded)
    results = [item.result for section in sections for item in section.items if item.result]
    return SummaryView(
        title=session.title,
        guide_title=guide.title,
        guide_version=guide.version,
        held_on=session.started_on,
        language=session.language,
        group_in_words=_group_in_words(loaded),
        purpose=guide.purpose,
        sections=sections + comparison.sections,
        limits=LIMITS + ((comparison.limit,) if comparison.limit else ()),
        support_contacts=tuple(line for line in session.support_contacts.splitlines() if line),
        sources=guide.sources,
        stored=_stored(session, guide, comparison),
        delete_on=session.delete_on,
        smallest_group=session.smallest_group,
        practice=session.practice,
        rehearsal=session.rehearsal,
        ended=session.ended,
        texts_withheld=any(result.texts_withheld for result in results),
        series_until=comparison.series_until,
        uid=sha256(session.id.encode()).hexdigest()[:12],
    )


def _sections(db: Connection, loaded: Loaded) -> tuple[SummarySection, ...]:
    found: dict[str, list[SummaryItem]] = {}
    for step in loaded.room.plan:
        if step.key in loaded.stored.visited or step.key in loaded.room.rounds:
            found.setdefault(step.section, []).append(_item(db, loaded, step))
    return tuple(SummarySection(title=t, items=tuple(items)) for t, items in found.items())


def _item(db: Connection, loaded: Loaded, step: PlannedStep) -> SummaryItem:
    asked = step.key in loaded.room.rounds
    result = result_at(db, loaded, step.key, outside=True) if asked else None
    return SummaryItem(
        title=step.activity.title,
        kind=step.activity.kind,
        minutes=step.activity.minutes,
        prompt=step.activity.prompt,
        grouping=_in_words(step.activity.grouping),
        result=_taken_home(result) if result else None,
    )


def _taken_home(result: ResultView) -> ResultView:
    """The debrief questions were asked aloud: they go home with the result."""
    return replace(
        without_notes(result), debrief=result.debrief, texts_withheld=result.texts_withheld
    )


def _in_words(grouping: str) -> str:
    """How people worked: “in pairs”; nothing where everyone did together."""
    if grouping in GROUPINGS:
        return GROUPINGS[grouping]
    return f"in {grouping}" if grouping.startswith(("pairs", "trios", "groups")) else grouping


def _group_in_words(loaded: Loaded) -> str:
    """The size of the group from what was shown live anyway: the most answers to one question."""
    most = max((r.tally.answered for r in loaded.rounds if r.tally), default=0)
    least = loaded.session.smallest_group
    if most < max(least, 5):
        return "a small group"
    low = most // 5 * 5
    return f"{low} to {low + 4} people"


def _stored(session: Session, guide: Guide, comparison: Compared) -> tuple[str, ...]:
    sentences = [
        "Stored until the deletion date: the totals in this summary, the texts that were shown, "
        f"and the guide “{guide.title}”.",
        "Not stored: who answered what, when, in which order, from which device or address.",
        # Said whether there were any or not: how many would tell how many passed.
        "Texts that were not shown are deleted at the end of the workshop.",
    ]
    if comparison.series_until:
        sentences.append(
            f"Stored longer, in the series “{session.series}”, until "
            f"{in_words(comparison.series_until)}: the totals of the lines that are asked again. "
            "No texts."
        )
    return tuple(sentences)
