"""The summary everyone takes home: one object, disclosed once, the same for everybody."""

import re
from dataclasses import replace
from hashlib import sha256

from sqlalchemy import Connection

from modules.activities.kind import kind_of
from modules.domain.dates import in_words
from modules.domain.guide import Activity, Guide
from modules.domain.session import PlannedStep, SessionId
from modules.guides.parser import guide_of
from modules.guides.sources import sources_of
from modules.screens.projector import without_notes
from modules.screens.results import Loaded, load, result_at
from modules.screens.series import Compared, compared
from modules.screens.summary_views import SummaryItem, SummarySection, SummaryView
from modules.screens.views import ResultView
from modules.storage import notes
from modules.storage.database import Database

LIMITS = (
    "These are the answers of the people who were in this room and chose to answer. "
    "They say nothing about anybody else, and nothing about any one person.",
    "One session rarely changes what people do. What counts is what happens next, "
    "and whether the people concerned can see it.",
    "A result that is given in words, or not at all, was held back to protect the people in it.",
)

GROUPINGS = {"everyone": "", "alone": "each person alone"}
NOT_REACHED = "Not reached: to take home"
# As Latin, East Asian, Arabic, Greek and Armenian writing ends a question.
_ASKS = re.compile(r"[?\uff1f\u061f\u037e\u055e]")


def summary(database: Database, session_id: SessionId) -> SummaryView:
    """What every file is laid out from. Raises NoSuchSession."""
    with database.read() as db:
        loaded = load(db, session_id)
        return _view(db, loaded)


def _view(db: Connection, loaded: Loaded) -> SummaryView:
    session, guide = loaded.session, guide_of(loaded.stored.guide_text)
    sections, comparison = _sections(db, loaded), compared(db, loaded)
    not_reached = _not_reached(loaded)
    items = [item for section in sections for item in section.items]
    return SummaryView(
        title=session.title,
        guide_title=guide.title,
        guide_version=guide.version,
        held_on=session.started_on,
        language=session.language,
        group_in_words=_group_in_words(loaded),
        purpose=guide.purpose,
        sections=sections + comparison.sections + not_reached,
        limits=LIMITS + ((comparison.limit,) if comparison.limit else ()),
        support_contacts=tuple(line for line in session.support_contacts.splitlines() if line),
        resources=tuple(f"{r.title}: {r.address}" for r in guide.resources),
        sources=sources_of(guide),
        stored=stored_in_words(
            session.series, guide, comparison, agreed=any(i.agreed for i in items)
        ),
        delete_on=session.delete_on,
        smallest_group=session.smallest_group,
        practice=session.practice,
        rehearsal=session.rehearsal,
        ended=session.ended,
        texts_withheld=any(i.result.texts_withheld for i in items if i.result),
        series_until=comparison.series_until,
        uid=sha256(session.id.encode()).hexdigest()[:12],
    )


def _sections(db: Connection, loaded: Loaded) -> tuple[SummarySection, ...]:
    found: dict[str, list[SummaryItem]] = {}
    agreed = notes.agreed(db, loaded.session.id)
    for step in loaded.room.plan:
        if loaded.took_place(step) and _is_looked_back_at(step.activity):
            item = _item(db, loaded, step, agreed.get(step.key, ""))
            found.setdefault(step.section, []).append(item)
    return tuple(SummarySection(title=t, items=tuple(items)) for t, items in found.items())


def _is_looked_back_at(activity: Activity) -> bool:
    """No break; and what only facilitators read or debrief is about them."""
    about_the_session = activity.facilitators_debrief and not activity.debrief
    return not (kind_of(activity).rests(activity) or activity.unshown or about_the_session)


def _item(db: Connection, loaded: Loaded, step: PlannedStep, agreed: str) -> SummaryItem:
    activity = step.activity
    asked = step.key in loaded.room.rounds and not activity.unshown
    result = result_at(db, loaded, step.key, outside=True) if asked else None
    return SummaryItem(
        title=activity.title,
        kind=activity.kind,
        minutes=activity.minutes,
        prompt=kind_of(activity).prompt_at_home(activity),
        grouping=_in_words(activity.grouping),
        result=_taken_home(result) if result else None,
        question=_question(activity, result),
        agreed=agreed,
    )


def _taken_home(result: ResultView) -> ResultView:
    return replace(without_notes(result), texts_withheld=result.texts_withheld)


def _question(activity: Activity, result: ResultView | None) -> str:
    """The debrief question to keep: what fits the result's shape, else the guide's first one.

    Where a result was asked for and nobody saw one, no question about it makes sense.
    """
    seen = result.picture if result else None
    if result and not (seen and (seen.chart or seen.table)):
        return ""
    fitting = activity.debrief_when.get(result.shape, "") if result and result.shape else ""
    if _ASKS.search(fitting):
        return fitting
    return next(iter(activity.debrief), "")


def _not_reached(loaded: Loaded) -> tuple[SummarySection, ...]:
    """What was cut or not come to: its questions go home. Nothing of it while that may change."""
    if not loaded.session.ended:
        return ()
    items = tuple(
        SummaryItem(
            title=step.activity.title,
            kind=step.activity.kind,
            minutes=0,
            prompt=kind_of(step.activity).prompt_at_home(step.activity),
            result=None,
        )
        for step in loaded.room.plan
        if not loaded.took_place(step)
        and _is_looked_back_at(step.activity)
        and kind_of(step.activity).prompt_at_home(step.activity)
    )
    return (SummarySection(title=NOT_REACHED, items=items),) if items else ()


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


def stored_in_words(
    series: str, guide: Guide, comparison: Compared, *, agreed: bool
) -> tuple[str, ...]:
    """What is stored and until when; every language of the files has a phrase for each of them."""
    sentences = [
        "Stored until the deletion date: the totals in this summary, the texts that were shown, "
        f"{'what was agreed, ' if agreed else ''}and the guide “{guide.title}”.",
        "Not stored: who answered what, when, in which order, from which device or address.",
        # Said whether there were any or not: how many would tell how many passed.
        "Texts that were not shown are deleted within a quarter of an hour of the end.",
    ]
    if comparison.series_until:
        sentences.append(
            f"Stored longer, in the series “{series}”, until "
            f"{in_words(comparison.series_until)}: the totals of the lines that are asked again. "
            "No texts."
        )
    return tuple(sentences)
