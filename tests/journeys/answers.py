"""What ten people answer in “Start with the mirror”, and what the room must then see of it."""

import random

from modules.activities.choice.kind import ChoiceFields
from modules.activities.kind import Form, kind_of, settings_of
from modules.domain.guide import Activity
from modules.guides.parser import read_guide
from tests.journeys.running_app import ROOT

GUIDE = ROOT / "facilitator_guides" / "start_with_the_mirror.md"
PEOPLE = 10

NAMES_A_PERSON = "My boss Robin"
TOO_SHARP = "Those idiots in marketing do"
IN_OTHER_WORDS = "Those who are paid for advertising do"
LINES = (
    *("Interns pay with their savings", "Those who fit in gain", "People far away pay"),
    *("Whoever made it does not notice", "Cleaners", "The next generation", "Parents"),
    "Students without rich parents",
)
# Letters of options, person by person; "" is Pass.
CHOSEN = {
    "why-i-came": ("ab", "a", "ac", "b", "b", "c", "cd", "e", "a", ""),
    "agreements": ("h", "h", "h", "h", "a", "ab", "b", "c", "h", ""),
    "reflex": ("a", "ab", "c", "d", "de", "f", "gh", "a", "i", ""),
    "otherwise": ("a", "a", "a", "b", "b", "b", "c", "c", "d", "e"),
}
WORDS = (
    *(("School", "Films"), ("school", "Church"), ("School",), ("Films",), ("films", "Law")),
    *(("Law",), ("Church",), ("Sport",), (NAMES_A_PERSON,), ("School",)),
)
# Spellings are counted together; what only one person mentioned is not drawn.
WORDS_SHOWN = {"School": "4", "Films": "3", "Church": "2", "Law": "2"}
# The guide promises that only the facilitators read this.
TO_THE_FACILITATORS = "You two talked too long"


def activities() -> list[Activity]:
    """The guide's activities, in order."""
    guide = read_guide(GUIDE.read_text("utf-8"), file=GUIDE.name).guide
    assert guide is not None
    return [activity for section in guide.sections for activity in section.activities]


def answer_of(activity: Activity, person: int) -> Form:
    """The form as this person fills it in; empty for Pass."""
    if activity.id in CHOSEN:
        letters = CHOSEN[activity.id][person]
        return {"choice": tuple(letters)} if letters else {}
    if activity.kind == "words":
        return {"word": WORDS[person]}
    if activity.id == "everyday-practice":
        return {"text": ((*LINES, TOO_SHARP, NAMES_A_PERSON)[person],)}
    if activity.unshown:
        return {"text": (TO_THE_FACILITATORS,)}
    return kind_of(activity).invented_answer(activity, random.Random(person))


def counted(activity: Activity, *, people: int = PEOPLE) -> dict[str, str]:
    """How often the first people chose each option, as a table says it."""
    letters = "".join(CHOSEN[activity.id][:people])
    options = settings_of(activity, ChoiceFields).options
    return {option.text: str(letters.count(option.id)) for option in options}


def waits_for_another(activity: Activity, all_of_them: list[Activity]) -> bool:
    """Whether its result is shown together with that of a later activity."""
    later = all_of_them[all_of_them.index(activity) + 1 :]
    return any(activity.id == b.reveal_with or activity.reveal_with == b.id for b in later)
