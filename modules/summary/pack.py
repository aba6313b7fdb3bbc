"""The facilitator's pack: a whole guide on paper, so that a workshop needs no network.

Run of show, contacts to fill in, preparation, script, harm protocol, and a sheet for everything
that phones would ask. Made from the guide alone: nothing of any session is in it.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, time
from typing import Any

from modules.domain.dates import in_words
from modules.domain.guide import Activity, Chapter, Guide, Section
from modules.screens.guides import run_of_show
from modules.summary.document import Block, blocks_of, runs_of
from modules.summary.paper import Field, paper_of
from modules.summary.plain import plain
from modules.summary.typesetting import compiled, text_of, texts_of

TEMPLATE = "pack.typ"
WHOLE_SCRIPT = 1100
"""Up to so many characters, a script is never torn over two pages."""
CHOICES = ("choice", "point", "item")
PARTS = (
    ("Watch for", "watch_for"),
    ("Expected answers", "expected"),
    ("If it goes wrong", "if_wrong"),
    ("Remote", "remote"),
    ("Hybrid", "hybrid"),
    ("On paper", "paper"),
    ("Data", "data"),
    ("Notes", "notes"),
)


def pack(guide: Guide) -> bytes:
    """One PDF/UA file; the same guide gives the same bytes, dated by the guide's own date."""
    updated = datetime.combine(guide.updated, time(), UTC)
    return compiled(TEMPLATE, _data(guide), int(updated.timestamp()))


def _data(guide: Guide) -> dict[str, Any]:
    first = guide.sections[0].line if guide.sections else 0
    before = [chapter for chapter in guide.chapters if chapter.line < first]
    after = [chapter for chapter in guide.chapters if chapter.line >= first]
    return {
        "title": text_of(plain(guide.title) or "Guide"),
        "language": guide.language,
        "date": [guide.updated.year, guide.updated.month, guide.updated.day],
        "facts": [[text_of(name), text_of(plain(value))] for name, value in _facts(guide)],
        "purpose": text_of(plain(guide.purpose)),
        "objectives": texts_of(plain(objective) for objective in guide.objectives),
        "about": blocks_of(guide.about, below=1),
        "run": [asdict(line) for line in run_of_show(guide)],
        "contacts": texts_of(plain(label) for label in guide.support_contacts),
        "before": [_chapter(chapter) for chapter in before],
        "sections": _sections(guide),
        "after": [_chapter(chapter) for chapter in after],
        "sheets": list(_sheets(guide)),
    }


def _facts(guide: Guide) -> Iterable[tuple[str, str]]:
    size = guide.size
    facts = (
        ("Time", f"{guide.minutes} minutes"),
        ("Group", f"{size.least} to {size.most} people, best with {size.ideal}"),
        ("Facilitators", f"{guide.facilitators}. {guide.experience}".rstrip(". ") + "."),
        ("How it can be run", ", ".join(guide.modes)),
        ("For", guide.audience),
        ("Not for", guide.not_for),
        ("What it does not do", guide.not_this),
        ("Results shown from", f"{guide.smallest_group} answers"),
        ("Version", f"{guide.version}, {in_words(guide.updated)}"),
        ("Reviews", "; ".join(guide.reviews) or "none yet"),
        ("Licence", guide.licence),
        ("Credits", " ".join(guide.credits)),
    )
    return ((name, value) for name, value in facts if value)


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "title": text_of(plain(chapter.title)),
        "blocks": blocks_of(chapter.text),
        # What is needed in a hurry begins a page, so that it can be pulled out.
        "on_its_own": "harm" in chapter.title.lower(),
    }


def _sections(guide: Guide) -> list[dict[str, Any]]:
    starts = iter(run_of_show(guide))
    return [_section(section, starts) for section in guide.sections]


def _section(section: Section, starts: Iterable[Any]) -> dict[str, Any]:
    return {
        "title": text_of(plain(section.title)),
        "minutes": section.minutes,
        "notes": blocks_of(section.notes),
        "steps": [
            _step(activity, line.start)
            for activity, line in zip(section.activities, starts, strict=False)
        ],
    }


def _step(activity: Activity, start: str) -> dict[str, Any]:
    return {
        "title": text_of(plain(activity.title)),
        "start": start,
        "minutes": activity.minutes,
        "about": _about(activity),
        "say": blocks_of(activity.say, below=2),
        "say_whole": len(activity.say) < WHOLE_SCRIPT,
        "prompt": text_of(plain(activity.prompt)),
        "choices": texts_of(plain(f.text) for f in paper_of(activity) if f.shape in CHOICES),
        "note": text_of(plain(activity.content_note)),
        "why": blocks_of(activity.why, below=2),
        "tasks": [
            {"runs": runs_of(step.text), "minutes": f"{step.minutes:g}" if step.minutes else ""}
            for step in activity.steps
        ],
        "debrief": [runs_of(question) for question in activity.debrief],
        "among": [runs_of(question) for question in activity.facilitators_debrief],
        "when": [[shape.value, text_of(plain(q))] for shape, q in activity.debrief_when.items()],
        "parts": [
            {"label": label, "blocks": blocks_of(getattr(activity, name), below=2)}
            for label, name in PARTS
            if getattr(activity, name)
        ],
    }


def _about(activity: Activity) -> str:
    grouping = activity.grouping
    cut = " · cut first if time is short" if activity.priority.value == "cut first" else ""
    return f"{grouping} · {activity.visibility.value} · risk {activity.sensitivity.value}{cut}"


def _sheets(guide: Guide) -> Iterable[dict[str, Any]]:
    for activity in guide.activities:
        fields = paper_of(activity)
        if fields:
            yield {
                "title": text_of(plain(activity.title)),
                "fields": [_field(each) for each in fields],
            }


def _field(each: Field) -> Block:
    return {
        **asdict(each),
        "text": text_of(plain(each.text)),
        "points": texts_of(plain(point) for point in each.points),
    }
