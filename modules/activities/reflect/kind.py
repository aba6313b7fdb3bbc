"""Write for yourself. Nothing leaves the phone: the field has no name, so no request carries it."""

from collections.abc import Sequence

from modules.activities.kind import Form, Kind
from modules.domain.ballot import Answer
from modules.domain.disclosure import Disclosed
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity, Visibility
from modules.domain.picture import Picture


class Reflect(Kind):
    name = "reflect"
    collects = False
    default_visibility = Visibility.PRIVATE

    def answer(self, activity: Activity, form: Form) -> Answer:
        raise InvalidAnswer("This step collects no answers. What you write stays on your phone.")

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        return Picture("Everybody wrote for themselves. Nothing was collected.")


KIND = Reflect()
