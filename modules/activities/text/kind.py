"""Write one to three short texts; a moderator reads each before anyone else does, or the
facilitators alone read them.
"""

from collections.abc import Sequence

from pydantic import Field

from modules.activities.cleaning import clean_entries
from modules.activities.kind import Fields, Form, Kind, settings_of
from modules.activities.results import shape_of_texts, wall
from modules.domain.ballot import Answer
from modules.domain.disclosure import Disclosed, TooFewToShow
from modules.domain.guide import Activity, Shape, Visibility
from modules.domain.picture import Picture


class TextFields(Fields):
    entries: int = Field(default=1, ge=1, le=3)
    length: int = Field(default=280, ge=20, le=280)


class Text(Kind):
    name = "text"
    fields = TextFields
    moderated = True
    for_facilitators = True
    walled = True
    default_visibility = Visibility.MODERATED

    def answer(self, activity: Activity, form: Form) -> Answer:
        settings = settings_of(activity, TextFields)
        sent = form.get("text", ())
        texts = clean_entries(sent, at_most=settings.entries, length=settings.length)
        return {"texts": list(texts)}

    def texts(self, activity: Activity, answer: Answer) -> tuple[str, ...]:
        return tuple(answer["texts"])

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        return wall(
            [text for disclosed in rounds for text in disclosed.texts],
            withheld=any(disclosed.texts_withheld for disclosed in rounds),
        )

    def shape(self, result: Disclosed | TooFewToShow) -> Shape | None:
        return shape_of_texts(result)


KIND = Text()
