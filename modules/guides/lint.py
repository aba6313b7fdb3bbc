"""Hold guides against the rules of good facilitation: `python -m modules.guides.lint FOLDER`."""

import sys
from dataclasses import dataclass
from pathlib import Path

from modules.domain.guide import Guide
from modules.guides.library import GuideLibrary, LibraryEntry
from modules.guides.rules import RULES, Draft


@dataclass(frozen=True, slots=True)
class Finding:
    """What a guide lacks, where, and what to write. `rule` is the id of the rule."""

    rule: str
    line: int
    message: str
    fix: str


def findings(guide: Guide, text: str) -> tuple[Finding, ...]:
    """Everything that the guide lacks, in the order of its lines. `text` is the guide's own."""
    draft = Draft(guide, text)
    found = [
        Finding(rule.id, line, message, rule.fix)
        for rule in RULES
        for line, message in rule.check(draft)
    ]
    return tuple(sorted(found, key=lambda finding: finding.line))


def told(entry: LibraryEntry) -> list[str]:
    """The problems or the findings of one file, a line for each."""
    if entry.read.guide is None:
        return [str(problem) for problem in entry.read.problems]
    return [
        f"{entry.id}.md:{f.line}: {f.message} {f.fix} [{f.rule}]"
        for f in findings(entry.read.guide, entry.text)
    ]


def main(folder: str) -> int:
    """Print what is to be done in a folder; 1 where anything is, or where no guide is found."""
    entries = GuideLibrary(Path(folder)).all()
    lines = [line for entry in entries for line in told(entry)]
    if not entries:
        lines = [f"There is no guide in {folder}."]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    if not lines:
        sys.stdout.write(f"{len(entries)} guides, nothing to improve.\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "facilitator_guides"))
