"""The table of all formats: what each is called, and how it is made."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from modules.domain.errors import NotFound
from modules.screens.summary_views import SummaryView
from modules.summary.calendar import calendar
from modules.summary.csv_file import csv
from modules.summary.html import html
from modules.summary.json_file import json
from modules.summary.markdown import markdown
from modules.summary.pdf import pdf
from modules.summary.plain import plain
from modules.summary.workbook import workbook

LONGEST_NAME = 60
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Format:
    """One way to lay out the summary. `key` names it in addresses, `label` on buttons."""

    key: str
    suffix: str
    media_type: str
    label: str
    make: Callable[[SummaryView], bytes]


@dataclass(frozen=True, slots=True)
class SummaryFile:
    """A finished file. `filename` is ASCII; `title` is the name in the workshop's own letters."""

    data: bytes
    media_type: str
    filename: str
    title: str

    @property
    def content_disposition(self) -> str:
        """The header that names the download, in ASCII and in the title's letters (RFC 6266)."""
        return f"attachment; filename=\"{self.filename}\"; filename*=UTF-8''{quote(self.title)}"


FORMATS = {
    f.key: f
    for f in (
        Format("pdf", "pdf", "application/pdf", "PDF, to read and print", pdf),
        Format("html", "html", "text/html; charset=utf-8", "Web page, to read offline", html),
        Format("xlsx", "xlsx", XLSX, "Excel workbook", workbook),
        Format("csv", "csv", "text/csv; charset=utf-8", "CSV, for other spreadsheets", csv),
        Format("markdown", "md", "text/markdown; charset=utf-8", "Markdown, for notes", markdown),
        Format("json", "json", "application/json", "JSON, for programs", json),
        Format("calendar", "ics", "text/calendar; charset=utf-8", "Reminders, calendar", calendar),
    )
}


def file(view: SummaryView, format: str) -> SummaryFile:
    """The summary in the format with this key; the same bytes whoever asks.

    Raises NotFound for a format that does not exist.
    """
    wanted = FORMATS.get(format)
    if wanted is None:
        raise NotFound("There is no summary in this format.")
    kind = "reminders" if format == "calendar" else "summary"
    name = f"{kind} {view.held_on.isoformat()}.{wanted.suffix}"
    return SummaryFile(wanted.make(view), wanted.media_type, **named(view.title, name))


def named(title: str, name: str) -> dict[str, str]:
    """What a file about a workshop is called: in ASCII, and in the letters of its title."""
    return {
        "filename": f"{_ascii(title)} {name}".strip().replace(" ", "-"),
        "title": f"{_letters(title)} {name}".strip().replace(" ", "-"),
    }


def _letters(title: str) -> str:
    """The title without anything that means something in a path, a header or a shell."""
    words = re.findall(r"[^\W_]+", plain(title).lower())
    return " ".join(words)[:LONGEST_NAME].strip()


def _ascii(title: str) -> str:
    """The title in ASCII letters; "" where none are left."""
    spelled = unicodedata.normalize("NFKD", _letters(title)).encode("ascii", "ignore").decode()
    return " ".join(spelled.split())
