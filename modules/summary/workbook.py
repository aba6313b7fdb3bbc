"""The summary as an Excel workbook: one sheet for each result, headings frozen, numbers typed."""

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from modules.domain.picture import Table
from modules.screens.summary_views import SummaryView
from modules.summary.entries import Entry
from modules.summary.languages import is_right_to_left
from modules.summary.outline import AGREED, DATE, KEEP_TALKING, Notes, Outline, Part, outline
from modules.summary.plain import reads_right_to_left

Cell = str | int | float

LONGEST_SHEET_NAME = 31
OVERVIEW_WIDTHS = (60, 22, 24, 60, 60, 60)
TEXT_WIDTH = 90
LABEL_WIDTHS, VALUE_WIDTHS = (48, 72), (10, 26)
"""Least and most for the first column of a table, and for the others."""
INK, AUBERGINE = "#201A2B", "#6A2C70"


def workbook(view: SummaryView) -> bytes:
    """The file in the format of Excel 2007 and later; its only date is the workshop's."""
    contents = outline(view)
    says = contents.says
    target = io.BytesIO()
    # Only what is a number becomes one: no text is ever read as formula, link or number.
    with Workbook(target, {"in_memory": True}) as book:
        held = datetime.combine(contents.held_on, time(), UTC).replace(tzinfo=None)
        book.set_properties({"title": contents.title, "created": held})
        styles = _Styles(book)
        _Sheet(book, says("Summary"), styles, contents).overview()
        results = (e for p in contents.parts for e in p.entries if e.collected)
        for number, entry in enumerate(results, start=1):
            _Sheet(book, sheet_name(number, entry.title), styles, contents).result(entry)
    return target.getvalue()


def sheet_name(number: int, title: str) -> str:
    """A name Excel accepts, unique by its number. Excel counts in UTF-16."""
    words = " ".join(re.sub(r"[\[\]:*?/\\\n]", " ", title).split())
    cut = f"{number} {words}".encode("utf-16-le")[: 2 * LONGEST_SHEET_NAME]
    return cut.decode("utf-16-le", "ignore").strip(" '")


def _widths(table: Table) -> tuple[float, ...]:
    """As wide as what is in each column, within limits; heads may take two lines."""

    def width(column: int) -> float:
        least, most = VALUE_WIDTHS if column else LABEL_WIDTHS
        cells = max((len(str(row[column])) for row in table.rows), default=0)
        return min(max(cells, len(table.head[column]) / 2, least) + 2, most)

    return tuple(width(column) for column in range(len(table.head)))


class _Styles:
    def __init__(self, book: Workbook) -> None:
        text = {"text_wrap": True, "valign": "top", "font_color": INK}
        self.title: Format = book.add_format(
            {**text, "bold": True, "font_size": 16, "font_color": AUBERGINE}
        )
        self.head: Format = book.add_format({**text, "bold": True, "bottom": 1})
        self.head_of_numbers: Format = book.add_format(
            {**text, "bold": True, "bottom": 1, "align": "right"}
        )
        self.date: Format = book.add_format({**text, "num_format": "d mmmm yyyy", "align": "left"})
        self.bold: Format = book.add_format({**text, "bold": True})
        self.text: Format = book.add_format(text)
        self.link: Format = book.add_format({**text, "font_color": AUBERGINE, "underline": 1})
        self.right: Format = book.add_format({**text, "reading_order": 2})


class _Sheet:
    """Writes one sheet from the top down."""

    def __init__(self, book: Workbook, name: str, styles: _Styles, contents: Outline) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.styles = styles
        self.contents = contents
        self.says = contents.says
        self.row = 0
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        if is_right_to_left(contents.language):
            self.sheet.right_to_left()

    def overview(self) -> None:
        contents = self.contents
        self.widths(OVERVIEW_WIDTHS)
        self.line(contents.title, style=self.styles.title)
        self.frozen()
        self.lines(contents.notices, style=self.styles.bold)
        for name, value in contents.facts:
            self.fact(name, value)
        self.line(contents.purpose)
        self.notes(contents.first)
        for part in contents.parts:
            self.steps(part)
        self.notes(contents.notes)

    def fact(self, name: str, value: str) -> None:
        if name != self.says(DATE):
            self.line(f"{name}: {value}")
            return
        # A date that can be sorted and counted with, written as the reader's Excel does.
        self.line(f"{name}:")
        self.sheet.write_datetime(self.row - 1, 1, self.contents.held_on, self.styles.date)

    def steps(self, part: Part) -> None:
        """One row for each; a step with a sheet of its own says the rest there."""
        says = self.says
        spoken = [entry for entry in part.entries if not entry.collected]
        kept = (
            (says(AGREED), says(KEEP_TALKING))
            if any(e.agreed or e.question for e in spoken)
            else ()
        )
        self.headed(part.title, says("Minutes"), says("How"), says("Asked"), *kept)
        for entry in part.entries:
            said = (entry.prompt, entry.agreed, entry.question) if entry in spoken else ()
            self.line(entry.title, entry.minutes or "", entry.grouping, *said)

    def result(self, entry: Entry) -> None:
        self.widths(_widths(entry.table) if entry.table else (TEXT_WIDTH,))
        self.line(entry.title, style=self.styles.title)
        self.lines((entry.prompt, entry.notice))
        self.line(entry.sentence, style=self.styles.bold)
        if entry.table:
            self.table(entry.table)
        for place, quotes in enumerate(entry.quotes):
            self.headed(quotes.theme or self.says("Texts"))
            if not entry.table and not place and len(entry.quotes) == 1:
                self.frozen()
            self.lines(quotes.texts)
        if not entry.table and len(entry.quotes) != 1:
            # No theme's name stands above the texts of another one.
            self.sheet.freeze_panes(1, 0)
        for label, said in ((AGREED, entry.agreed), (KEEP_TALKING, entry.question)):
            if said:
                self.headed(self.says(label))
                self.line(said)

    def table(self, table: Table) -> None:
        for column, head in enumerate(table.head):
            numeric = column and all(not isinstance(row[column], str) for row in table.rows)
            style = self.styles.head_of_numbers if numeric else self.styles.head
            self.sheet.write_string(self.row, column, head, style)
        self.row += 1
        # Stays in sight however far down the numbers are scrolled.
        self.frozen()
        for row in table.rows:
            self.line(*row)

    def notes(self, listed: Iterable[Notes]) -> None:
        """Each line in a cell, and beside it each address that it holds, to press."""
        for notes in listed:
            self.headed(notes.title)
            for line, runs in zip(notes.lines, notes.runs, strict=True):
                self.line(line)
                for column, address in enumerate((r.link for r in runs if r.link), start=1):
                    self.sheet.write_url(self.row - 1, column, address, self.styles.link)

    def widths(self, widths: Iterable[float]) -> None:
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def frozen(self) -> None:
        self.sheet.freeze_panes(self.row, 0)

    def headed(self, *heads: str) -> None:
        self.row += 1
        self.line(*heads, style=self.styles.head)

    def lines(self, texts: Iterable[str], style: Format | None = None) -> None:
        for text in texts:
            self.line(text, style=style)

    def line(self, *cells: Cell, style: Format | None = None) -> None:
        """One row; a row of nothing is left out."""
        if not any(cell != "" for cell in cells):
            return
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                usual = self.styles.right if reads_right_to_left(cell) else self.styles.text
                self.sheet.write_string(self.row, column, cell, style or usual)
            else:
                self.sheet.write_number(self.row, column, cell, style or self.styles.text)
        self.row += 1
