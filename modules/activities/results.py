"""Pictures that several kinds share: the rounds of one question beside each other, and texts."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from modules.activities.sentences import (
    chosen,
    count_in,
    joined,
    listed,
    of,
    passes,
    plural,
    round_names,
    worded,
)
from modules.domain.disclosure import Counted, Disclosed, InWords, ShownText, TooFewToShow
from modules.domain.guide import Shape
from modules.domain.picture import Bars, Picture, Row, Table, Texts, letter
from modules.domain.shape import many_passed, shape_of, shape_of_shares

NOTHING = "There is no answer to show."
IN_THE_ROOM = "The texts were shown in the room only: too few people wrote to take them home."


def compared(rounds: Sequence[Disclosed]) -> Picture:
    """One question, asked in one or more rounds: bars beside each other, never joined."""
    asked = [disclosed for disclosed in rounds if disclosed.questions]
    names = round_names(len(asked))
    return compared_questions([(n, d.questions[0], d) for n, d in zip(names, asked, strict=True)])


def compared_questions(
    series: Sequence[tuple[str, Counted | InWords, Disclosed | None]],
) -> Picture:
    """Questions with the same options as series with names.

    Where the third part is given, the sentence says there how many passed.
    """
    if not series:
        return Picture(NOTHING)
    told = [
        joined(
            f"{name}:" if name else "",
            chosen(question) if isinstance(question, Counted) else worded(question),
            passes(disclosed) if disclosed else "",
        )
        for name, question, disclosed in series
    ]
    names = [name for name, _, _ in series]
    questions = [question for _, question, _ in series]
    counted = [question for question in questions if isinstance(question, Counted)]
    chart = bars(names, counted) if len(counted) == len(questions) else None
    return Picture(joined(*told), chart, side_by_side(names, questions))


def bars(names: Sequence[str], questions: Sequence[Counted]) -> Bars | None:
    """One bar for each option and round. Half of the people fill at least half of the length."""
    labels = _labels(questions)
    if not labels:
        return None
    rows = []
    for cell_id, label in labels.items():
        found = [count_in(question, cell_id) for question in questions]
        pairs = list(zip(found, questions, strict=True))
        rows.append(
            Row(
                label=label,
                values=tuple(float(cell.count) if cell else 0.0 for cell in found),
                texts=tuple(of(cell.count, q.people) if cell else "" for cell, q in pairs),
            )
        )
    highest = max(max(row.values) for row in rows)
    half = max(question.people for question in questions) / 2
    return Bars(series=tuple(names), rows=tuple(rows), most=max(highest, half, 1.0))


def lettered(picture: Picture, options: Sequence[str]) -> Picture:
    """The picture with the letters under which phones offer these options, in their order."""
    if not isinstance(picture.chart, Bars):
        return picture
    letters = {text: letter(place) for place, text in enumerate(options)}
    rows = tuple(replace(row, letter=letters.get(row.label, "")) for row in picture.chart.rows)
    return replace(picture, chart=replace(picture.chart, rows=rows))


def side_by_side(
    names: Sequence[str],
    questions: Sequence[Counted | InWords],
    what: str = "Answer",
    how_many: str = "How many",
) -> Table | None:
    """Every option with what may be said of it in each round: a number or a word."""
    labels = _labels(questions)
    if not labels:
        return None
    rows = tuple(
        (label, *(_said(question, cell_id) for question in questions))
        for cell_id, label in labels.items()
    )
    return Table(head=(what, *(name or how_many for name in names)), rows=rows)


def wall(texts: Sequence[ShownText], *, withheld: bool = False) -> Picture:
    """Texts the moderator showed, by theme. Their order says nothing about who or when.

    Where the texts themselves must stay in the room (`withheld`) only themes are left, if any.
    """
    if not texts:
        return Picture(IN_THE_ROOM if withheld else "No texts are shown.")
    if not any(t.text for t in texts):
        return _only_themes(sorted({t.theme for t in texts}))
    shuffled = sorted(texts, key=_shuffled)
    themes = dict.fromkeys(sorted({t.theme for t in texts}, key=lambda name: (not name, name)))
    groups = tuple((name, tuple(t.text for t in shuffled if t.theme == name)) for name in themes)
    named = sum(1 for name in themes if name)
    sentence = plural(len(texts), "text is", "texts are") + " shown"
    if named:
        sentence += f", {plural(named, 'theme is', 'themes are')} named"
    head = ("Theme", "Text") if named else ("Text",)
    rows = tuple((name, t)[-len(head) :] for name, group in groups for t in group)
    return Picture(f"{sentence}.", Texts(groups), Table(head, rows))


def shape_of_texts(result: Disclosed | TooFewToShow) -> Shape | None:
    """By the themes that a moderator has named; a text without one stands for itself."""
    if isinstance(result, TooFewToShow) or many_passed(result):
        return shape_of(result)
    named = Counter(text.theme for text in result.texts if text.theme)
    if not named:
        return None
    alone = [1] * sum(1 for text in result.texts if not text.theme)
    return shape_of_shares([*named.values(), *alone], len(result.texts))


def _only_themes(themes: Sequence[str]) -> Picture:
    named = plural(len(themes), "theme was", "themes were")
    sentence = f"{named} named: {listed(themes)}. The texts themselves stay in the room."
    return Picture(sentence, None, Table(("Theme",), tuple((name,) for name in themes)))


def _labels(questions: Sequence[Counted | InWords]) -> dict[str, str]:
    return {cell.id: cell.label for question in questions for cell in question.cells}


def _said(question: Counted | InWords, cell_id: str) -> str | int:
    if isinstance(question, Counted):
        cell = count_in(question, cell_id)
        return cell.count if cell else ""
    return next((cell.word for cell in question.cells if cell.id == cell_id), "")


def _shuffled(shown: ShownText) -> bytes:
    # The same on every screen and in every file, and unlike the alphabet it favours nobody.
    return hashlib.sha256(shown.text.encode()).digest()
