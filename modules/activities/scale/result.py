"""The result of statements on a scale: distributions, their middles in words, never a mean."""

from collections.abc import Sequence
from dataclasses import replace

from modules.activities.results import NOTHING
from modules.activities.sentences import joined, listed, passes, plural, round_names, worded
from modules.domain.disclosure import Counted, Disclosed, InWords
from modules.domain.picture import Picture, Row, Stacked, Table
from modules.domain.tally import Cell

NOT_ON_THE_SCALE = "0"
_TOLD_ONE_BY_ONE = 2


def pictured(rounds: Sequence[Disclosed]) -> Picture:
    """Every statement of every round as a diverging bar, with the middle answers in a sentence."""
    asked = [disclosed for disclosed in rounds if disclosed.questions]
    if not asked:
        return Picture(NOTHING)
    names = round_names(len(asked), "time")
    lines = _lines(asked, names)
    counted = [question for question in lines if isinstance(question, Counted)]
    told = [
        joined(f"{name}:" if name else "", _sentence(disclosed.questions), passes(disclosed))
        for name, disclosed in zip(names, asked, strict=True)
    ]
    chart = _stacked(counted) if len(counted) == len(lines) else None
    return Picture(joined(*told), chart, _table(lines))


def folded(result: Disclosed) -> Disclosed:
    """The same result with each scale folded into its two sides; the middle takes neither."""
    return replace(
        result,
        questions=tuple(
            _sides(question) if isinstance(question, Counted) else question
            for question in result.questions
        ),
    )


def _lines(asked: Sequence[Disclosed], names: Sequence[str]) -> list[Counted | InWords]:
    """Statement by statement, the rounds of each below each other."""
    return [
        replace(question, label=f"{question.label} ({name.lower()})") if name else question
        for place in range(len(asked[0].questions))
        for name, disclosed in zip(names, asked, strict=True)
        for question in disclosed.questions[place : place + 1]
    ]


def _sides(question: Counted) -> Counted:
    points = _points(question)
    half = len(points) // 2
    sides = {"below": points[:half], "above": points[len(points) - half :]}
    cells = tuple(Cell(name, name, sum(c.count for c in cells)) for name, cells in sides.items())
    return replace(question, cells=cells, people=sum(cell.count for cell in points))


def _points(question: Counted) -> tuple[Cell, ...]:
    return tuple(cell for cell in question.cells if cell.id != NOT_ON_THE_SCALE)


def _middles(question: Counted) -> tuple[int, int]:
    """The places of the two answers in the middle, often the same; (-1, -1) without answers."""
    places = [n for n, cell in enumerate(_points(question)) for _ in range(cell.count)]
    if not places:
        return -1, -1
    return places[(len(places) - 1) // 2], places[len(places) // 2]


def _middle(question: Counted) -> str:
    """The median point's label; the two middle ones where they differ; "" without answers."""
    points = _points(question)
    low, high = _middles(question)
    if low < 0:
        return ""
    if low == high:
        return f"“{points[low].label}”"
    return f"between “{points[low].label}” and “{points[high].label}”"


def _sentence(questions: Sequence[Counted | InWords]) -> str:
    """What half of the room answered, in as few words as the number of statements allows."""
    if any(isinstance(question, InWords) for question in questions):
        spoken = [question for question in questions if isinstance(question, InWords)]
        if len(questions) == 1:
            return worded(spoken[0])
        return (
            f"{plural(len(spoken), 'statement', 'statements')} of {len(questions)} can be told "
            "in words only, or not at all. See the table."
        )
    middles = {q.label: _middle(q) for q in questions if isinstance(q, Counted)}
    middles = {text: middle for text, middle in middles.items() if middle}
    if not middles:
        return "For nobody did this come up."
    if len(questions) == 1:
        return f"The middle answer is {next(iter(middles.values()))}."
    if len(set(middles.values())) == 1:
        return f"The middle answer is {next(iter(middles.values()))} every time."
    if len(middles) <= _TOLD_ONE_BY_ONE:
        parts = [f"{middle} for {listed([text])}" for text, middle in middles.items()]
        return f"The middle answer is {' and '.join(parts)}."
    answered = [q for q in questions if isinstance(q, Counted) and _middle(q)]
    ends = (min(answered, key=_middles), max(answered, key=_middles))
    return f"The middle answers reach from {_middle(ends[0])} to {_middle(ends[1])}."


def _stacked(questions: Sequence[Counted]) -> Stacked:
    return Stacked(
        points=tuple(cell.label for cell in _points(questions[0])),
        rows=tuple(
            Row(
                label=question.label,
                values=tuple(float(cell.count) for cell in _points(question)),
                texts=tuple(str(cell.count) for cell in _points(question)),
            )
            for question in questions
        ),
    )


def _table(lines: Sequence[Counted | InWords]) -> Table | None:
    labels: dict[str, str] = {}
    for question in lines:
        labels |= {cell.id: cell.label for cell in question.cells}
    if not labels:
        return None
    rows = []
    for question in lines:
        middle = _middle(question) if isinstance(question, Counted) else ""
        said = {c.id: c.count if isinstance(c, Cell) else c.word for c in question.cells}
        rows.append((question.label, *(said.get(cell_id, "") for cell_id in labels), middle))
    return Table(head=("Statement", *labels.values(), "Middle answer"), rows=tuple(rows))
