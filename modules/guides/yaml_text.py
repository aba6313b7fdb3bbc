"""YAML text -> plain values with line numbers. Every scalar stays the text that was written.

`yes`, `1.0` and `12:30` would become other things in YAML's own reading; here the field that wants
a number or a date turns the text into one, and an option called `No` stays `No`.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from modules.guides.problem import Problems
from modules.guides.suggestions import shown
from modules.guides.yaml_block import Path, YamlBlock
from modules.guides.yaml_words import line_of, words_for

MOST_CHARACTERS = 20_000
DEEPEST = 8
EMPTY = {"", "~", "null", "Null", "NULL"}


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
        problems.add(line_of(error, text, first_line), *words_for(error))
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
