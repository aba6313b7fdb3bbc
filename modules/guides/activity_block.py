"""The fenced block of one activity: the fields every kind has, and the kind's own."""

from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field

from modules.activities.kind import Kind, kinds
from modules.domain.guide import Activity, Band, Priority, Sensitivity, Shape, Visibility
from modules.guides.front_matter import SmallestGroup, Written
from modules.guides.parts import LABELS, Parts
from modules.guides.problem import Problems
from modules.guides.suggestions import did_you_mean, listed, shown
from modules.guides.validation import validated, with_known_names
from modules.guides.yaml_block import YamlBlock

Number = Annotated[int, Field(ge=1, le=5)]


class ActivityFields(Written):
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    kind: str
    prompt: Annotated[str, Field(max_length=1500)] = ""
    grouping: Annotated[str, Field(min_length=1, max_length=60)] = "everyone"
    visibility: Visibility | None = None
    sensitivity: Sensitivity = Sensitivity.LOW
    priority: Priority = Priority.MUST
    smallest_group: SmallestGroup | None = None
    reveal_with: str | None = None
    wish: bool = False
    bands: dict[str, tuple[str, ...]] = Field(default_factory=dict, max_length=10)
    opens: Literal["arrival", "by hand"] = "arrival"
    facilitator_minutes: Annotated[float, Field(ge=0, le=1440)] | None = None
    content_note: Annotated[str, Field(max_length=500)] = ""
    objectives: tuple[Number, ...] = Field(default=(), max_length=5)
    measures: tuple[Number, ...] = Field(default=(), max_length=5)
    debrief_when: dict[Shape, str] = Field(default_factory=dict)


AS_WRITTEN = (
    *("id", "prompt", "grouping", "sensitivity", "priority", "smallest_group", "reveal_with"),
    *("wish", "content_note", "objectives", "measures", "debrief_when"),
)


def read_block(
    block: YamlBlock, parts: Parts, *, title: str, minutes: int, line: int, problems: Problems
) -> Activity | None:
    """The activity that a block and the Markdown around it describe, or None with its problems."""
    kind = _kind_of(block, problems)
    common, own = _divided(block, kind, problems)
    fields = validated(ActivityFields, common, problems)
    settings = validated(kind.fields, own, problems) if kind else None
    if kind is None or fields is None or settings is None:
        return None
    as_written: dict[str, Any] = {name: getattr(fields, name) for name in AS_WRITTEN}
    as_written |= {name: parts.text(name) for name in LABELS.values()}
    activity = Activity(
        kind=kind.name,
        title=title,
        minutes=minutes,
        settings=settings,
        visibility=fields.visibility or kind.default_visibility,
        bands=tuple(Band(label, options) for label, options in fields.bands.items()),
        opens_by_hand=fields.opens == "by hand",
        say="\n\n".join(parts.say),
        steps=tuple(parts.steps),
        debrief=tuple(parts.debrief),
        facilitators_debrief=tuple(parts.facilitators_debrief),
        notes="\n\n".join(parts.notes),
        line=line,
        **as_written,
    )
    spoken = fields.facilitator_minutes
    if spoken is None:
        spoken = _usual_speaking(activity)
    activity = replace(activity, facilitator_minutes=spoken)
    _check_kind(kind, activity, block, problems)
    return activity


def _kind_of(block: YamlBlock, problems: Problems) -> Kind | None:
    name = block.values.get("kind")
    if not isinstance(name, str):
        return None
    if name not in kinds():
        problems.add(
            block.line_of(("kind",)),
            f"There is no kind of activity called {shown(name)}.",
            f"{did_you_mean(name, kinds())}The kinds are {listed(kinds())}.",
        )
        return None
    return kinds()[name]


def _divided(
    block: YamlBlock, kind: Kind | None, problems: Problems
) -> tuple[YamlBlock, YamlBlock]:
    """The common fields and the kind's own."""
    common = tuple(ActivityFields.model_fields)
    own = tuple(kind.fields.model_fields) if kind else ()
    if kind:
        block = with_known_names(block, own + common, problems, _kinds_with)
    return block.only(common), block.only(own)


def _kinds_with(name: str) -> list[str]:
    return [kind.name for kind in kinds().values() if name in kind.fields.model_fields]


def _usual_speaking(activity: Activity) -> float:
    """A briefing is spoken by the facilitator from start to end."""
    return activity.minutes if getattr(activity.settings, "form", "") == "brief" else 0


def _check_kind(kind: Kind, activity: Activity, block: YamlBlock, problems: Problems) -> None:
    for name, sentence in kind.problems(activity):
        message = f"`{name}` of {shown(activity.id)} does not fit."
        problems.add(block.line_of((name,)), message, sentence)
    if activity.unshown and not kind.for_facilitators:
        able = listed([k.name for k in kinds().values() if k.for_facilitators])
        problems.add(
            block.line_of(("visibility",)),
            f"“{kind.name}” cannot be for the facilitators alone.",
            f"Only this kind can: {able}. Take `visibility` out, or ask for a text.",
        )
    # What an empty round would count: nothing, where there is nothing to choose.
    if activity.bands and not kind.questions(replace(activity, bands=()), (), 0):
        problems.add(
            block.line_of(("bands",)),
            f"A {kind.name} has no options that bands could hold.",
            "Take `bands` out.",
        )
