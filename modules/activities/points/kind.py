"""Give out a number of points over several items: what weighs more, and how much more."""

from collections.abc import Iterable, Sequence

from pydantic import Field, model_validator

from modules.activities.kind import Fields, Form, Kind, one, settings_of
from modules.activities.options import LETTERS, Options, count_between
from modules.activities.results import NOTHING
from modules.activities.sentences import count_in, joined, listed, passes, round_names
from modules.domain.ballot import Answer
from modules.domain.disclosure import Counted, Disclosed
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity, Sensitivity
from modules.domain.picture import Bars, Picture, Row, Table
from modules.domain.tally import Cell, Question


class PointsFields(Fields):
    items: Options
    total: int = Field(default=100, ge=10, le=100)

    @model_validator(mode="after")
    def _enough(self) -> "PointsFields":
        count_between(self.items, 2, 8, "items")
        return self


class Points(Kind):
    name = "points"
    fields = PointsFields

    def problems(self, activity: Activity) -> Iterable[tuple[str, str]]:
        if activity.sensitivity is not Sensitivity.LOW:
            yield "sensitivity", "Points have no bands to fold. Use a choice with bands instead."

    def answer(self, activity: Activity, form: Form) -> Answer:
        """Points by item; they must come to the total, and nothing is rounded or filled up."""
        settings = settings_of(activity, PointsFields)
        points = {}
        for letter, item in zip(LETTERS, settings.items, strict=False):
            sent = one(form, f"points-{letter}").strip() or "0"
            if not (sent.isascii() and sent.isdigit() and len(sent) <= 3):
                raise InvalidAnswer(f"Write whole points for “{item.text}”, 0 or more.")
            points[item.id] = int(sent)
        if (given := sum(points.values())) != settings.total:
            raise InvalidAnswer(
                f"These are {given} points. Please give out exactly {settings.total}."
            )
        return {"points": points}

    def questions(
        self, activity: Activity, answers: Sequence[Answer], passed: int
    ) -> tuple[Question, ...]:
        """Sums of points; who gave how many is not kept."""
        settings = settings_of(activity, PointsFields)
        question = Question(
            id="points",
            label=activity.prompt or activity.title,
            cells=tuple(
                Cell(item.id, item.text, sum(answer["points"][item.id] for answer in answers))
                for item in settings.items
            ),
            people=len(answers),
            several=True,
            unit="points",
        )
        return (question,)

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        asked = [
            (disclosed, question)
            for disclosed in rounds
            for question in disclosed.questions
            if isinstance(question, Counted) and question.people
        ]
        if not asked:
            return Picture(NOTHING)
        names = round_names(len(asked), "time")
        told = [
            joined(f"{name}:" if name else "", _sentence(question), passes(disclosed))
            for name, (disclosed, question) in zip(names, asked, strict=True)
        ]
        questions = [question for _, question in asked]
        rows = tuple(
            Row(
                label=cell.label,
                values=tuple(_mean(question, cell.id) for question in questions),
                texts=tuple(f"{_mean(question, cell.id):.0f}" for question in questions),
            )
            for cell in questions[-1].cells
        )
        most = max(1.0, *(value for row in rows for value in row.values))
        head = ("Item", *(name or "Mean points" for name in names))
        table = Table(head, tuple((row.label, *row.texts) for row in rows))
        return Picture(joined(*told), Bars(names, rows, most), table)


def _mean(question: Counted, cell_id: str) -> float:
    cell = count_in(question, cell_id)
    return cell.count / question.people if cell else 0.0


def _sentence(question: Counted) -> str:
    highest = max(cell.count for cell in question.cells)
    top = [cell.label for cell in question.cells if cell.count == highest]
    each = " each" if len(top) > 1 else ""
    return f"Most points on average: {listed(top)}, {highest / question.people:.0f}{each}."


KIND = Points()
