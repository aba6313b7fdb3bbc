"""Steps that are spoken: a brief, listening, pairs, groups, a break. Nothing is collected,
except where the guide asks each table for one report.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from modules.activities.cleaning import clean_entries
from modules.activities.kind import Fields, Form, Kind, settings_of
from modules.activities.results import shape_of_texts, wall
from modules.domain.ballot import Answer
from modules.domain.disclosure import Disclosed, TooFewToShow
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity, Shape, TimedStep, Visibility
from modules.domain.picture import Picture

LENGTH = 280


class TalkForm(StrEnum):
    BRIEF = "brief"
    LISTEN = "listen"
    PAIRS = "pairs"
    TRIOS = "trios"
    GROUPS = "groups"
    ONE_TWO_FOUR_ALL = "1-2-4-all"
    BREAK = "break"
    GO_ROUND = "go-round"


THEIRS = frozenset(TalkForm) - {TalkForm.BRIEF, TalkForm.LISTEN, TalkForm.BREAK}
"""Forms in which participants do the steps; in the others they sit and listen, or rest."""

_FACILITATORS = re.compile(r"(explain|facilitators?:)", re.IGNORECASE)
"""How a step begins that is the facilitator's own, among those that participants do."""


class TalkFields(Fields):
    """`report: true` opens one moderated text, meant for one phone at each table."""

    form: TalkForm = TalkForm.BRIEF
    report: bool = False


class Talk(Kind):
    name = "talk"
    fields = TalkFields
    collects = False
    moderated = True
    walled = True
    default_visibility = Visibility.SPOKEN

    def collects_for(self, activity: Activity) -> bool:
        return settings_of(activity, TalkFields).report

    def steps_for_everyone(self, activity: Activity) -> tuple[TimedStep, ...]:
        if settings_of(activity, TalkFields).form not in THEIRS:
            return ()
        return tuple(step for step in activity.steps if not _FACILITATORS.match(step.text))

    def rests(self, activity: Activity) -> bool:
        return settings_of(activity, TalkFields).form is TalkForm.BREAK

    def prompt_at_home(self, activity: Activity) -> str:
        """What people did together; a brief's prompt only greets them, or sends them off."""
        form = settings_of(activity, TalkFields).form
        return "" if form in (TalkForm.BRIEF, TalkForm.BREAK) else activity.prompt

    def answer(self, activity: Activity, form: Form) -> Answer:
        """One table's report."""
        if not self.collects_for(activity):
            raise InvalidAnswer("This step collects no answers. It is spoken in the room.")
        return {"texts": list(clean_entries(form.get("text", ()), at_most=1, length=LENGTH))}

    def texts(self, activity: Activity, answer: Answer) -> tuple[str, ...]:
        return tuple(answer["texts"])

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        if not self.collects_for(activity):
            return Picture("This step was spoken in the room. Nothing was collected.")
        return wall(
            [text for disclosed in rounds for text in disclosed.texts],
            withheld=any(disclosed.texts_withheld for disclosed in rounds),
        )

    def shape(self, result: Disclosed | TooFewToShow) -> Shape | None:
        return shape_of_texts(result)


KIND = Talk()
