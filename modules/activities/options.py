"""Options of a guide's activity: how they are written, lettered, checked and answered."""

import re
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, field_validator

from modules.activities.kind import Fields, Form, unfit
from modules.domain.disclosure import PASS
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity
from modules.domain.tally import Cell

LETTERS = "abcdefghij"
LONGEST_LABEL = 160


class Option(Fields):
    """One thing to choose, order or give points to."""

    id: str
    text: str

    @field_validator("id")
    @classmethod
    def _id(cls, value: str) -> str:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", value):
            raise unfit(f"“{value}” cannot be an id. Use small letters, digits and hyphens.")
        if value == PASS:
            raise unfit("“pass” is always offered and cannot be an option's id. Use another id.")
        return value

    @field_validator("text", mode="before")
    @classmethod
    def _text(cls, value: object) -> str:
        return label(value)


def label(value: object) -> str:
    """A text of a guide that participants read. YAML makes other things of some words."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise unfit(f"Put this text in quotes, so that it is read as a text: {value!r}.")
    text = " ".join(str(value).split())
    if not text:
        raise unfit("There is an empty text here. Write what participants should read.")
    if len(text) > LONGEST_LABEL:
        raise unfit(f"“{text[:30]}…” is too long. Use at most {LONGEST_LABEL} characters.")
    return text


AnOption = TypeVar("AnOption", bound=Option)


def lettered(raw: Any, sort: type[AnOption]) -> tuple[AnOption, ...]:
    """Options of a guide; those written as plain texts get their letters as ids."""
    if not isinstance(raw, list | tuple):
        raise unfit("Write a list, one line for each, starting with a hyphen.")
    if len(raw) > len(LETTERS):
        raise unfit(f"There are {len(raw)} entries here. Use at most {len(LETTERS)}.")
    options = []
    for letter, item in zip(LETTERS, raw, strict=False):
        if isinstance(item, sort):
            options.append(item)
        elif isinstance(item, dict):
            options.append(sort.model_validate({"id": letter, **item}))
        else:
            options.append(sort(id=letter, text=label(item)))
    if repeated := repeats(o.id for o in options):
        raise unfit(f"The id “{repeated}” is used twice. Give each entry its own id.")
    if repeated := repeats(o.text for o in options):
        raise unfit(f"“{repeated}” is written twice. Each entry must differ from the others.")
    return tuple(options)


Options = Annotated[tuple[Option, ...], BeforeValidator(lambda raw: lettered(raw, Option))]
"""A list of texts, or of {id, text}, in a guide."""


def count_between(options: Sequence[Option], least: int, most: int, what: str) -> None:
    """Refuse a list that is too short or too long."""
    if not least <= len(options) <= most:
        raise unfit(f"Write {least} to {most} {what}; there are {len(options)}.")


def repeats(values: Iterable[str]) -> str:
    """The first value that stands there twice, or ""."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return ""


def cells(options: Sequence[Option]) -> tuple[Cell, ...]:
    """The options as cells with nothing counted yet."""
    return tuple(Cell(o.id, o.text, 0) for o in options)


def band_problems(activity: Activity, ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    """What is wrong with the guide's bands, given the ids of the options that can be chosen."""
    banded = [option for band in activity.bands for option in band.options]
    for option in banded:
        if option != PASS and option not in ids:
            yield "bands", f"“{option}” is not an option here. Use: {', '.join(ids)} or pass."
    if repeated := repeats(banded):
        yield "bands", f"“{repeated}” is in two bands. Each option belongs to one."


def letters_sent(
    form: Form, field: str, options: Sequence[Option], *, at_most: int = 1, question: str = ""
) -> tuple[str, ...]:
    """The ids of the options whose letters were sent, in the guide's order, at least one.

    Raises InvalidAnswer; `question` names the one that is meant where a form has several.
    """
    letters = set(form.get(field, ()))
    by_letter = dict(zip(LETTERS, (o.id for o in options), strict=False))
    if not letters:
        raise InvalidAnswer(
            f"Nothing was chosen yet for “{question}”. Choose an answer first, or pass."
            if question
            else "Nothing was chosen yet. Choose an answer first, or pass."
        )
    if not letters <= by_letter.keys():
        raise InvalidAnswer("This answer is not offered here. Reload the page, choose again.")
    if len(letters) > at_most:
        raise InvalidAnswer(
            f"Please choose at most {at_most} for “{question}”."
            if question
            else f"Please choose at most {at_most}."
        )
    return tuple(by_letter[letter] for letter in sorted(letters))
