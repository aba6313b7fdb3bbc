"""What a guide says about a scale: statements and points of its own, or shared pulse items."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from modules.activities.kind import Fields, unfit
from modules.activities.options import Option, label, lettered, repeats
from modules.activities.scale.items import ITEMS, TEMPLATES


class Statement(Option):
    """`pair` names another statement of the same activity that this one is compared with."""

    pair: str | None = None


def _points(raw: Any) -> Any:
    if not isinstance(raw, list | tuple):
        raise unfit("Write a list of labels, one line for each, starting with a hyphen.")
    return tuple(label(point) for point in raw)


Statements = Annotated[tuple[Statement, ...], BeforeValidator(lambda raw: lettered(raw, Statement))]
Points = Annotated[tuple[str, ...], BeforeValidator(_points)]


@dataclass(frozen=True, slots=True)
class Line:
    """One line to answer; `item` names the shared item it asks, `then` about the beginning."""

    id: str
    text: str
    then: bool = False
    item: str = ""


class ScaleFields(Fields):
    """Either `statements` with `points` or a `template`, or `items` with `when`."""

    statements: Statements = ()
    points: Points = ()
    template: Literal["agreement", "frequency", "confidence", "likelihood", "bands", ""] = ""
    did_not_come_up: bool = False
    items: tuple[str, ...] = Field(default=(), max_length=10)
    when: Literal["then", "now", "both"] = "now"

    @model_validator(mode="after")
    def _fits(self) -> "ScaleFields":
        if self.items:
            self._items_fit()
        elif not self.statements:
            raise unfit("Write `statements:` with a list, or `items:` with ids such as C1.")
        elif bool(self.points) == bool(self.template):
            raise unfit("Write either `points:` with 3 to 7 labels, or a `template:`.")
        if self.points and not 3 <= len(self.points) <= 7:
            raise unfit(f"Write 3 to 7 labels in `points:`; there are {len(self.points)}.")
        if twice := repeats(self.points):
            raise unfit(f"The label “{twice}” is written twice in `points:`.")
        return self

    def _items_fit(self) -> None:
        if self.statements or self.points or self.template:
            raise unfit("`items:` bring their own statements and points. Take the others out.")
        if unknown := [i for i in self.items if i not in ITEMS]:
            raise unfit(f"There is no item “{unknown[0]}”. The items are {', '.join(ITEMS)}.")
        if twice := repeats(self.items):
            raise unfit(f"The item “{twice}” is written twice.")
        if len({ITEMS[i].template for i in self.items}) > 1:
            raise unfit(
                "Items answered by agreement (C, N, M, H) and in numbers (B) need an activity each."
            )

    @property
    def labels(self) -> tuple[str, ...]:
        """The points of the scale, from one end to the other."""
        template = ITEMS[self.items[0]].template if self.items else self.template
        return TEMPLATES[template] if template else self.points

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is answered, in order; an item asked both ways is two lines."""
        if not self.items:
            return tuple(Line(s.id, s.text) for s in paired(self.statements))
        return tuple(
            Line(f"{i}-then" if then else i, ITEMS[i].text, then, i)
            for i in self.items
            for then in (True, False)
            if self.when in ("both", "then" if then else "now")
        )

    @property
    def offers_none(self) -> bool:
        """Whether “did not come up” can be answered; always for the shared items."""
        return self.did_not_come_up or bool(self.items)


def paired(statements: Sequence[Statement]) -> list[Statement]:
    """The statements in the guide's order, but each pair together."""
    left = list(statements)
    found = []
    while left:
        first = left.pop(0)
        found.append(first)
        partner = next((s for s in left if first.pair == s.id or s.pair == first.id), None)
        if partner:
            left.remove(partner)
            found.append(partner)
    return found
