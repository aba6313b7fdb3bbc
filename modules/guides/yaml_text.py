"""YAML text -> plain values with line numbers. Every scalar stays the text that was written.

`yes`, `1.0` and `12:30` would become other things in YAML's own reading; here the field that wants
a number or a date turns the text into one, and an option called `No` stays `No`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from modules.guides.problem import Problems
from modules.guides.suggestions import shown

Path = tuple[str | int, ...]

MOST_CHARACTERS = 20_000
DEEPEST = 8
EMPTY = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class YamlBlock:
    """A mapping as it was written, and the line of each of its parts."""

    values: Mapping[str, Any]
    first_line: int = 0
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line_of(self, path: Path) -> int:
        """The line of the part, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines[path] if path else self.first_line

    def renamed(self, name: str, better: str) -> "YamlBlock":
        """The same block with one field under another name."""
        values = {better if key == name else key: value for key, value in self.values.items()}
        lines = {
            (better, *path[1:]) if path[:1] == (name,) else path: line
            for path, line in self.lines.items()
        }
        return YamlBlock(values, self.first_line, lines)

    def only(self, names: Iterable[str]) -> "YamlBlock":
        """The block with these fields alone."""
        values = {name: self.values[name] for name in names if name in self.values}
        return YamlBlock(values, self.first_line, self.lines)


class Refused(Exception):
    """Something YAML allows and guides do not, or that YAML cannot read."""

    def __init__(self, line: int, message: str, fix: str) -> None:
        super().__init__(message)
        self.line, self.message, self.fix = line, message, fix


def read_mapping(text: str, first_line: int, problems: Problems) -> YamlBlock | None:
    """The mapping that the text holds. `first_line` is the line number of the text's first line."""
    try:
        if len(text) > MOST_CHARACTERS:
            fix = f"Keep it below {MOST_CHARACTERS:,} characters."
            fix = f"Keep it below {MOST_CHARACTERS:,} characters."
            raise Refused(first_line, "This block is far too long.", fix)
        reader = _Reader(text, first_line, problems)
        return YamlBlock(reader.mapping(), first_line, reader.lines)
    except Refused as refused:
        problems.add(refused.line, refused.message, refused.fix)
    except yaml.YAMLError as error:
        problems.add(_line_of(error, text, first_line), *_words_for(error))
    except (ValueError, OverflowError):
        # PyYAML converts escapes and directives without checking their size.
        problems.add(
            first_line,
            "This block holds an escape that stands for no character.",
            "Write the character itself instead of a backslash and its number.",
        )
    return None


class _Reader:
    def __init__(self, text: str, first_line: int, problems: Problems) -> None:
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=yaml.SafeLoader))
        self.first_line = first_line
        self.problems = problems
        self.lines: dict[Path, int] = {}

    def mapping(self) -> dict[str, Any]:
        """The one mapping of the stream; an empty stream is an empty mapping."""
        value: Any = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event, (), self._line(event))
            if documents > 1:
                raise Refused(
                    self._line(event), "There is a second `---` in this block.", "Take it out."
                )
        if value is not None and not isinstance(value, dict):
            raise Refused(
                self.first_line,
                "This block holds no fields.",
                "Write one `name: value` on each line.",
            )
        return value or {}

    def _line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def _value(self, event: yaml.Event, path: Path, line: int) -> Any:
        self.lines[path] = line
        self._refuse_cleverness(event, path)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0]
            return None if plain and event.value in EMPTY else str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _refuse_cleverness(self, event: yaml.Event, path: Path) -> None:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Refused(
                line,
                "A value starts with `*` or `&`, which YAML takes for a reference.",
                'Put the text in quotes: `prompt: "*Important* …"`.',
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise Refused(
                line,
                "A value starts with `!`, which YAML takes for a command.",
                'Put the text in quotes: `prompt: "! …"`.',
            )
        if len(path) > DEEPEST:
            raise Refused(
                line, "The lists are nested too deeply.", "Keep lists inside lists to a minimum."
            )

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, (*path, len(items)), self._line(event)))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            line = self._line(event)
            self._refuse_cleverness(event, path)
            if not isinstance(event, yaml.ScalarEvent):
                raise Refused(
                    line,
                    "The name of a field is a list.",
                    "Put text that holds brackets or braces in quotes.",
                )
            name = str(event.value)
            if name in fields:
                self.problems.add(
                    line, f"{shown(name)} is written twice.", "Keep one of the two lines."
                )
                self._value(next(self.events), (*path, name, "again"), line)
                continue
            fields[name] = self._value(next(self.events), (*path, name), line)
        # A name without a value is as good as no line at all.
        return {name: value for name, value in fields.items() if value is not None}


def _line_of(error: yaml.YAMLError, text: str, first_line: int) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return first_line + int(mark.line)
    position = getattr(error, "position", 0)
    return first_line + text.count("\n", 0, position)


FRIENDLY = (
    (
        "mapping values are not allowed",
        "A value holds a colon, which YAML takes for the start of another field.",
        'Put the whole value in quotes: `title: "Part one: begin"`.',
    ),
    (
        "'\\t'",
        "A line is indented with a tab.",
        "Indent with spaces, two for each level.",
    ),
    (
        "could not find expected ':'",
        "A line is not a `name: value`.",
        "Indent text that belongs to the line above, or put a `|` behind the colon there.",
    ),
    (
        "cannot start any token",
        "A value starts with a character that YAML keeps for itself.",
        'Put the whole value in quotes: `prompt: "@home …"`.',
    ),
    (
        "quoted scalar",
        "A quotation mark is opened and never closed.",
        "Close it, or write the text without quotation marks.",
    ),
    (
        "expected <block end>",
        "A line is indented differently from the lines around it.",
        "Line it up with its neighbours; text behind a closing quotation mark also causes this.",
    ),
    (
        "flow",
        "A bracket or a brace is opened and never closed, or a comma is missing.",
        "Write `[first, second]`, or one item per line behind a dash.",
    ),
)


def _words_for(error: yaml.YAMLError) -> tuple[str, str]:
    told = str(error)
    for sign, message, fix in FRIENDLY:
        if sign in told:
            return message, fix
    return (
        "This line cannot be read as a field.",
        "Write `name: value`, and put text with special characters in quotes.",
    )
