"""The paper version of an activity: the form that phones show, as marks and lines to fill in.

It is read from the kind's own `phone.html`, so a new kind has a paper version without a word more.
Sentences that are true of phones only have others in the kind's `paper.json`, where it has one.
"""

import importlib
import json
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FunctionLoader, StrictUndefined

from modules.domain.guide import Activity

VOID = frozenset({"input", "br", "option", "img"})
TEXT_LINE = 1
"""Written lines for an entry without `rows`."""

Shape = Literal["heading", "text", "hint", "item", "choice", "point", "line"]


@dataclass(slots=True)
class Field:
    """One thing on the sheet. `mark` is "radio" or "checkbox"; `lines` are to write on."""

    shape: Shape
    text: str = ""
    mark: str = ""
    lines: int = 0
    points: list[str] = field(default_factory=list)


def paper_of(activity: Activity) -> tuple[Field, ...]:
    """The fields of the sheet, in order; none where there is nothing to fill in."""
    template = _templates().get_template(f"{activity.kind}/phone.html")
    words = _words(activity.kind)

    def said(sentence: str, **values: object) -> str:
        return words.get(sentence, sentence).format(**values)

    sheet = _Sheet()
    settings = activity.settings
    sheet.feed(template.render(activity=activity, settings=settings, t=said, ours="", asked=()))
    sheet.close()
    fields = _joined(sheet.fields)
    return fields if any(f.mark or f.lines or f.points for f in fields) else ()


def _joined(fields: list[Field]) -> tuple[Field, ...]:
    """The points of a statement put behind it, and nothing that is empty."""
    found: list[Field] = []
    for each in fields:
        each.text = " ".join(each.text.split())
        if each.shape == "point" and found and found[-1].shape == "heading":
            found[-1] = Field("point", found[-1].text, each.mark, points=[each.text])
        elif each.shape == "point" and found and found[-1].shape == "point":
            found[-1].points.append(each.text)
        elif each.text or each.lines or each.mark:
            found.append(each)
    return tuple(found)


class _Sheet(HTMLParser):
    """Reads our own small forms: fieldsets, labels, marks, entries, paragraphs, lists."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[Field] = []
        self.open: list[tuple[str, Field | None]] = []
        self.silent = 0
        self.row = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        classes = (said.get("class") or "").split()
        if tag in ("input", "textarea", "select"):
            self._entry(tag, said)
        if tag in VOID:
            return
        hidden = "hidden" in said or tag in ("select", "textarea", "noscript")
        self.silent += hidden or self.silent > 0
        self.row += "row" in classes or self.row > 0
        self.open.append((tag, None if self.silent else self._begun(tag, classes)))

    def _begun(self, tag: str, classes: list[str]) -> Field | None:
        shapes: dict[str, Shape] = {
            "legend": "heading",
            "p": "hint" if "hint" in classes or "now" in classes else "text",
            "li": "item",
            "label": "point" if self.row else "choice",
        }
        if tag not in shapes or (tag == "label" and self._current(("item",))):
            return None
        begun = Field(shapes[tag])
        self.fields.append(begun)
        return begun

    def _entry(self, tag: str, said: dict[str, str | None]) -> None:
        kind = said.get("type") or "text"
        if kind == "hidden" or self.silent:
            return
        label = self._current(("choice", "point", "item"))
        if tag == "input" and kind in ("radio", "checkbox"):
            if label is not None:
                label.mark = kind
        elif tag == "select" or kind == "number":
            if label is not None:
                label.mark = "number"
        else:
            lines = int(said.get("rows") or TEXT_LINE)
            if label is None:
                label = Field("line")
                self.fields.append(label)
            label.shape, label.lines = "line", lines

    def _current(self, shapes: tuple[Shape, ...]) -> Field | None:
        return next((f for _, f in reversed(self.open) if f and f.shape in shapes), None)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or all(name != tag for name, _ in self.open):
            return
        while self.open:
            name, _ = self.open.pop()
            self.silent -= self.silent > 0
            self.row -= self.row > 0
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        current = next((f for _, f in reversed(self.open) if f), None)
        if current is not None:
            current.text += data


@cache
def _templates() -> Environment:
    return Environment(
        loader=FunctionLoader(_form), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def _form(name: str) -> str | None:
    files = [place / name for place in _kinds()]
    return next((f.read_text(encoding="utf-8") for f in files if f.is_file()), None)


@cache
def _words(kind: str) -> dict[str, str]:
    for place in _kinds():
        if (file := place / kind / "paper.json").is_file():
            found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
            return found
    return {}


def _kinds() -> list[Path]:
    """Where the kinds lie. By name, because nothing in a file may know a kind."""
    return [Path(place) for place in importlib.import_module("modules.activities").__path__]
