"""Steps that are spoken: a brief, listening, pairs, groups, a break. Nothing is collected."""

from collections.abc import Sequence
from enum import StrEnum

from modules.activities.kind import Fields, Form, Kind
from modules.domain.ballot import Answer
from modules.domain.disclosure import Disclosed
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity, Visibility
from modules.domain.picture import Picture


class TalkForm(StrEnum):
    BRIEF = "brief"
    LISTEN = "listen"
    PAIRS = "pairs"
    TRIOS = "trios"
    GROUPS = "groups"
    ONE_TWO_FOUR_ALL = "1-2-4-all"
    BREAK = "break"
    GO_ROUND = "go-round"


class TalkFields(Fields):
    form: TalkForm = TalkForm.BRIEF


class Talk(Kind):
    name = "talk"
    fields = TalkFields
    collects = False
    default_visibility = Visibility.SPOKEN

    def answer(self, activity: Activity, form: Form) -> Answer:
        raise InvalidAnswer("This step collects no answers. It is spoken in the room.")

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        return Picture("This step was spoken in the room. Nothing was collected.")


KIND = Talk()
