"""The summary as an Excel workbook: one sheet for each result, headings frozen, numbers typed."""

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from modules.screens.views import SummaryView
from modules.summary.entries import Entry
from modules.summary.outline import AGREED, KEEP_TALKING, Notes, Outline, Part, outline
from modules.summary.plain import reads_right_to_left

Cell = str | int | float

LONGEST_SHEET_NAME = 31
WIDTHS = (60, 24, 24, 60, 60, 60)
INK, AUBERGINE = "#201A2B", "#6A2C70"


def workbook(view: SummaryView) -> bytes:
    """The file in the format of Excel 2007 and later; its only date is the workshop's."""
    contents = outline(view)
    target = io.BytesIO()
    # Only what is a number becomes one: no text is ever read as formula, link or number.
    with Workbook(target, {"in_memory": True}) as book:
        held = datetime.combine(contents.held_on, time(), UTC).replace(tzinfo=None)
        book.set_properties({"title": contents.title, "created": held})
        styles = _Styles(book)
        _Sheet(book, "Summary", styles).overview(contents)
        results = (e for p in contents.parts for e in p.entries if e.collected)
        for number, entry in enumerate(results, start=1):
            _Sheet(book, sheet_name(number, entry.title), styles).result(entry)
    return target.getvalue()


def sheet_name(number: int, title: str) -> str:
    """A name Excel accepts, unique by its number. Excel counts in UTF-16."""
    words = " ".join(re.sub(r"[\[\]:*?/\\\n]", " ", title).split())
    cut = f"{number} {words}".encode("utf-16-le")[: 2 * LONGEST_SHEET_NAME]
    return cut.decode("utf-16-le", "ignore").strip(" '")


class _Styles:
    def __init__(self, book: Workbook) -> None:
        text = {"text_wrap": True, "valign": "top", "font_color": INK}
        self.title: Format = book.add_format(
            {**text, "bold": True, "font_size": 16, "font_color": AUBERGINE}
        )
        self.head: Format = book.add_format({**text, "bold": True, "bottom": 1})
        self.bold: Format = book.add_format({**text, "bold": True})
        self.text: Format = book.add_format(text)
        self.link: Format = book.add_format({**text, "font_color": AUBERGINE, "underline": 1})
        self.right: Format = book.add_format({**text, "reading_order": 2})


class _Sheet:
    """Writes one sheet from the top down."""

    def __init__(self, book: Workbook, name: str, styles: _Styles) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.styles = styles
        self.row = 0
        for column, width in enumerate(WIDTHS):
            self.sheet.set_column(column, column, width)
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)

    def overview(self, contents: Outline) -> None:
        self.line(contents.title, style=self.styles.title)
        self.frozen()
        self.lines(contents.notices, style=self.styles.bold)
        for name, value in contents.facts:
            self.line(f"{name}: {value}")
        self.line(contents.purpose)
        self.notes(contents.first)
        for part in contents.parts:
            self.steps(part)
        self.notes(contents.notes)

    def steps(self, part: Part) -> None:
        """One row for each; a step with a sheet of its own says the rest there."""
        spoken = [entry for entry in part.entries if not entry.collected]
        kept = (AGREED, KEEP_TALKING) if any(e.agreed or e.question for e in spoken) else ()
        self.headed(part.title, "Minutes", "How", "Asked", *kept)
        for entry in part.entries:
            said = (entry.prompt, entry.agreed, entry.question) if entry in spoken else ()
            self.line(entry.title, entry.minutes or "", entry.grouping, *said)

    def result(self, entry: Entry) -> None:
        self.line(entry.title, style=self.styles.title)
        self.lines((entry.prompt, entry.notice))
        self.line(entry.sentence, style=self.styles.bold)
        if entry.table:
            self.line(*entry.table.head, style=self.styles.head)
        # Stays in sight however far down the numbers or the texts are scrolled.
        self.frozen()
        for row in entry.table.rows if entry.table else ():
            self.line(*row)
        for quotes in entry.quotes:
            self.headed(quotes.theme or "Texts")
            self.lines(quotes.texts)
        for label, said in ((AGREED, entry.agreed), (KEEP_TALKING, entry.question)):
            if said:
                self.headed(label)
                self.line(said)

    def notes(self, listed: Iterable[Notes]) -> None:
        """Each line in a cell, and beside it each address that it holds, to press."""
        for notes in listed:
            self.headed(notes.title)
            for line, runs in zip(notes.lines, notes.runs, strict=True):
                self.line(line)
                for column, address in enumerate((r.link for r in runs if r.link), start=1):
                    self.sheet.write_url(self.row - 1, column, address, self.styles.link)

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
