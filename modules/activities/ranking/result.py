"""The result of orders: mean places, and how far apart people are about each."""

from collections.abc import Sequence
from math import sqrt

from modules.activities.results import NOTHING
from modules.activities.sentences import joined, listed, passes
from modules.domain.disclosure import Counted, Disclosed
from modules.domain.guide import Shape
from modules.domain.picture import Picture, Row, Stacked, Table
from modules.domain.shape import many_passed, shape_of_shares

# Under half a place apart from one another, people agree about an item.
_AGREED = 0.5
# Places drawn by lot lie this far apart; two camps at the two ends lie clearly farther.
_CAMPS = 1.2


def pictured(rounds: Sequence[Disclosed]) -> Picture:
    """The last round drawn, foremost item first; the table has the mean places of every round."""
    asked = [(d, _counted(d)) for d in rounds if _counted(d)]
    if not asked:
        return Picture(NOTHING)
    disclosed, last = asked[-1]
    ordered = sorted(last, key=mean_place)
    chart = Stacked(
        points=tuple(_place(n) for n, _ in enumerate(ordered[0].cells, start=1)),
        rows=tuple(
            Row(
                label=f"{item.label} · mean place {mean_place(item):.1f}",
                values=tuple(float(cell.count) for cell in item.cells),
                texts=tuple(str(cell.count) for cell in item.cells),
            )
            for item in ordered
        ),
    )
    sentence = joined(_sentence(ordered), passes(disclosed))
    return Picture(sentence, chart, _table(ordered, [questions for _, questions in asked]))


def mean_place(item: Counted) -> float:
    """The mean of the places given to an item, 1 being the first; 0 without answers."""
    given = [place for place, cell in enumerate(item.cells, start=1) for _ in range(cell.count)]
    return sum(given) / len(given) if given else 0.0


def spread(item: Counted) -> float:
    """The standard deviation of an item's places, in places."""
    given = [place for place, cell in enumerate(item.cells, start=1) for _ in range(cell.count)]
    mean = mean_place(item)
    return sqrt(sum((place - mean) ** 2 for place in given) / len(given)) if given else 0.0


def shape(result: Disclosed) -> Shape | None:
    """How far apart the orders are; a long tail where nearly every item comes first for somebody.

    By the first places alone two camps would be seen only where they differ about the first item.
    """
    items = _counted(result)
    if many_passed(result):
        return Shape.MANY_PASSES
    if not items:
        return None
    farthest = max(map(spread, items))
    if farthest < _AGREED:
        return Shape.AGREEMENT
    by_lot = sqrt((len(items) ** 2 - 1) / 12)
    if farthest >= _CAMPS * by_lot:
        return Shape.SPLIT
    firsts = [item.cells[0].count for item in items]
    tail = shape_of_shares(firsts, sum(firsts), camps=False)
    return tail if tail is Shape.LONG_TAIL else None


def _counted(disclosed: Disclosed) -> list[Counted]:
    return [q for q in disclosed.questions if isinstance(q, Counted) and q.people]


def _sentence(ordered: Sequence[Counted]) -> str:
    best = mean_place(ordered[0])
    first = [item.label for item in ordered if abs(mean_place(item) - best) < 1e-9]
    most = max(ordered, key=spread)
    told = f"Foremost on average: {listed(first)}, mean place {best:.1f}."
    if spread(most) < _AGREED:
        return joined(told, "People put these in nearly the same order.")
    given = [place for place, cell in enumerate(most.cells, start=1) if cell.count]
    return joined(
        told,
        f"People differ most about “{most.label}”, from {_place(given[0])} to "
        f"{_place(given[-1])} place.",
    )


def _table(ordered: Sequence[Counted], rounds: Sequence[Sequence[Counted]]) -> Table:
    """Mean place in each round, then how many gave which place in the last."""
    means = ["Mean place"] if len(rounds) == 1 else [f"Mean {n + 1}" for n, _ in enumerate(rounds)]
    places = [_place(n) for n, _ in enumerate(ordered[0].cells, start=1)]
    rows: list[tuple[str | int | float, ...]] = []
    for item in ordered:
        found = [next((q for q in questions if q.id == item.id), None) for questions in rounds]
        shown = [f"{mean_place(q):.1f}" if q else "" for q in found]
        rows.append((item.label, *shown, *(cell.count for cell in item.cells)))
    return Table(head=("Item", *means, *places), rows=tuple(rows))


def _place(place: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place, "th")
    return f"{place}{ending}"
