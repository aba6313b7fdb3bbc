"""A mapping of a guide as it was written, with the line of each of its parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Path = tuple[str | int, ...]


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
