"""Each file as the facts that a reader finds in it, in order: see `facts.py`."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import openpyxl
from markdown_it import MarkdownIt

from modules.domain.dates import in_words
from modules.summary.outline import AGREED, KEEP_TALKING
from tests.summary.facts import Fact, flat
from tests.summary.tagged_pdf import Tag, tags

LABELS = {AGREED: "agreed", KEEP_TALKING: "question"}
HOW = re.compile(r"^(.*?)\s*\(?(?:(\d+) min)(?:, (.*?))?\)?$", re.DOTALL)
Block = tuple[str, Any]
DRAWN = ("pdf", "html")


def read_back(key: str, data: bytes) -> list[Fact]:
    return [tuple(map(flat, fact)) for fact in _READERS[key](data)]


def _from_blocks(blocks: Iterable[Block]) -> Iterator[Fact]:
    """What headings, paragraphs, lists, tables and figures say one after the other."""
    section = step = label = ""
    theme: str | None = None
    for kind, value in blocks:
        if kind == "title":
            yield "", "", "front", value
        elif kind == "section":
            section, step = value, ""
        elif kind == "step":
            theme, label = None, ""
            found = HOW.match(value)
            step, minutes, how = found.groups() if found else (value, "", "")
            if minutes:
                yield section, step, "minutes", minutes
            if how:
                yield section, step, "how", how
        elif kind == "theme":
            theme = value
        elif kind == "chart":
            yield section, step, "chart", "".join(value)
        elif kind == "table":
            yield from ((section, step, *cell) for cell in _cells(*value))
        elif kind == "p" and value.rstrip(":") in LABELS:
            label = LABELS[value.rstrip(":")]
        elif kind == "p" and theme is None:
            yield section, step, "says" if section else "front", value
        else:
            for item in [value] if kind == "p" else value:
                if not step:
                    yield section, "", "note" if section else "front", item
                elif label:
                    yield section, step, label, item
                else:
                    yield section, step, "text", theme or "", item


def _cells(head: list[str], rows: list[list[str]]) -> Iterator[Fact]:
    for label, *values in rows:
        for series, value in zip(head[1:], values, strict=True):
            yield "cell", head[0], label, series, value


def _text(element: Element) -> str:
    return "".join(element.itertext())


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _page(text: str, headings: dict[str, str]) -> Iterator[Block]:
    """The blocks of a page, whichever elements stand around them."""

    def walk(element: Element) -> Iterator[Block]:
        name = _name(element)
        if name in headings:
            yield headings[name], _text(element)
        elif name == "p":
            yield "p", _text(element)
        elif name == "dl":
            yield "items", [": ".join(map(_text, pair)) for pair in element]
        elif name == "ul":
            yield "items", [_text(item) for item in element]
        elif name == "svg":
            yield "chart", [_text(each) for each in element.iter() if _name(each) == "text"]
        elif name == "table":
            head, *rows = [[_text(c) for c in r] for r in element.iter() if _name(r) == "tr"]
            yield "table", (head, rows)
        elif name not in ("nav", "head"):
            for child in element:
                yield from walk(child)

    yield from walk(html5lib.parse(text, namespaceHTMLElements=False))


LEVELS = {"h1": "title", "h2": "section", "h3": "step", "h4": "theme"}


def _html(data: bytes) -> Iterator[Fact]:
    return _from_blocks(_page(data.decode(), LEVELS))


def _markdown(data: bytes) -> Iterator[Fact]:
    page = MarkdownIt("gfm-like", {"linkify": False}).render(data.decode())
    return _from_blocks(_page(page, LEVELS))


def _pdf(data: bytes) -> Iterator[Fact]:
    return _from_blocks(_of_tag(tags(data)))


def _of_tag(tag: Tag) -> Iterator[Block]:
    levels = {"Title": "title", "H1": "section", "H2": "step", "H3": "theme", "P": "p"}
    if tag.name in levels:
        yield levels[tag.name], tag.text
    elif tag.name == "L":
        yield "items", [body.text for body in tag.below("LBody")]
    elif tag.name == "Figure":
        yield "chart", tag.pieces
    elif tag.name == "Table":
        head, *rows = [[cell.text for cell in row.kids] for row in tag.below("TR")]
        yield "table", (head, rows)
    elif tag.name != "TOC":
        for kid in tag.kids:
            yield from _of_tag(kid)


def _csv(data: bytes) -> Iterator[Fact]:
    _, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    says = dict.fromkeys(("prompt", "notice", "result"), "says")
    for section, step, what, label, series, value in rows:
        if not section:
            yield "", "", "front", f"{label}: {value}" if label else value
        elif what in ("note", "minutes", "how", "agreed", "question", *says):
            yield section, step, says.get(what, what), value
        elif what == "text":
            yield section, step, what, label, value
        else:
            yield section, step, "cell", what, label, series, value


def _json(data: bytes) -> Iterator[Fact]:
    found = json.loads(data)
    yield "", "", "front", found["title"]
    yield from (("", "", "front", notice) for notice in found["notices"])
    yield from (("", "", "front", f"{n}: {value}") for n, value in found["about"].items())
    yield "", "", "front", found["purpose"]
    yield from _json_notes(found["first"])
    for section in found["sections"]:
        for step in section["steps"]:
            yield from ((section["title"], step["title"], *rest) for rest in _json_step(step))
    yield from _json_notes(found["notes"])


def _json_notes(listed: list[dict[str, Any]]) -> Iterator[Fact]:
    yield from ((notes["title"], "", "note", line) for notes in listed for line in notes["lines"])


def _json_step(step: dict[str, Any]) -> Iterator[Fact]:
    if step["minutes"]:
        yield "minutes", step["minutes"]
    says = (("how", step["how"]), *(("says", step[n]) for n in ("prompt", "notice", "result")))
    yield from ((what, said) for what, said in says if said)
    if step["table"]:
        yield from _cells(step["table"]["head"], step["table"]["rows"])
    for quotes in step["texts"]:
        yield from (("text", quotes["theme"], text) for text in quotes["texts"])
    yield from ((name, step[name]) for name in ("agreed", "question") if step[name])


def _xlsx(data: bytes) -> Iterator[Fact]:
    book: Any = openpyxl.load_workbook(io.BytesIO(data))
    overview, *waiting = book
    section, steps = "", False
    for cell, *others in overview.iter_rows():
        more = [_said(other.value) for other in others]
        if cell.value is None:
            continue
        if cell.border.bottom.style:
            section, steps = cell.value, more[:1] == ["Minutes"]
        elif not steps:
            front = " ".join((cell.value, *filter(None, more)))
            yield section, "", "note" if section else "front", cell.value if section else front
        else:
            names = ("minutes", "how", "says", "agreed", "question")
            said = [(section, cell.value, n, v) for n, v in zip(names, more, strict=False) if v]
            yield from said
            if waiting and waiting[0]["A1"].value == cell.value:
                yield from ((section, cell.value, *rest) for rest in _sheet(waiting.pop(0)))


def _said(value: Any) -> str:
    return in_words(value.date()) if isinstance(value, datetime) else str(value or "")


def _sheet(sheet: Any) -> Iterator[Fact]:
    head: list[str] = []
    label, apart = "", False
    for row in sheet.iter_rows(min_row=2):
        values = [cell.value for cell in row if cell.value is not None]
        if not values:
            apart = True
            continue
        if row[0].border.bottom.style:
            # A table follows its sentence at once.
            head, label = ([], values[0]) if apart else (values, "")
        elif head:
            yield from _cells(head, [values])
        elif label:
            yield (LABELS[label], *values) if label in LABELS else ("text", label, *values)
        else:
            yield "says", *values


_READERS: dict[str, Callable[[bytes], Iterator[Fact]]] = {
    "pdf": _pdf, "html": _html, "xlsx": _xlsx, "csv": _csv, "markdown": _markdown, "json": _json,
}  # fmt: skip
