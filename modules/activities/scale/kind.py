"""Statements, each answered on a labelled scale; with `items`, the pulse."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from modules.activities.kind import Form, Kind, count_people, one, settings_of
from modules.activities.options import band_problems
from modules.activities.scale.fields import Line, ScaleFields
from modules.activities.scale.items import ITEMS
from modules.activities.scale.measures import measures
from modules.activities.scale.result import NOT_ON_THE_SCALE, folded, pictured
from modules.domain.ballot import Answer
from modules.domain.comparison import Measure
from modules.domain.disclosure import Disclosed, TooFewToShow
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity, Shape
from modules.domain.picture import Picture
from modules.domain.shape import shape_of
from modules.domain.tally import Cell, Question


class Scale(Kind):
    name = "scale"
    fields = ScaleFields
    shared: ClassVar[Mapping[str, str]] = {item.id: item.text for item in ITEMS.values()}

    def problems(self, activity: Activity) -> Iterable[tuple[str, str]]:
        settings = settings_of(activity, ScaleFields)
        yield from band_problems(activity, [cell.id for cell in _cells(settings)])
        ids = [s.id for s in settings.statements]
        for statement in settings.statements:
            if statement.pair and (statement.pair not in ids or statement.pair == statement.id):
                yield "statements", f"“{statement.pair}” is no other statement's id here."

    def answer(self, activity: Activity, form: Form) -> Answer:
        """A point for every line, so that no line has fewer people than the round."""
        settings = settings_of(activity, ScaleFields)
        offered = {cell.id for cell in _cells(settings)}
        points = {}
        for place, line in enumerate(settings.lines, start=1):
            sent = one(form, f"s{place}")
            if not sent:
                raise InvalidAnswer(f"Please answer every line. This one is open: “{line.text}”")
            if sent not in offered:
                raise InvalidAnswer(
                    "This answer is not offered here. Reload the page, choose again."
                )
            points[line.id] = sent
        return {"points": points}

    def questions(
        self, activity: Activity, answers: Sequence[Answer], passed: int
    ) -> tuple[Question, ...]:
        settings = settings_of(activity, ScaleFields)
        return tuple(self._question(activity, line, answers, passed) for line in settings.lines)

    def _question(
        self, activity: Activity, line: Line, answers: Sequence[Answer], passed: int
    ) -> Question:
        settings = settings_of(activity, ScaleFields)
        chosen = [frozenset([answer["points"][line.id]]) for answer in answers]
        cells, holds_passes = count_people(activity, _cells(settings), chosen, passed)
        both = settings.when == "both"
        when = " (before)" if line.then else " (now)" if both else ""
        return Question(
            id=line.id,
            label=line.text + when,
            cells=cells,
            people=len(answers) + (passed if holds_passes else 0),
            holds_passes=holds_passes,
        )

    def lines_on_stage(self, activity: Activity) -> tuple[str, ...]:
        lines = [line.text for line in settings_of(activity, ScaleFields).lines]
        # Asked on the fly without statements, the question itself is the only one.
        return tuple(dict.fromkeys(line for line in lines if line != activity.prompt))

    def measures(self, activity: Activity) -> tuple[Measure, ...]:
        settings = settings_of(activity, ScaleFields)
        return measures(activity, settings, _cells(settings))

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        return pictured(rounds)

    def shape(self, result: Disclosed | TooFewToShow) -> Shape | None:
        """By sides of the scale: whether half a room agrees or strongly agrees is no difference."""
        return shape_of(folded(result) if isinstance(result, Disclosed) else result)


def _cells(settings: ScaleFields) -> tuple[Cell, ...]:
    """The points by their number from 1, and “0” for what did not come up."""
    points = tuple(Cell(str(n), text, 0) for n, text in enumerate(settings.labels, start=1))
    none = (Cell(NOT_ON_THE_SCALE, "Did not come up", 0),) if settings.offers_none else ()
    return points + none


KIND = Scale()
