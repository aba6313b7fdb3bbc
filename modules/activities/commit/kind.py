"""An if-then plan for oneself. Only its category, if somebody wants, is sent and counted."""

from collections.abc import Iterable, Sequence

from pydantic import model_validator

from modules.activities.kind import Fields, Form, Kind, count_people, settings_of
from modules.activities.options import (
    Option,
    Options,
    band_problems,
    cells,
    count_between,
    letters_sent,
)
from modules.activities.results import compared
from modules.domain.ballot import Answer
from modules.domain.disclosure import Disclosed
from modules.domain.guide import Activity
from modules.domain.picture import Picture
from modules.domain.tally import Cell, Question

NO_CATEGORY = "none"
USUAL = ("Notice", "Speak up", "Check in with someone", "Repair", "Learn", "Change a practice")


class CommitFields(Fields):
    """`obstacle: true` asks for one obstacle and what to do then, which stays on the phone too."""

    categories: Options = tuple(
        Option(id=letter, text=text) for letter, text in zip("abcdef", USUAL, strict=True)
    )
    obstacle: bool = False

    @model_validator(mode="after")
    def _enough(self) -> "CommitFields":
        count_between(self.categories, 2, 8, "categories")
        return self


class Commit(Kind):
    name = "commit"
    fields = CommitFields

    def problems(self, activity: Activity) -> Iterable[tuple[str, str]]:
        ids = [option.id for option in settings_of(activity, CommitFields).categories]
        return band_problems(activity, [*ids, NO_CATEGORY])

    def answer(self, activity: Activity, form: Form) -> Answer:
        """The category; sending without one says that there is a plan, and nothing about it."""
        settings = settings_of(activity, CommitFields)
        if not form.get("category"):
            return {"category": NO_CATEGORY}
        return {"category": letters_sent(form, "category", settings.categories)[0]}

    def questions(
        self, activity: Activity, answers: Sequence[Answer], passed: int
    ) -> tuple[Question, ...]:
        settings = settings_of(activity, CommitFields)
        options = (*cells(settings.categories), Cell(NO_CATEGORY, "Kept to themselves", 0))
        chosen = [frozenset([answer["category"]]) for answer in answers]
        counted, holds_passes = count_people(activity, options, chosen, passed)
        question = Question(
            id="category",
            label=activity.prompt or activity.title,
            cells=counted,
            people=len(answers) + (passed if holds_passes else 0),
            holds_passes=holds_passes,
        )
        return (question,)

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        return compared(rounds)


KIND = Commit()
