"""A short story that stops where somebody must decide: decide, talk, decide again."""

from collections.abc import Iterable, Sequence

from pydantic import Field, model_validator

from modules.activities.kind import Fields, Form, Kind, count_people, settings_of, unfit
from modules.activities.options import (
    LETTERS,
    Options,
    band_problems,
    cells,
    count_between,
    letters_sent,
    repeats,
)
from modules.activities.results import compared_questions, lettered
from modules.activities.sentences import round_names
from modules.domain.ballot import Answer
from modules.domain.disclosure import Disclosed
from modules.domain.guide import Activity
from modules.domain.picture import Picture
from modules.domain.tally import Question


class Variant(Fields):
    """The same story with one thing changed: nobody affected is there, more power, closer by."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")
    label: str = Field(min_length=1, max_length=80)
    story: str = Field(min_length=1, max_length=600)


class ScenarioFields(Fields):
    """`roles` says who is there and with what power; participants are never given one to play."""

    story: str = Field(min_length=1, max_length=1200)
    roles: tuple[str, ...] = Field(default=(), max_length=8)
    options: Options
    variants: tuple[Variant, ...] = Field(default=(), max_length=3)
    rounds: int = Field(default=2, ge=1, le=3)
    label: str = Field(default="As told", min_length=1, max_length=80)

    @model_validator(mode="after")
    def _fits(self) -> "ScenarioFields":
        count_between(self.options, 2, len(LETTERS), "options")
        if twice := repeats(("story", *(v.id for v in self.variants))):
            raise unfit(f"The id “{twice}” is taken. Give each variant its own id.")
        return self

    @property
    def cases(self) -> tuple[tuple[str, str, str], ...]:
        """(id, label, story) of the story as told and of each variant."""
        told = ("story", self.label, self.story)
        return (told, *((v.id, v.label, v.story) for v in self.variants))


class Scenario(Kind):
    name = "scenario"
    fields = ScenarioFields

    def problems(self, activity: Activity) -> Iterable[tuple[str, str]]:
        settings = settings_of(activity, ScenarioFields)
        return band_problems(activity, [option.id for option in settings.options])

    def story_on_stage(self, activity: Activity) -> str:
        settings = settings_of(activity, ScenarioFields)
        told = [settings.story, *(f"{v.label}: {v.story}" for v in settings.variants)]
        return "\n".join([*told[:1], *settings.roles, *told[1:]])

    def answer(self, activity: Activity, form: Form) -> Answer:
        """One decision for the story and for each variant."""
        settings = settings_of(activity, ScenarioFields)
        decisions = {}
        for place, (case_id, label, _) in enumerate(settings.cases):
            question = label if len(settings.cases) > 1 else ""
            field = "choice" if place == 0 else f"choice{place}"
            sent = letters_sent(form, field, settings.options, question=question)
            decisions[case_id] = sent[0]
        return {"decisions": decisions}

    def questions(
        self, activity: Activity, answers: Sequence[Answer], passed: int
    ) -> tuple[Question, ...]:
        settings = settings_of(activity, ScenarioFields)
        questions = []
        for case_id, label, _ in settings.cases:
            chosen = [frozenset([answer["decisions"][case_id]]) for answer in answers]
            counted, holds_passes = count_people(activity, cells(settings.options), chosen, passed)
            questions.append(
                Question(
                    id=case_id,
                    label=label,
                    cells=counted,
                    people=len(answers) + (passed if holds_passes else 0),
                    holds_passes=holds_passes,
                )
            )
        return tuple(questions)

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        """Rounds and variants beside each other, each a series of its own."""
        asked = [disclosed for disclosed in rounds if disclosed.questions]
        series = []
        for name, disclosed in zip(round_names(len(asked)), asked, strict=True):
            several = len(disclosed.questions) > 1
            for place, question in enumerate(disclosed.questions):
                label = question.label if several else ""
                parts = [part for part in (name, label) if part]
                last = place == len(disclosed.questions) - 1
                series.append((", ".join(parts), question, disclosed if last else None))
        options = settings_of(activity, ScenarioFields).options
        return lettered(compared_questions(series), [option.text for option in options])


KIND = Scenario()
