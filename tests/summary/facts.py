"""Everything a summary discloses, as facts in reading order: what each file must hold, in order.

A fact is (section, step, what, …). Written from the view alone: it knows nothing of the layouts.
"""

import re
from collections.abc import Iterator

from modules.domain.dates import in_words
from modules.domain.picture import Bars, Chart, Picture, Stacked, Table, Terms, Texts, letter
from modules.screens.summary_views import SummaryItem, SummaryView

Fact = tuple[str, ...]


def flat(text: object) -> str:
    """Letters only: every layout breaks its lines where it likes."""
    return re.sub(r"[\s\u200b]", "", str(text))


def facts(view: SummaryView, *, drawn: bool) -> list[Fact]:
    """With charts where `drawn`; their numbers stand in the tables again."""
    found = [fact for fact in _facts(view) if drawn or fact[2] != "chart"]
    return [tuple(map(flat, fact)) for fact in found]


def _facts(view: SummaryView) -> Iterator[Fact]:
    yield "", "", "front", view.title
    yield "", "", "front", f"Date: {in_words(view.held_on)}"
    yield "", "", "front", f"Guide: {view.guide_title}, version {view.guide_version}"
    yield "", "", "front", f"Group: {view.group_in_words}"
    yield "", "", "front", view.purpose
    yield from _notes("People and places to turn to", view.support_contacts)
    for section in view.sections:
        for item in section.items:
            yield from ((section.title, item.title, *rest) for rest in _step(item))
    yield from _notes("What these numbers can and cannot say", view.limits)
    yield from _notes("Resources", view.resources)
    yield from _notes("Sources", view.sources)
    deleted = (f"Everything stored about this workshop is deleted on {in_words(view.delete_on)}.",)
    yield from _notes("What was stored, and until when", view.stored + deleted)


def _notes(title: str, lines: tuple[str, ...]) -> Iterator[Fact]:
    yield from ((title, "", "note", line) for line in lines)


def _step(item: SummaryItem) -> Iterator[Fact]:
    yield "minutes", str(item.minutes)
    if item.grouping:
        yield "how", item.grouping
    yield "says", item.prompt
    if item.result:
        if item.result.notice:
            yield "says", item.result.notice
        yield from _picture(item.result.picture)
    if item.agreed:
        yield "agreed", item.agreed
    if item.question:
        yield "question", item.question


def _picture(picture: Picture | None) -> Iterator[Fact]:
    if picture is None:
        return
    yield "says", picture.sentence
    if isinstance(picture.chart, Texts):
        for theme, texts in picture.chart.groups:
            yield from (("text", theme or "Other", text) for text in texts)
        return
    if picture.chart:
        yield "chart", "".join(_letters(picture.chart))
    table = picture.table or _table_of(picture.chart)
    for label, *values in table.rows:
        for series, value in zip(table.head[1:], values, strict=True):
            yield "cell", table.head[0], str(label), series, str(value)


def _letters(chart: Chart) -> Iterator[str]:
    """What is written on a chart, from the top down."""
    match chart:
        case Terms(terms=terms):
            yield from (f"{term}×{count}" for term, count in terms)
        case Bars(series=series, rows=rows):
            names = [letter(place) for place in range(len(series))]
            yield from (f"{n} {text}" for n, text in zip(names, series, strict=True))
            for row in rows:
                yield row.label
                yield from (f"{n} · {text}" for n, text in zip(names, row.texts, strict=True))
        case Stacked(points=points, rows=rows):
            yield from (f"{letter(n)} {point}" for n, point in enumerate(points))
            for row in rows:
                yield row.label
                yield from (f"{letter(n)} {int(value)}" for n, value in enumerate(row.values))


def _table_of(chart: Chart | None) -> Table:
    match chart:
        case Terms(terms=terms):
            return Table(("Word", "Mentions"), terms)
        case Bars(series=names, rows=rows):
            head = ("Answer", *names)
        case Stacked(points=names, rows=rows):
            head = ("Statement", *names)
        case _:
            raise TypeError(chart)
    return Table(head, tuple((r.label, *(int(value) for value in r.values)) for r in rows))
