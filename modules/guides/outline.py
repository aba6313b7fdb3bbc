"""A guide's text -> its outline: front matter, sections, activities, chapters, as written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from modules.guides.blocks import ACTIVITY_FENCE, Block, read_blocks
from modules.guides.problem import Problems
from modules.guides.suggestions import did_you_mean, shown

# Looked for in the last characters only, so that no heading takes long however long it is.
_TAIL = 40
_MINUTES = re.compile(r"\((?P<minutes>\d{1,4}) min(?:utes?)?\)$")
_NEARLY_MINUTES = re.compile(r"\d[\d.,:\s]*(?:m|mins?|minutes?|h|hours?)\b\.?\s*\)?$", re.I)


@dataclass(slots=True)
class ActivityOutline:
    title: str
    line: int
    minutes: int | None
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class SectionOutline:
    title: str
    line: int
    minutes: int
    blocks: list[Block] = field(default_factory=list)
    activities: list[ActivityOutline] = field(default_factory=list)


@dataclass(slots=True)
class ChapterOutline:
    title: str
    line: int
    end: int


@dataclass(slots=True)
class Outline:
    """`front` is the text between the two `---` lines, or None where there is none."""

    front: str | None
    about: str = ""
    sections: list[SectionOutline] = field(default_factory=list)
    chapters: list[ChapterOutline] = field(default_factory=list)
    lines: Sequence[str] = ()
    whole: bool = True
    """False where something that is to be run stands outside the sections."""

    def source(self, chapter: ChapterOutline) -> str:
        return "\n".join(self.lines[chapter.line : chapter.end - 1]).strip()


def read_outline(text: str, problems: Problems) -> Outline:
    """The outline of a text whose line ends are `\\n`."""
    front, body = _without_front(text, problems)
    blocks = read_blocks(body)
    for line in blocks.unclosed:
        problems.add(
            line,
            "This activity block is never closed.",
            "Put a line with ``` below its last field.",
        )
    for line in blocks.hidden:
        problems.add(
            line,
            "This activity block is inside a list or a quote, where it is not seen.",
            "Move it to the left edge, below an empty line.",
        )
    outline = Outline(front, lines=body.split("\n"))
    _Arranger(outline, problems).arrange(blocks.blocks)
    return outline


def _without_front(text: str, problems: Problems) -> tuple[str | None, str]:
    """The front matter, and the text with empty lines in its place so that line numbers hold."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        problems.add(
            1,
            "The guide does not begin with its front matter.",
            "Make the first line `---`, then `title: …` and the other fields, then `---` again.",
        )
        return None, text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        problems.add(
            1, "The front matter is never closed.", "Put a line `---` below its last field."
        )
        return None, "\n" * (len(lines) - 1)
    return "\n".join(lines[1:end]), "\n".join([""] * (end + 1) + lines[end + 1 :])


class _Arranger:
    """Puts each block where it belongs: about, section, activity, or chapter."""

    def __init__(self, outline: Outline, problems: Problems) -> None:
        self.outline = outline
        self.problems = problems
        self.section: SectionOutline | None = None
        self.activity: ActivityOutline | None = None
        self.chapter: ChapterOutline | None = None
        self.about: list[str] = []
        self.titles = 0

    def arrange(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if block.kind == "heading" and block.level <= 2:
                self._close_chapter(block.line)
                self._title(block) if block.level == 1 else self._second_level(block)
            elif block.kind == "heading" and block.level == 3 and self.section:
                self._activity(block, self.section)
            else:
                self._content(block)
        self._close_chapter(len(self.outline.lines) + 1)
        self.outline.about = "\n\n".join(self.about)
        if not self.outline.sections:
            self.problems.add(
                1,
                "The guide has nothing to run.",
                "Write at least one section `## Heading (14 min)` with an activity "
                "`### Heading (14 min)` in it.",
            )

    def _close_chapter(self, line: int) -> None:
        if self.chapter:
            self.chapter.end = line
        self.chapter = None

    def _title(self, block: Block) -> None:
        self.titles += 1
        self.section = self.activity = None
        if self.titles > 1:
            self.problems.add(
                block.line,
                f"{shown(block.text)} is a second title.",
                "Use `##` for sections and chapters; `#` is for the guide's title alone.",
            )

    def _second_level(self, block: Block) -> None:
        self.activity = None
        title, minutes = _minutes_in(block.text)
        if minutes is None and _NEARLY_MINUTES.search(block.text[-_TAIL:]):
            self._unclear_minutes(block)
            minutes = 0
        if minutes is None:
            self.section = None
            self.chapter = ChapterOutline(title, block.line, block.line)
            self.outline.chapters.append(self.chapter)
        else:
            self.section = SectionOutline(title, block.line, minutes)
            self.outline.sections.append(self.section)

    def _activity(self, block: Block, section: SectionOutline) -> None:
        title, minutes = _minutes_in(block.text)
        if not minutes:
            self._unclear_minutes(block)
        self.activity = ActivityOutline(title, block.line, minutes or None)
        section.activities.append(self.activity)

    def _unclear_minutes(self, block: Block) -> None:
        self.problems.add(
            block.line,
            f"How long {shown(block.text)} takes is not clear.",
            f"End the heading with whole minutes: `{'#' * block.level} Title (8 min)`.",
        )

    def _content(self, block: Block) -> None:
        if block.kind == "fence":
            block = self._named_right(block)
        if self.activity:
            self.activity.blocks.append(block)
        elif block.info == ACTIVITY_FENCE and block.kind == "fence":
            self._stray_activity(block)
        elif self.section:
            self.section.blocks.append(block)
        elif not self.chapter and block.kind != "hr":
            self.about.append(block.text)

    def _named_right(self, block: Block) -> Block:
        if block.info == ACTIVITY_FENCE or not did_you_mean(block.info, [ACTIVITY_FENCE]):
            return block
        self.problems.add(
            block.line,
            f"{shown(block.info)} behind the three backticks is unknown.",
            "Write ```activity.",
        )
        return Block(
            kind=block.kind, line=block.line, end=block.end, text=block.text, info=ACTIVITY_FENCE
        )

    def _stray_activity(self, block: Block) -> None:
        self.outline.whole = False
        if self.chapter:
            title = self.chapter.title
            self.problems.add(
                self.chapter.line,
                f"{shown(title)} has no minutes, so the activities below it are not run.",
                f"Write `## {title[:80]} (14 min)` with the minutes that they take.",
            )
            return
        self.problems.add(
            block.line,
            "This activity block has no heading of its own.",
            "Put `### Heading (8 min)` above it, inside a section `## Heading (14 min)`.",
        )


def _minutes_in(heading: str) -> tuple[str, int | None]:
    found = _MINUTES.search(heading[-_TAIL:])
    if not found:
        return heading, None
    return heading[: len(heading) - len(found[0])].rstrip(), int(found["minutes"])
