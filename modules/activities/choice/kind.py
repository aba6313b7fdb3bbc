"""Choose one option, or up to a number of them; maybe again after talking."""

from collections.abc import Iterable, Sequence

from pydantic import Field, model_validator

from modules.activities.kind import Fields, Form, Kind, count_people, settings_of
from modules.activities.options import (
    LETTERS,
    Options,
    band_problems,
    cells,
    count_between,
    letters_sent,
)
from modules.activities.results import compared, lettered
from modules.domain.ballot import Answer
from modules.domain.disclosure import Disclosed
from modules.domain.guide import Activity
from modules.domain.picture import Picture
from modules.domain.tally import Question


class ChoiceFields(Fields):
    """`rounds: 2` tells the facilitator to vote, discuss and vote again (“Ask again”)."""

    options: Options
    at_most: int = Field(default=1, ge=1)
    rounds: int = Field(default=1, ge=1, le=2)

    @model_validator(mode="after")
    def _enough(self) -> "ChoiceFields":
        count_between(self.options, 2, len(LETTERS), "options")
        return self


class Choice(Kind):
    name = "choice"
    fields = ChoiceFields

    def problems(self, activity: Activity) -> Iterable[tuple[str, str]]:
        settings = settings_of(activity, ChoiceFields)
        if settings.at_most > len(settings.options):
            yield "at_most", f"There are {len(settings.options)} options; use that or less."
        yield from band_problems(activity, [o.id for o in settings.options])

    def answer(self, activity: Activity, form: Form) -> Answer:
        """The options by their letters: every one of them has the same size on the wire."""
        settings = settings_of(activity, ChoiceFields)
        chosen = letters_sent(form, "choice", settings.options, at_most=settings.at_most)
        return {"options": list(chosen)}

    def questions(
        self, activity: Activity, answers: Sequence[Answer], passed: int
    ) -> tuple[Question, ...]:
        settings = settings_of(activity, ChoiceFields)
        chosen = [frozenset(answer["options"]) for answer in answers]
        counted, holds_passes = count_people(activity, cells(settings.options), chosen, passed)
        question = Question(
            id="choice",
            label=activity.prompt or activity.title,
            cells=counted,
            people=len(answers) + (passed if holds_passes else 0),
            several=settings.at_most > 1,
            holds_passes=holds_passes,
        )
        return (question,)

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        options = settings_of(activity, ChoiceFields).options
        return lettered(compared(rounds), [option.text for option in options])


KIND = Choice()
