"""What is wrong with a guide, where, and what to write instead."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `line` counts from 1; `fix` says what to write instead."""

    file: str
    line: int
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} {self.fix}"


@dataclass(slots=True)
class Problems:
    """Collects the problems of one file while it is read; reading goes on after each."""

    file: str
    _found: dict[Problem, None] = field(default_factory=dict)

    @property
    def found(self) -> tuple[Problem, ...]:
        return tuple(self._found)

    def add(self, line: int, message: str, fix: str) -> None:
        """Add a problem; the same one twice is one."""
        self._found[Problem(self.file, max(line, 1), message, fix)] = None

    def in_order(self) -> tuple[Problem, ...]:
        return tuple(sorted(self.found, key=lambda problem: problem.line))
