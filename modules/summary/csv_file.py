"""The summary as CSV for spreadsheets: one fact in a row, every cell quoted, no formulas."""

import csv as csv_format
import io
from collections.abc import Iterable, Iterator

from modules.domain.picture import Table
from modules.screens.summary_views import SummaryView
from modules.summary.cells import cell
from modules.summary.entries import Entry
from modules.summary.outline import Notes, Outline, outline

HEAD = ("Section", "Activity", "What", "Label", "Series", "Value")
# Without it, Excel reads UTF-8 as the machine's old code page.
BOM = "\ufeff"

Cell = str | int | float
Row = tuple[str, str, str, str, str, Cell]


def csv(view: SummaryView) -> bytes:
    """UTF-8 with a byte order mark, rows ended as RFC 4180 says, the same bytes for everyone."""
    sheet = io.StringIO(newline="")
    writer = csv_format.writer(sheet, quoting=csv_format.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEAD)
    for row in rows(outline(view)):
        writer.writerow([cell(value) for value in row])
    return (BOM + sheet.getvalue()).encode()


def rows(contents: Outline) -> Iterator[Row]:
    """Every fact of the summary, in reading order."""
    yield "", "", "title", "", "", contents.title
    for notice in contents.notices:
        yield "", "", "notice", "", "", notice
    for name, value in contents.facts:
        yield "", "", "about", name, "", value
    if contents.purpose:
        yield "", "", "purpose", "", "", contents.purpose
    yield from _notes(contents.first)
    for part in contents.parts:
        for entry in part.entries:
            yield from ((part.title, entry.title, *rest) for rest in _entry(entry))
    yield from _notes(contents.notes)


def _notes(listed: Iterable[Notes]) -> Iterator[Row]:
    for notes in listed:
        for line in notes.lines:
            yield notes.title, "", "note", "", "", line


def _entry(entry: Entry) -> Iterator[tuple[str, str, str, Cell]]:
    if entry.minutes:
        yield "minutes", "", "", entry.minutes
    if entry.grouping:
        yield "how", "", "", entry.grouping
    for what, value in (
        ("prompt", entry.prompt), ("notice", entry.notice), ("result", entry.sentence)
    ):  # fmt: skip
        if value:
            yield what, "", "", value
    if entry.table:
        yield from _numbers(entry.table)
    for quotes in entry.quotes:
        for text in quotes.texts:
            yield "text", quotes.theme, "", text
    for what, value in (("agreed", entry.agreed), ("question", entry.question)):
        if value:
            yield what, "", "", value


def _numbers(table: Table) -> Iterator[tuple[str, str, str, Cell]]:
    """One row for each cell: what the first column holds, its value, the cell's head, the cell."""
    what = table.head[0] or "number"
    for label, *values in table.rows:
        if not values:
            yield what, "", "", label
        for series, value in zip(table.head[1:], values, strict=True):
            if value != "":
                yield what, str(label), series, value
