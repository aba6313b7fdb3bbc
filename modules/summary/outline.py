"""The summary put in order once: what every file says, before any file lays it out.

All formats are made from an `Outline`, so none can say more, or less, than another.
"""

from dataclasses import dataclass, replace
from datetime import date

from modules.domain.picture import Bars, Chart, Picture, Row, Stacked, Table, Terms, Texts
from modules.screens.views import ResultView, SummaryItem, SummaryView
from modules.summary.plain import plain

PRACTICE = "Practice, not anonymous. These results show how the workshop works, and nothing else."
REHEARSAL = "Rehearsal, not anonymous. Every answer in this file was invented."
UNFINISHED = "Made before the workshop ended. The summary made at its end is the one to keep."
TEXTS_WITHHELD = (
    "Some texts were shown in the room only: too few people wrote for their words to leave it."
)
OTHER = "Other"


@dataclass(frozen=True, slots=True)
class Quotes:
    """Texts participants wrote, under one theme ("" where there is none)."""

    theme: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One step that took place. `chart` and `table` hold the same numbers; most steps have none."""

    title: str
    minutes: int
    prompt: str = ""
    notice: str = ""
    sentence: str = ""
    chart: Chart | None = None
    table: Table | None = None
    quotes: tuple[Quotes, ...] = ()
    debrief: tuple[str, ...] = ()

    @property
    def collected(self) -> bool:
        return bool(self.sentence or self.notice)


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """A heading with its list of sentences."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    title: str
    language: str
    held_on: date
    notices: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    purpose: str
    parts: tuple[Part, ...]
    notes: tuple[Notes, ...]


def outline(view: SummaryView) -> Outline:
    """All texts cleaned, all results as chart and table, in the order in which files show them."""
    return Outline(
        title=plain(view.title) or "Workshop",
        language=view.language,
        held_on=view.held_on,
        notices=_notices(view),
        facts=_facts(view),
        purpose=plain(view.purpose),
        parts=tuple(Part(plain(s.title), tuple(_entry(i) for i in s.items)) for s in view.sections),
        notes=_notes(view),
    )


def in_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _notices(view: SummaryView) -> tuple[str, ...]:
    said = (
        (view.rehearsal, REHEARSAL),
        (view.practice and not view.rehearsal, PRACTICE),
        (not view.ended, UNFINISHED),
    )
    return tuple(sentence for holds, sentence in said if holds)


def _facts(view: SummaryView) -> tuple[tuple[str, str], ...]:
    version = f", version {plain(view.guide_version)}" if view.guide_version else ""
    facts = (
        ("Date", in_words(view.held_on)),
        ("Guide", plain(view.guide_title) + version),
        ("Group", plain(view.group_in_words)),
    )
    return tuple((name, value) for name, value in facts if value)


def _notes(view: SummaryView) -> tuple[Notes, ...]:
    limits = view.limits + ((TEXTS_WITHHELD,) if view.texts_withheld else ())
    deletion = f"Everything stored about this workshop is deleted on {in_words(view.delete_on)}."
    notes = (
        Notes("What these numbers can and cannot say", _plain(limits)),
        Notes("People and places to turn to", _plain(view.support_contacts)),
        Notes("Sources", _plain(view.sources)),
        Notes("What was stored, and until when", (*_plain(view.stored), deletion)),
    )
    return tuple(n for n in notes if n.lines)


def _plain(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cleaned for line in lines if (cleaned := plain(line)))


def _entry(item: SummaryItem) -> Entry:
    entry = Entry(title=plain(item.title), minutes=item.minutes, prompt=plain(item.prompt))
    return _with_result(entry, item.result) if item.result else entry


def _with_result(entry: Entry, result: ResultView) -> Entry:
    picture = result.picture or Picture(sentence="")
    chart, quotes = _chart(picture.chart)
    return Entry(
        title=entry.title,
        minutes=entry.minutes,
        prompt=entry.prompt or plain(result.prompt),
        notice=plain(result.notice),
        sentence=plain(picture.sentence),
        chart=chart,
        table=_table(picture.table or _table_of(chart), quotes),
        quotes=quotes,
        debrief=_plain(result.debrief),
    )


def _chart(chart: Chart | None) -> tuple[Chart | None, tuple[Quotes, ...]]:
    """The chart to draw, or the texts to list."""
    match chart:
        case Texts(groups=groups):
            rest = OTHER if any(theme for theme, _ in groups) else ""
            quotes = (Quotes(plain(theme) or rest, _plain(texts)) for theme, texts in groups)
            return None, tuple(q for q in quotes if q.texts or q.theme != rest)
        case Bars():
            return replace(chart, series=_all(chart.series), rows=_rows(chart.rows)), ()
        case Stacked():
            return replace(chart, points=_all(chart.points), rows=_rows(chart.rows)), ()
        case Terms(terms=terms):
            return Terms(tuple((plain(term), count) for term, count in terms)), ()
    return None, ()


def _rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(replace(r, label=plain(r.label), texts=_all(r.texts)) for r in rows)


def _all(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain(t) for t in texts)


def _table_of(chart: Chart | None) -> Table | None:
    match chart:
        case Bars(series=series, rows=rows):
            return Table(
                ("", *(series if len(series) > 1 else ("Answers",))),
                tuple((row.label, *row.values) for row in rows),
            )
        case Stacked(points=points, rows=rows):
            return Table(("", *points), tuple((row.label, *row.values) for row in rows))
        case Terms(terms=terms):
            return Table(("Word", "Mentions"), terms)
    return None


def _table(table: Table | None, quotes: tuple[Quotes, ...]) -> Table | None:
    """The table with clean texts, or None where it would only repeat the listed texts."""
    if table is None or not table.rows:
        return None
    rows = tuple(tuple(_cell(c) for c in row) for row in table.rows)
    listed = {q.theme for q in quotes} | {t for q in quotes for t in q.texts}
    if quotes and all(cell in listed for row in rows for cell in row):
        return None
    return Table(_all(table.head), rows)


def _cell(cell: str | int | float) -> str | int | float:
    if isinstance(cell, str):
        return plain(cell)
    return int(cell) if float(cell).is_integer() else cell
