"""Write a few words; after moderation those mentioned at least twice form a cloud and a list."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic import Field

from modules.activities.cleaning import clean_entries
from modules.activities.kind import Fields, Form, Kind, settings_of
from modules.activities.results import NOTHING, side_by_side
from modules.activities.sentences import joined, passes, round_names
from modules.activities.words.folding import folded
from modules.domain.ballot import Answer
from modules.domain.disclosure import MENTIONS_TO_DRAW_A_WORD, Counted, Disclosed
from modules.domain.guide import Activity, Sensitivity, Visibility
from modules.domain.picture import Picture, Terms
from modules.domain.tally import Cell, Contribution, Question, TextState

_TOLD = 3


class WordsFields(Fields):
    entries: int = Field(default=3, ge=1, le=3)
    length: int = Field(default=30, ge=10, le=30)


class Words(Kind):
    name = "words"
    fields = WordsFields
    moderated = True
    counts_texts = True
    default_visibility = Visibility.MODERATED

    def problems(self, activity: Activity) -> Iterable[tuple[str, str]]:
        if activity.sensitivity is not Sensitivity.LOW:
            yield "sensitivity", "Words have no bands to fold. Use a choice with bands instead."

    def answer(self, activity: Activity, form: Form) -> Answer:
        """Up to the guide's number of words; one person mentions a word once."""
        settings = settings_of(activity, WordsFields)
        entries = clean_entries(
            form.get("word", ()), at_most=settings.entries, length=settings.length, one_line=True
        )
        once: dict[str, str] = {}
        for entry in entries:
            once.setdefault(folded(entry), entry)
        return {"words": list(once.values())}

    def texts(self, activity: Activity, answer: Answer) -> tuple[str, ...]:
        return tuple(answer["words"])

    def questions_from_texts(
        self, activity: Activity, contributions: Sequence[Contribution], people: int
    ) -> tuple[Question, ...]:
        """Count what the moderator shows, different spellings of a word as one."""
        shown = [c.wording for c in contributions if c.state is TextState.SHOWN]
        spellings: dict[str, Counter[str]] = {}
        for text in shown:
            spellings.setdefault(folded(text), Counter())[text] += 1
        cells = [
            Cell(id=word, label=_usual(spelled), count=spelled.total())
            for word, spelled in spellings.items()
        ]
        cells.sort(key=lambda cell: (-cell.count, cell.id))
        question = Question(
            id="words",
            label=activity.prompt or activity.title,
            cells=tuple(cells),
            people=people,
            several=True,
            least=MENTIONS_TO_DRAW_A_WORD,
        )
        return (question,) if cells else ()

    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        asked = [
            (disclosed, question)
            for disclosed in rounds
            for question in disclosed.questions
            if isinstance(question, Counted)
        ]
        if not asked:
            return Picture(NOTHING)
        names = round_names(len(asked), "time")
        # Beside each other two clouds tell nothing: the last is drawn, the table has them all.
        last = asked[-1][1]
        terms = tuple((cell.label, cell.count) for cell in last.cells)
        table = side_by_side(names, [question for _, question in asked], "Word", "Mentions")
        sentence = joined(_sentence(terms), passes(asked[-1][0]))
        return Picture(sentence, Terms(terms) if terms else None, table)


def _usual(spelled: Counter[str]) -> str:
    """The most frequent spelling; of equals the first in the alphabet, small letters last."""
    return min(spelled, key=lambda text: (-spelled[text], text))


def _sentence(terms: Sequence[tuple[str, int]]) -> str:
    if not terms:
        return "No word was mentioned twice, so none is drawn."
    told = [f"“{word}” ({count})" for word, count in terms[:_TOLD]]
    together = f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
    return f"Mentioned most often: {together}."


KIND = Words()
