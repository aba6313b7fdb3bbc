"""The Markdown of one activity -> its parts: what is said, why, steps, debrief, notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from modules.domain.guide import TimedStep
from modules.guides.blocks import ACTIVITY_FENCE, Block
from modules.guides.problem import Problems
from modules.guides.suggestions import did_you_mean, shown

LABELS = {
    "why": "why",
    "watch for": "watch_for",
    "expected answers": "expected",
    "if it goes wrong": "if_wrong",
    "remote": "remote",
    "hybrid": "hybrid",
    "paper": "paper",
    "data": "data",
}
LISTS = ("steps", "debrief")
AMONG_FACILITATORS = "debrief among facilitators"

_BOLD_START = re.compile(r"^\*\*(?P<label>[^*\n]{1,40}?)(?P<stop>[.:]?)\*\*(?P<after>[.:]?)[ \t]*")
# What follows `**Debrief.**` where it is about the session, and not for the room.
_AMONG_FACILITATORS = re.compile(r"\([^()]*\bfacilitators?\b[^()]*\)\.?\s*$", re.IGNORECASE)
_STEP_MINUTES = re.compile(r"\((\d{1,3}(?:\.\d{1,2})?) min(?:utes?)?\)\.?$")


@dataclass(slots=True)
class Parts:
    """What an activity's Markdown holds. `texts` is by field name of the activity."""

    say: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    steps: list[TimedStep] = field(default_factory=list)
    debrief: list[str] = field(default_factory=list)
    facilitators_debrief: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    fences: list[Block] = field(default_factory=list)

    def text(self, name: str) -> str:
        return "\n\n".join(self.texts.get(name, ())).strip()


def read_parts(blocks: Sequence[Block], problems: Problems) -> Parts:
    parts = Parts()
    label = ""
    waiting: Block | None = None
    for block in blocks:
        found = _label_of(block, problems)
        if waiting and (found or not block.kind.endswith("_list")):
            _missing_list(waiting, label, problems)
            waiting = None
        if found:
            label, rest = found
            if label == "debrief" and _AMONG_FACILITATORS.match(rest):
                label, rest = AMONG_FACILITATORS, ""
            waiting = block if label in (*LISTS, AMONG_FACILITATORS) else None
            if rest:
                (parts.notes if waiting else parts.texts.setdefault(label, [])).append(rest)
        elif waiting:
            _take_list(parts, label, block, problems)
            waiting, label = None, ""
        elif block.kind in ("blockquote", "fence", "heading", "hr"):
            label = ""
            _take_unlabelled(parts, block)
        elif label:
            parts.texts.setdefault(label, []).append(block.text)
        else:
            _take_unlabelled(parts, block)
    if waiting:
        _missing_list(waiting, label, problems)
    return parts


def _take_unlabelled(parts: Parts, block: Block) -> None:
    if block.kind == "blockquote":
        parts.say.append(block.text)
    elif block.kind == "fence" and block.info == ACTIVITY_FENCE:
        parts.fences.append(block)
    elif block.kind == "fence":
        parts.notes.append(f"```{block.info}\n{block.text}```")
    elif block.kind != "hr" and not block.text.startswith("<!--"):
        parts.notes.append(block.text)


def _label_of(block: Block, problems: Problems) -> tuple[str, str] | None:
    """The label that a paragraph starts with, and the paragraph without it."""
    found = _BOLD_START.match(block.text) if block.kind == "paragraph" else None
    if not found:
        return None
    written = " ".join(found["label"].lower().split())
    rest = block.text[found.end() :]
    known = written in LABELS or written in LISTS
    if known and found["stop"] == ".":
        return LABELS.get(written, written), rest
    near = did_you_mean(written, [*LABELS, *LISTS])
    if known or (near and (found["stop"] or found["after"])):
        right = written if known else near.split("`")[1]
        problems.add(
            block.line,
            f"The label {shown(found[0].strip())} is not read as a label.",
            f"Write `**{right.capitalize()}.**`, with the full stop inside the stars.",
        )
        return LABELS.get(right, right), rest
    return None


def _take_list(parts: Parts, label: str, block: Block, problems: Problems) -> None:
    if label != "steps":
        asked = parts.debrief if label == "debrief" else parts.facilitators_debrief
        asked.extend(item for item in block.items if item)
        return
    if not block.ordered:
        problems.add(
            block.line, "The steps have no numbers.", "Start each with its number: `1. …`."
        )
    parts.steps.extend(_timed(item) for item in block.items if item)


def _timed(item: str) -> TimedStep:
    found = _STEP_MINUTES.search(item[-30:])
    if not found:
        return TimedStep(item)
    return TimedStep(item[: len(item) - len(found[0])].rstrip(), float(found[1]))


def _missing_list(block: Block, label: str, problems: Problems) -> None:
    example = "`1. Explain the task. (2 min)`" if label == "steps" else "`- What did you notice?`"
    problems.add(
        block.line,
        f"There is no list below `**{label.split()[0].capitalize()}.**`.",
        f"Put one below an empty line: {example}.",
    )
