"""Ask the room's questions and support those of others, beside whatever is on the stage."""

import re
from collections.abc import Sequence
from typing import Literal

from modules.activities.cleaning import clean_entries
from modules.activities.kind import Fields, Form, Kind, settings_of
from modules.activities.questions.result import pictured
from modules.domain.ballot import Answer
from modules.domain.disclosure import Disclosed
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity, Visibility
from modules.domain.picture import Picture
from modules.domain.tally import Cell, Contribution, Question, TextState

MOST_QUESTIONS = 3
MOST_SUPPORTED = 100
LENGTH = 280
_HANDLE = re.compile(r"[0-9a-f]{1,64}")


class QuestionsFields(Fields):
    """How long it stands: during its section, or from its step to the end of the workshop."""

    stands: Literal["section", "workshop"] = "workshop"


class Questions(Kind):
    name = "questions"
    fields = QuestionsFields
    moderated = True
    standing = True
    default_visibility = Visibility.MODERATED

    def answer(self, activity: Activity, form: Form) -> Answer:
        """A question, or support for others' by their handles, or both."""
        settings_of(activity, QuestionsFields)
        supported = sorted(set(form.get("support", ())))
        if len(supported) > MOST_SUPPORTED or not all(map(_HANDLE.fullmatch, supported)):
            raise InvalidAnswer("These questions are not here any more. Please reload the page.")
        sent = [text for text in form.get("question", ()) if text.strip()]
        if not sent and supported:
            return {"texts": [], "support": supported}
        texts = clean_entries(sent, at_most=MOST_QUESTIONS, length=LENGTH)
        return {"texts": list(texts), "support": supported}

    def merged(self, activity: Activity, earlier: Answer, answer: Answer) -> Answer:
        """Another question joins those of the same phone; what it supports is what it said last."""
        texts = list(dict.fromkeys([*earlier.get("texts", ()), *answer["texts"]]))
        if len(texts) > MOST_QUESTIONS:
            raise InvalidAnswer(
                f"You have asked {MOST_QUESTIONS} questions already. Support others' instead."
            )
        return {"texts": texts, "support": answer["support"]}

    def texts(self, activity: Activity, answer: Answer) -> tuple[str, ...]:
        return tuple(answer["texts"])

    def counted(
        self,
        activity: Activity,
        answers: Sequence[Answer],
        passed: int,
        contributions: Sequence[Contribution],
    ) -> tuple[Question, ...]:
        """How many want each shown question answered: whoever asked it, and who supports it."""
        shown = [c for c in contributions if c.state is TextState.SHOWN]
        cells = tuple(
            Cell(
                id=c.handle,
                label=c.wording,
                count=1 + sum(1 for answer in answers if c.handle in answer["support"]),
            )
            for c in shown
        )
        question = Question(
            id="support",
            label=activity.prompt or activity.title,
            cells=cells,
            people=len(answers),
            several=True,
        )
        return (question,) if cells else ()

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        return pictured(rounds)


KIND = Questions()
