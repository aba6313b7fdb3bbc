"""Questions by how many want them answered; what was answered stands apart."""

from collections.abc import Sequence

from modules.activities.sentences import plural
from modules.domain.disclosure import Counted, Disclosed
from modules.domain.picture import Picture, Table, Texts
from modules.domain.tally import is_answered


def pictured(rounds: Sequence[Disclosed]) -> Picture:
    """The shown questions of all rounds, most wanted first."""
    support: dict[str, int] = {}
    for disclosed in rounds:
        for question in disclosed.questions:
            if isinstance(question, Counted):
                for cell in question.cells:
                    support[cell.label] = max(support.get(cell.label, 0), cell.count)
    shown: dict[str, bool] = {}
    for asked in (asked for disclosed in rounds for asked in disclosed.texts if asked.text):
        shown[asked.text] = shown.get(asked.text, False) or is_answered(asked.theme)
    if not shown:
        return Picture("No questions are shown.")
    ordered = sorted(shown, key=lambda text: (-support.get(text, 0), text))
    done = [text for text in ordered if shown[text]]
    left = [text for text in ordered if not shown[text]]
    groups = (("Without an answer yet", left), ("Answered", done))
    rows = tuple((text, support.get(text, ""), "yes" if text in done else "") for text in ordered)
    return Picture(
        f"{plural(len(ordered), 'question', 'questions')}, {len(done)} answered.",
        Texts(
            tuple(
                (name, tuple(_with_support(text, support) for text in texts))
                for name, texts in groups
                if texts
            )
        ),
        Table(("Question", "Wanted by", "Answered"), rows),
    )


def _with_support(text: str, support: dict[str, int]) -> str:
    return f"{text} ({support[text]})" if support.get(text, 0) > 1 else text
