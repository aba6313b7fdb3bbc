"""One activity of an outline: its Markdown parts and its block, as far as they can be read."""

from dataclasses import dataclass

from modules.domain.guide import Activity
from modules.guides.activity_block import read_block
from modules.guides.outline import ActivityOutline
from modules.guides.parts import read_parts
from modules.guides.problem import Problems
from modules.guides.suggestions import shown
from modules.guides.yaml_block import YamlBlock
from modules.guides.yaml_text import read_mapping


@dataclass(frozen=True, slots=True)
class ReadActivity:
    """One activity as far as it could be read, for the checks across activities."""

    outline: ActivityOutline
    block: YamlBlock | None
    activity: Activity | None


def read_outlined(outline: ActivityOutline, problems: Problems) -> ReadActivity:
    """Read the Markdown and the block below one activity's heading."""
    parts = read_parts(outline.blocks, problems)
    if not parts.fences:
        problems.add(
            outline.line,
            f"{shown(outline.title)} has no activity block.",
            "Add three backticks and `activity`, then `id:` and `kind:`, then three backticks.",
        )
        return ReadActivity(outline, None, None)
    for extra in parts.fences[1:]:
        problems.add(
            extra.line,
            f"{shown(outline.title)} has a second activity block.",
            "Give it a heading `### Heading (8 min)` of its own.",
        )
    fence = parts.fences[0]
    block = read_mapping(fence.text, fence.line + 1, problems)
    if block is None:
        return ReadActivity(outline, None, None)
    block = YamlBlock(block.values, fence.line, block.lines)
    activity = read_block(
        block,
        parts,
        title=outline.title,
        minutes=outline.minutes or 0,
        line=outline.line,
        problems=problems,
    )
    return ReadActivity(outline, block, activity)
