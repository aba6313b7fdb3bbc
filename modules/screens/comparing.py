"""Readings beside each other, laid out: a bar and a row for each, counts in the sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from modules.domain.comparison import (
    USUAL_CHANGE,
    Count,
    Reading,
    detectable_change,
    part_of,
)
from modules.domain.disclosure import Counted, InWords
from modules.domain.guide import Activity
from modules.domain.picture import Picture, Row, Stacked, Table, of
from modules.domain.tally import Cell
from modules.screens.views import ResultView, SummaryItem

UNTELLABLE = "not to be told without pointing at someone"


@dataclass(frozen=True, slots=True)
class Line:
    """A reading with when it was (“Before”, “9 March 2026”) and in which of the sessions."""

    when: str
    reading: Reading
    session: int = 0


def item(
    lines: Sequence[Line], others: Iterable[Line], *, key: str, dated: bool = False
) -> SummaryItem:
    """One shared item with its readings, laid out as every result is.

    `others` are all lines of the same sessions: the wider item this one is a part of is among them.
    `dated` lines name days instead of moments.
    """
    measure = lines[0].reading.measure
    wider = [other for other in others if other.reading.measure.item == measure.within]
    result = ResultView(
        key=f"{key}-{measure.item}",
        title=measure.text,
        prompt="",
        kind=measure.kind,
        activity=Activity(id=measure.item, kind=measure.kind, title=measure.text, minutes=0),
        picture=Picture(_sentence(lines, wider, dated=dated), _stacked(lines), _table(lines)),
    )
    return SummaryItem(title=measure.text, kind=measure.kind, minutes=0, prompt="", result=result)


def limit(compared: Iterable[Sequence[Line]]) -> str:
    """What can be told from so many unlinked answers, for the items with most of them; "" where
    nothing is told in numbers."""
    counts = [[c for line in lines if (c := line.reading.count) and c.of] for lines in compared]
    pairs = [(found[0].of, found[-1].of) for found in counts if len(found) > 1]
    if not pairs:
        return ""
    before, after = max(pairs, key=min)
    return (
        "Before and after are counted, not linked: they say where the room stood, not who changed. "
        f"With {before} and {after} answers, any change of less than about "
        f"{detectable_change(before, after):.1f} standard deviations can be chance. Trainings "
        f"change answers by {USUAL_CHANGE:.1f} on average, and what people do by less. "
        "Take these numbers as something to talk about, not as proof."
    )


def _sentence(lines: Sequence[Line], wider: Sequence[Line], *, dated: bool) -> str:
    means = lines[0].reading.measure.reached_means
    counted = [(line.when, count) for line in lines if (count := line.reading.count)]
    parts = [f"{_listed(counted, dated=dated)}: {means}."] if counted else []
    if rates := _rates(lines, wider):
        parts.append(f"Of those who noticed such a moment: {_listed(rates, dated=dated)}.")
    for line in lines:
        if isinstance(line.reading.shown, InWords):
            when = f"{line.when}: " if line.when else ""
            parts.append(f"{when}{_in_words(line.reading.shown)}.")
    return " ".join(parts) or "The numbers are in the table."


def _rates(lines: Sequence[Line], wider: Sequence[Line]) -> list[tuple[str, Count]]:
    """Acting as a part of noticing: who notices more may act more often at the same rate."""
    return [
        (line.when, part)
        for line in lines
        if (part := part_of(line.reading, [o.reading for o in wider if o.session == line.session]))
    ]


def _listed(counts: Sequence[tuple[str, Count]], *, dated: bool) -> str:
    """“Before 9 of 18, after 14 of 17”, or with dates “9 of 18 (9 March 2026), 14 of 17 (…)”."""
    said = [(when, of(count.reached, count.of)) for when, count in counts]
    if dated:
        return ", ".join(f"{count} ({when})" for when, count in said)
    whole = ", ".join(f"{when[:1].lower()}{when[1:]} {count}".strip() for when, count in said)
    return whole[:1].upper() + whole[1:]


def _in_words(shown: InWords) -> str:
    return "; ".join(f"{cell.word}: “{cell.label}”" for cell in shown.cells) or UNTELLABLE


def _stacked(lines: Sequence[Line]) -> Stacked | None:
    """The distributions, where all of them may be shown and have the same points."""
    scales = [_scale(line.reading) for line in lines]
    points = {tuple(cell.label for cell in scale) for scale in scales}
    if len(points) > 1 or not all(scales):
        return None
    return Stacked(
        points=points.pop(),
        rows=tuple(
            Row(
                label=line.when or line.reading.measure.text,
                values=tuple(float(cell.count) for cell in scale),
                texts=tuple(str(cell.count) for cell in scale),
            )
            for line, scale in zip(lines, scales, strict=True)
        ),
    )


def _scale(reading: Reading) -> tuple[Cell, ...]:
    """The counts on the scale; none where only words may be said."""
    if isinstance(reading.shown, InWords):
        return ()
    return tuple(cell for cell in reading.shown.cells if cell.id not in reading.measure.beside)


def _table(lines: Sequence[Line]) -> Table:
    labels = dict.fromkeys(cell.label for line in lines for cell in line.reading.shown.cells)
    rows = []
    for line in lines:
        said = _said(line.reading.shown)
        rows.append((line.when or "All", *(said.get(label, "") for label in labels)))
    return Table(head=("When", *labels), rows=tuple(rows))


def _said(shown: Counted | InWords) -> dict[str, str | int]:
    if isinstance(shown, InWords):
        return {cell.label: cell.word for cell in shown.cells}
    return {cell.label: cell.count for cell in shown.cells}
