"""One step of the summary with its result, cleaned: chart, table and texts say the same."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from modules.domain.picture import Bars, Chart, Picture, Row, Stacked, Table, Terms, Texts
from modules.screens.summary_views import SummaryItem
from modules.screens.views import ResultView
from modules.summary.phrases import Phrases
from modules.summary.plain import plain, plain_lines

OTHER = "Other"
UNTITLED = "Without a title"


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
    grouping: str = ""
    how: str = ""
    """“10 min, in pairs”."""
    prompt: str = ""
    notice: str = ""
    sentence: str = ""
    chart: Chart | None = None
    table: Table | None = None
    quotes: tuple[Quotes, ...] = ()
    agreed: str = ""
    question: str = ""

    @property
    def collected(self) -> bool:
        return bool(self.sentence or self.notice)


def entry_of(item: SummaryItem, says: Phrases) -> Entry:
    """The step as every file shows it; without a chart and numbers where none may be shown."""
    entry = Entry(
        title=plain(item.title) or says(UNTITLED),
        minutes=item.minutes,
        grouping=says(plain(item.grouping)),
        how=_how(item, says),
        prompt=plain(item.prompt),
        agreed=plain(item.agreed),
        question=" ".join(plain(item.question).split()),
    )
    return _with_result(entry, item.result, says) if item.result else entry


def _how(item: SummaryItem, says: Phrases) -> str:
    grouping = says(plain(item.grouping))
    if not item.minutes:
        return grouping
    time = says("{n} min", n=item.minutes)
    return says("{time}, {how}", time=time, how=grouping) if grouping else time


def _with_result(entry: Entry, result: ResultView, says: Phrases) -> Entry:
    picture = result.picture or Picture(sentence="")
    chart, quotes = _chart(picture.chart, says)
    return replace(
        entry,
        prompt=entry.prompt or plain(result.prompt),
        notice=says(plain(result.notice)),
        sentence=plain(picture.sentence),
        chart=chart,
        table=_table(picture.table or _table_of(chart), quotes, says),
        quotes=quotes,
    )


def _chart(chart: Chart | None, says: Phrases) -> tuple[Chart | None, tuple[Quotes, ...]]:
    """The chart to draw, or the texts to list."""
    match chart:
        case Texts(groups=groups):
            rest = says(OTHER) if any(theme for theme, _ in groups) else ""
            quotes = (Quotes(plain(theme) or rest, plain_lines(texts)) for theme, texts in groups)
            return None, tuple(q for q in quotes if q.texts or q.theme != rest)
        case None:
            return None, ()
    return rewritten(chart, plain), ()


def rewritten(chart: Chart, write: Callable[[str], str]) -> Chart:
    """The chart with each of its texts replaced by what `write` makes of it."""
    match chart:
        case Bars(series=series, rows=rows):
            return replace(chart, series=_each(series, write), rows=_rows(rows, write))
        case Stacked(points=points, rows=rows):
            return replace(chart, points=_each(points, write), rows=_rows(rows, write))
        case Terms(terms=terms):
            return Terms(tuple((write(term), count) for term, count in terms))
        case Texts(groups=groups):
            return Texts(tuple((write(theme), _each(texts, write)) for theme, texts in groups))


def _rows(rows: tuple[Row, ...], write: Callable[[str], str]) -> tuple[Row, ...]:
    return tuple(replace(r, label=write(r.label), texts=_each(r.texts, write)) for r in rows)


def _each(texts: tuple[str, ...], write: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(write(text) for text in texts)


def _table_of(chart: Chart | None) -> Table | None:
    match chart:
        case Bars(series=series, rows=rows):
            return Table(
                ("Answer", *(series if len(series) > 1 else ("How many",))),
                tuple((row.label, *row.values) for row in rows),
            )
        case Stacked(points=points, rows=rows):
            return Table(("Statement", *points), tuple((row.label, *row.values) for row in rows))
        case Terms(terms=terms):
            return Table(("Word", "Mentions"), terms)
    return None


def _table(table: Table | None, quotes: tuple[Quotes, ...], says: Phrases) -> Table | None:
    """The table with clean texts, or None where it would only repeat the listed texts."""
    if table is None or not table.rows:
        return None
    rows = tuple(tuple(_cell(c) for c in row) for row in table.rows)
    listed = {"", *(q.theme for q in quotes), *(t for q in quotes for t in q.texts)}
    if quotes and all(cell in listed for row in rows for cell in row):
        return None
    return Table(_each(table.head, lambda head: says(plain(head))), rows)


def _cell(cell: str | int | float) -> str | int | float:
    if isinstance(cell, str):
        return plain(cell)
    return int(cell) if float(cell).is_integer() else cell
