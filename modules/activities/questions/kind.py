"""Ask the room's questions and support those of others, beside whatever is on the stage."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from modules.activities.cleaning import clean_entries
from modules.activities.kind import Fields, Form, Kind, settings_of
from modules.activities.questions.result import pictured
from modules.domain.ballot import Answer
from modules.domain.disclosure import Disclosed
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity, Sensitivity, Visibility
from modules.domain.picture import Picture
from modules.domain.tally import Cell, Contribution, Question, TextState

MOST_QUESTIONS = 3
MOST_SUPPORTED = 100
LENGTH = 280
GONE = "These questions are not here any more. Please reload the page."
_HANDLE = re.compile(r"[0-9a-f]{1,64}")


class QuestionsFields(Fields):
    """How long it stands: during its section, or from its step to the end of the workshop."""

    stands: Literal["section", "workshop"] = "workshop"


class Questions(Kind):
    name = "questions"
    fields = QuestionsFields
    moderated = True
    walled = True
    standing = True
    default_visibility = Visibility.MODERATED

    def problems(self, activity: Activity) -> Iterable[tuple[str, str]]:
        if activity.sensitivity is not Sensitivity.LOW:
            yield "sensitivity", "Support has no bands to fold. Use a text or a choice with bands."

    def answer(self, activity: Activity, form: Form) -> Answer:
        """A question, or support for others' by their handles, or support that is taken back."""
        settings_of(activity, QuestionsFields)
        supported, withdrawn = _handles(form, "support"), _handles(form, "withdraw")
        # What the page showed as ticked and comes without its tick is taken back, script or not.
        shown = set(_handles(form, "shown"))
        withdrawn = sorted({*withdrawn, *(shown - set(supported))})
        sent = [text for text in form.get("question", ()) if text.strip()]
        if not (sent or supported or withdrawn):
            # Beside the stage there is no Pass.
            raise InvalidAnswer(
                "Nothing was written yet. Write a question first, or support another one."
            )
        texts: Sequence[str] = ()
        if sent:
            texts = clean_entries(sent, at_most=MOST_QUESTIONS, length=LENGTH)
        answer = {"texts": list(texts), "support": supported}
        return {**answer, "withdraw": withdrawn} if withdrawn else answer

    def merged(self, activity: Activity, earlier: Answer, answer: Answer) -> Answer:
        """More questions and more support join what the same phone sent before.

        A tick that is missing takes nothing back by itself: another tab may not have known of it.
        What was `shown` as ticked on the page, or is named in `withdraw`, does.
        """
        texts = list(dict.fromkeys([*earlier.get("texts", ()), *answer["texts"]]))
        if len(texts) > MOST_QUESTIONS:
            raise InvalidAnswer(
                f"You have asked {MOST_QUESTIONS} questions already. Support others' instead."
            )
        supported = {*earlier.get("support", ()), *answer["support"]}
        supported -= set(answer.get("withdraw", ()))
        # One phone cannot fill the store by sending again and again.
        if len(supported) > MOST_SUPPORTED:
            raise InvalidAnswer(GONE)
        return {"texts": texts, "support": sorted(supported)}

    def supported(self, activity: Activity, answer: Answer) -> tuple[str, ...]:
        return tuple(answer["support"])

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
                count=1 + sum(1 for answer in answers if _supports(answer, c)),
            )
            for c in shown
        )
        question = Question(
            id="support",
            label=activity.prompt or activity.title,
            cells=cells,
            people=len(answers),
            several=True,
            of_texts=True,
        )
        return (question,) if cells else ()

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        return pictured(rounds)


def _supports(answer: Answer, asked: Contribution) -> bool:
    """Not one's own: whoever asked a question is counted already."""
    return asked.handle in answer["support"] and asked.text not in answer["texts"]


def _handles(form: Form, field: str) -> list[str]:
    handles = sorted(set(form.get(field, ())))
    if len(handles) > MOST_SUPPORTED or not all(map(_HANDLE.fullmatch, handles)):
        raise InvalidAnswer(GONE)
    return handles


KIND = Questions()
