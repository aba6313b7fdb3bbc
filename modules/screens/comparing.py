"""Readings beside each other, laid out: for each a bar as long as its share, and its counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from modules.domain.comparison import (
    USUAL_CHANGE,
    Count,
    Reading,
    detectable_change,
    part_of,
)
from modules.domain.disclosure import InWords
from modules.domain.guide import Activity
from modules.domain.picture import Bars, Picture, Row, Table, of
from modules.screens.summary_views import SummaryItem
from modules.screens.views import ResultView

UNTELLABLE = "not to be told without pointing at someone"
NO_BORDER = "not counted: the guide's bands lie across this border"
DRAWN_AS = "choice"
"""The kind whose chart draws plain bars."""


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
    told = sentence(lines, others, dated=dated)
    result = ResultView(
        key=f"{key}-{measure.item}",
        title=measure.text,
        prompt="",
        kind=DRAWN_AS,
        activity=Activity(id=measure.item, kind=DRAWN_AS, title=measure.text, minutes=0),
        picture=Picture(told, _bars(lines), _table(lines)),
    )
    return SummaryItem(title=measure.text, kind=DRAWN_AS, minutes=0, prompt="", result=result)


def limit(compared: Iterable[Sequence[Line]]) -> str:
    """What can be told from so many unlinked answers, for the item with most of them; "" where
    nothing is compared in numbers."""
    found = _most_answers(compared)
    return (
        "Before and after are counted, not linked: they say where the room stood, not who changed. "
        f"{_by_chance(*found)} Trainings change answers by {USUAL_CHANGE:.1f} on average, and what "
        "people do by less. Take these numbers as something to talk about, not as proof."
        if found
        else ""
    )


def limit_added_up(compared: Iterable[Sequence[Line]]) -> str:
    """The same for sessions that were added up."""
    found = _most_answers(compared)
    return f"Where sessions are added up: {_by_chance(*found)}" if found else ""


def _most_answers(compared: Iterable[Sequence[Line]]) -> tuple[int, int] | None:
    counts = [[c for line in lines if (c := line.reading.count) and c.of] for lines in compared]
    pairs = [(found[0].of, found[-1].of) for found in counts if len(found) > 1]
    return max(pairs, key=min, default=None)


def _by_chance(before: int, after: int) -> str:
    change = detectable_change(before, after)
    return (
        f"With {before} and {after} answers, any change of less than about {change:.1f} standard "
        "deviations can be chance."
    )


def sentence(lines: Sequence[Line], others: Iterable[Line], *, dated: bool = False) -> str:
    """The counts of one shared item; arguments as for `item`."""
    wider = [o for o in others if o.reading.measure.item == lines[0].reading.measure.within]
    means = lines[0].reading.measure.reached_means
    counted = [(line.when, count) for line in lines if (count := line.reading.count)]
    parts = [f"{_listed(counted, dated=dated)}: {means}."] if counted else []
    among = lines[-1].reading.measure.among
    if among and (rates := _rates(lines, wider)):
        parts.append(f"Of {among}: {_listed(rates, dated=dated)}.")
    for line in lines:
        if isinstance(line.reading.shown, InWords):
            when = f"{line.when}: " if line.when else ""
            parts.append(f"{when}{_in_words(line.reading.shown)}.")
    return " ".join(parts) or f"{means.capitalize()}: {NO_BORDER}."


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


def _bars(lines: Sequence[Line]) -> Bars | None:
    """A bar of each reading's share, where all may be told in numbers; what is written are counts.

    Bars of counts would grow with the number of answers.
    """
    counts = [line.reading.count for line in lines]
    rows = tuple(
        Row(
            label=line.when or line.reading.measure.reached_means.capitalize(),
            values=(count.reached / count.of,),
            texts=(of(count.reached, count.of),),
        )
        for line, count in zip(lines, counts, strict=True)
        if count and count.of
    )
    return Bars(series=("",), rows=rows, most=1.0) if len(rows) == len(lines) else None


def _table(lines: Sequence[Line]) -> Table:
    means = lines[0].reading.measure.reached_means
    rows = tuple((line.when or "All", *_cells(line.reading)) for line in lines)
    return Table(head=("When", means.capitalize(), "Of"), rows=rows)


def _cells(reading: Reading) -> tuple[str | int, str | int]:
    if count := reading.count:
        return count.reached, count.of
    shown = reading.shown
    return (_in_words(shown) if isinstance(shown, InWords) else NO_BORDER), ""
