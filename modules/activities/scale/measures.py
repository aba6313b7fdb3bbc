"""What of a scale can be compared between sessions: the shared items, whose words never change."""

from modules.activities.kind import bands_of
from modules.activities.scale.fields import ScaleFields
from modules.activities.scale.items import ITEMS, REACHED
from modules.activities.scale.result import NOT_ON_THE_SCALE
from modules.domain.comparison import Measure
from modules.domain.disclosure import PASS
from modules.domain.guide import Activity
from modules.domain.tally import Cell

BESIDE = frozenset([NOT_ON_THE_SCALE, PASS])


def measures(
    activity: Activity, settings: ScaleFields, points: tuple[Cell, ...]
) -> tuple[Measure, ...]:
    """One measure for each line; none for statements of the guide's own."""
    return tuple(
        _measure(activity, line.id, line.item, line.then, points)
        for line in settings.lines
        if line.item
    )


def _measure(
    activity: Activity, question: str, item_id: str, then: bool, points: tuple[Cell, ...]
) -> Measure:
    item = ITEMS[item_id]
    wanted, means = REACHED[item.template]
    options = {_cell_id(b.label, b.options): {*b.options} for b in bands_of(activity, points)}
    # A band that lies across the border says of nobody on which side they are.
    across = any(c & side and c - side for c in options.values() for side in (wanted, BESIDE))
    reached = () if across else tuple(c for c, chosen in options.items() if chosen <= wanted)
    return Measure(
        question=question,
        item=item.id,
        text=item.text,
        reached=reached,
        reached_means=means,
        beside=tuple(c for c, chosen in options.items() if chosen <= BESIDE),
        within=item.within,
        among=ITEMS[item.within].who if item.within else "",
        looking_back=then,
    )


def _cell_id(label: str, options: tuple[str, ...]) -> str:
    # As `count_people` names the cells it counts.
    return options[0] if len(options) == 1 else label
