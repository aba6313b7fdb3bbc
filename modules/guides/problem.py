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
    found: list[Problem] = field(default_factory=list)

    def add(self, line: int, message: str, fix: str) -> None:
        problem = Problem(self.file, max(line, 1), message, fix)
        if problem not in self.found:
            self.found.append(problem)

    def in_order(self) -> tuple[Problem, ...]:
        return tuple(sorted(self.found, key=lambda problem: problem.line))
