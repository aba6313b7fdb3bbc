"""A guide's text -> the guide, or everything that is wrong with it. Never raises on any text."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from modules.domain.errors import InvalidInput
from modules.domain.guide import Activity, Chapter, GroupSize, Guide, Resource, Section
from modules.guides.activity import ReadActivity, read_outlined
from modules.guides.activity_block import read_block
from modules.guides.checks import check_guide
from modules.guides.front_matter import FrontMatter, read_front_matter
from modules.guides.outline import Outline, SectionOutline, read_outline
from modules.guides.parts import Parts
from modules.guides.problem import Problem, Problems
from modules.guides.yaml_block import YamlBlock

MOST_CHARACTERS = 250_000

# Invisible in an editor, and able to turn what is read on a screen into something else.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, slots=True)
class ReadGuide:
    """What was read: a guide, or its problems. Exactly one of the two is there."""

    guide: Guide | None
    problems: tuple[Problem, ...]


def read_guide(text: str, *, file: str) -> ReadGuide:
    """Read a guide from its text. The file's name without its ending is the guide's id."""
    problems = Problems(file)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if len(text) > MOST_CHARACTERS:
        problems.add(
            1,
            f"The guide has {len(text):,} characters; {MOST_CHARACTERS:,} are the most.",
            "Split it into two guides.",
        )
        return ReadGuide(None, problems.in_order())
    outline = read_outline(_plain(text, problems), problems)
    front, front_block = None, YamlBlock({}, 1)
    if outline.front is not None:
        front, front_block = read_front_matter(outline.front, problems)
    activities = [[read_outlined(a, problems) for a in s.activities] for s in outline.sections]
    check_guide(outline, activities, front, front_block, problems)
    if front is None or problems.found:
        return ReadGuide(None, problems.in_order())
    guide = _guide(Path(file).stem, front, outline, activities, digest)
    return ReadGuide(guide, ())


def read_activity(block: Mapping[str, Any]) -> Activity:
    """An activity from one mapping: the fields of its block, with `title` and `minutes`.

    For questions that are asked on the fly. Raises InvalidInput with all that is wrong.
    """
    problems = Problems("question")
    fields = dict(block)
    title, minutes = str(fields.pop("title", "") or "").strip(), fields.pop("minutes", 5)
    fields.pop("section", None)
    if not title:
        problems.add(1, "The question has no title.", "Give it a short one.")
    if not isinstance(minutes, int) or not 1 <= minutes <= 240:
        problems.add(1, "The minutes are not clear.", "Write a whole number from 1 to 240.")
        minutes = 1
    if "kind" not in fields:
        problems.add(1, "The question has no kind.", "Choose one.")
    activity = read_block(
        YamlBlock(fields), Parts(), title=title, minutes=minutes, line=0, problems=problems
    )
    if activity is None or problems.found:
        raise InvalidInput(" ".join(f"{p.message} {p.fix}" for p in problems.found))
    return activity


@lru_cache(maxsize=64)
def guide_of(text: str, guide_id: str = "guide") -> Guide:
    """The guide of a text that a session keeps since it started. Raises InvalidInput."""
    read = read_guide(text, file=f"{guide_id}.md")
    if read.guide is None:
        first = read.problems[0]
        raise InvalidInput(
            "The guide that this session started with can no longer be read. "
            f"Line {first.line}: {first.message} {first.fix}"
        )
    return read.guide


def _plain(text: str, problems: Problems) -> str:
    """The text with one kind of line end and without invisible control characters."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if found := _UNWANTED.search(text):
        problems.add(
            text.count("\n", 0, found.start()) + 1,
            "There is an invisible control character in the text.",
            "Delete the line and type it again.",
        )
        text = _UNWANTED.sub(" ", text)
    return text


def _guide(
    guide_id: str,
    front: FrontMatter,
    outline: Outline,
    activities: list[list[ReadActivity]],
    digest: str,
) -> Guide:
    apart = ("size", "resources")
    fields = {name: getattr(front, name) for name in FrontMatter.model_fields if name not in apart}
    return Guide(
        id=guide_id,
        size=GroupSize(front.size.least, front.size.ideal, front.size.most),
        resources=tuple(Resource(r.title, r.address) for r in front.resources),
        sections=tuple(map(_section, outline.sections, activities)),
        chapters=tuple(Chapter(c.title, outline.source(c), c.line) for c in outline.chapters),
        about=outline.about,
        digest=digest,
        **fields,
    )


def _section(outline: SectionOutline, activities: list[ReadActivity]) -> Section:
    return Section(
        title=outline.title,
        minutes=outline.minutes,
        activities=tuple(a.activity for a in activities if a.activity),
        notes="\n\n".join(block.text for block in outline.blocks),
        line=outline.line,
    )
