"""Reads the text back out of every format, as somebody would who opens the file."""

import csv
import html.parser
import io
import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import openpyxl
import pypdfium2 as pdfium
from markdown_it import MarkdownIt

from modules.domain.dates import in_words


def read(key: str, data: bytes) -> str:
    """All text of the file with this format's key, white space evened out."""
    text = re.sub(r"[\u200b\u202a-\u202e]", "", " ".join(_READERS[key](data)))
    return re.sub(r"\s+", " ", text)


def _pdf(data: bytes) -> Iterator[str]:
    with pdfium.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage().get_text_range()
            yield re.sub(r"\n\d+ / \d+\s*$", "", text)


def _csv(data: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        yield from row


def _xlsx(data: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows(values_only=True):
            yield from (_said(cell) for cell in row if cell is not None)


def _said(cell: object) -> str:
    return in_words(cell.date()) if isinstance(cell, datetime) else str(cell)


def _json(data: bytes) -> Iterator[str]:
    yield from _leaves(json.loads(data))


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)
    elif value is not None:
        yield str(value)


class _Page(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.style = tag == "style"

    def handle_data(self, data: str) -> None:
        if not self.style:
            self.texts.append(data)


def _html(data: bytes) -> Iterator[str]:
    page = _Page()
    page.feed(data.decode())
    yield from page.texts


def _markdown(data: bytes) -> Iterator[str]:
    yield from _html(MarkdownIt("gfm-like", {"linkify": False}).render(data.decode()).encode())


_READERS = {
    "pdf": _pdf,
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
    "html": _html,
    "markdown": _markdown,
}
KEYS = tuple(_READERS)
