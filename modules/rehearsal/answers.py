"""What an invented person answers, and how long a person takes for it."""

import random

from modules.activities.kind import Form, kind_of
from modules.domain.errors import InvalidAnswer
from modules.domain.guide import Activity
from modules.rehearsal.cast import Part

# Out of so many invented answers the two that differ most become the two camps.
SEARCHED = 40
# Reading 4 words a second and typing 5 characters a second, as on a phone; and time to think.
SECONDS_TO_READ_A_WORD = 0.25
SECONDS_TO_TYPE_A_SIGN = 0.2
SECONDS_FOR_A_FIELD = 3.0
SECONDS_TO_THINK = (3.0, 20.0)


def form_of(part: Part, activity: Activity, chance: random.Random) -> Form | None:
    """The form as this person fills it in; None where they press Pass."""
    if chance.random() < part.passes:
        return None
    form = kind_of(activity).invented_answer(activity, chance)
    written = _texts(activity, form)
    if part.writes and written:
        return _with_text(activity, form, written[0], part.writes)
    if part.camp is not None and not written:
        return _camps(activity)[part.camp]
    return form


def another_form(part: Part, activity: Activity, chance: random.Random) -> Form | None:
    """What somebody who changes their mind sends; None where they keep to their camp or text."""
    if part.camp is not None or part.writes:
        return None
    return kind_of(activity).invented_answer(activity, chance)


def seconds_for(activity: Activity, form: Form | None, chance: random.Random) -> float:
    """How long a person reads, thinks, taps and types before pressing Send or Pass."""
    reading = len(activity.prompt.split()) * SECONDS_TO_READ_A_WORD
    thinking = chance.triangular(*SECONDS_TO_THINK, 6.0)
    if form is None:
        return reading + thinking
    signs = sum(len(text) for text in _texts(activity, form))
    return reading + thinking + len(form) * SECONDS_FOR_A_FIELD + signs * SECONDS_TO_TYPE_A_SIGN


def _texts(activity: Activity, form: Form) -> tuple[str, ...]:
    """The free texts in a form, as the kind finds them."""
    kind = kind_of(activity)
    return kind.texts(activity, kind.answer(activity, form))


def _with_text(activity: Activity, form: Form, replaced: str, wanted: tuple[str, ...]) -> Form:
    """The form with the first wanted text that this question accepts."""
    for text in wanted:
        changed = {
            name: [text if value.strip() == replaced else value for value in values]
            for name, values in form.items()
        }
        try:
            kind_of(activity).answer(activity, changed)
        except InvalidAnswer:
            continue
        return changed
    return form


def _camps(activity: Activity) -> tuple[Form, Form]:
    """Two answers as far apart as invented answers come; the same two for everybody."""
    kind = kind_of(activity)
    # Seeded by the activity, so that every person finds the same camps without being told.
    chance = random.Random(activity.id)  # noqa: S311
    forms = [kind.invented_answer(activity, chance) for _ in range(SEARCHED)]
    return forms[0], max(forms, key=lambda form: _distance(forms[0], form))


def _distance(one: Form, other: Form) -> float:
    """How much two forms differ: by the numbers in them, or by one for each other field."""
    return sum(_apart(one.get(n, ()), other.get(n, ())) for n in one.keys() | other.keys())


def _apart(one: object, other: object) -> float:
    match one, other:
        case [str(a)], [str(b)] if a.isdecimal() and b.isdecimal():
            return abs(int(a) - int(b))
        case _:
            return float(one != other)
