"""Put a few things in order. How far the orders differ is shown, not hidden in a mean."""

from collections.abc import Iterable, Sequence

from pydantic import model_validator

from modules.activities.kind import Fields, Form, Kind, one, settings_of
from modules.activities.options import LETTERS, Options, count_between
from modules.activities.ranking.result import pictured, shape
from modules.domain.ballot import Answer
from modules.domain.disclosure import Disclosed, TooFewToShow
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity, Sensitivity, Shape
from modules.domain.picture import Picture
from modules.domain.tally import Cell, Question

MOST_ITEMS = 8


class RankingFields(Fields):
    items: Options

    @model_validator(mode="after")
    def _enough(self) -> "RankingFields":
        count_between(self.items, 3, MOST_ITEMS, "items")
        return self


class Ranking(Kind):
    name = "ranking"
    fields = RankingFields

    def problems(self, activity: Activity) -> Iterable[tuple[str, str]]:
        if activity.sensitivity is not Sensitivity.LOW:
            yield "sensitivity", "An order has no bands to fold. Use a choice with bands instead."

    def answer(self, activity: Activity, form: Form) -> Answer:
        """The items' ids in the order of their places."""
        settings = settings_of(activity, RankingFields)
        names = [f"place-{letter}" for letter, _ in zip(LETTERS, settings.items, strict=False)]
        if not any(one(form, name) for name in names):
            raise InvalidAnswer(
                "Nothing was put in order yet. Do that first, or say that the order is right."
            )
        places: dict[str, str] = {}
        for name, item in zip(names, settings.items, strict=True):
            place = one(form, name)
            if not place:
                raise InvalidAnswer(f"Please give every line a place. Missing: “{item.text}”")
            if place in places:
                raise InvalidAnswer(f"Two lines have place {place[:9]}. Give each its own place.")
            places[place] = item.id
        wanted = [str(place) for place in range(1, len(settings.items) + 1)]
        if sorted(places) != wanted:
            raise InvalidAnswer(f"Please use the places 1 to {len(wanted)}, each of them once.")
        return {"order": [places[place] for place in wanted]}

    def questions(
        self, activity: Activity, answers: Sequence[Answer], passed: int
    ) -> tuple[Question, ...]:
        """For each item how many gave it which place; who gave which order is not kept."""
        items = settings_of(activity, RankingFields).items
        return tuple(
            Question(
                id=item.id,
                label=item.text,
                cells=tuple(
                    Cell(
                        id=str(place + 1),
                        label=str(place + 1),
                        count=sum(1 for answer in answers if answer["order"][place] == item.id),
                    )
                    for place in range(len(items))
                ),
                people=len(answers),
            )
            for item in items
        )

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        return pictured(rounds)

    def shape(self, result: Disclosed | TooFewToShow) -> Shape | None:
        """By how far apart the orders are: places of one item are no camps."""
        return Shape.TOO_FEW if isinstance(result, TooFewToShow) else shape(result)


KIND = Ranking()
