"""Rules about what a guide says of itself: who it is for, what it needs, whose work it is."""

import re
from collections.abc import Iterable

from modules.guides.rules.rule import Draft, Miss, Rule

# Nobody can see whether somebody understands; one can see whether they name, choose or say.
UNSEEN = (
    *("understand", "know", "learn", "appreciate", "realise", "realize", "feel", "believe"),
    *("consider", "explore", "be aware", "become aware", "think about", "get to know"),
)


def _title(draft: Draft) -> Iterable[Miss]:
    found = re.search(r"^# (.+?)\s*$", draft.text, re.MULTILINE)
    if not found:
        yield 1, "There is no line `# Title` for people who read the guide as a page."
    elif found[1] != draft.guide.title:
        line = draft.text.count("\n", 0, found.start()) + 1
        yield line, f"The page is called “{found[1]}”, `title` says “{draft.guide.title}”."


def _audience(draft: Draft) -> Iterable[Miss]:
    if not draft.guide.not_for:
        yield draft.line_of("audience"), "`not_for` is empty: who should not share this room?"


def _size(draft: Draft) -> Iterable[Miss]:
    guide = draft.guide
    if guide.size.least < guide.smallest_group:
        yield (
            draft.line_of("size"),
            f"{guide.size.least} people cannot give the {guide.smallest_group} answers that a "
            "result needs.",
        )


def _modes(draft: Draft) -> Iterable[Miss]:
    if not re.search(r"^modes:", draft.text, re.MULTILINE):
        yield 1, "`modes` is missing."


def _facilitators(draft: Draft) -> Iterable[Miss]:
    if draft.guide.facilitators < 2:
        yield (
            draft.line_of("facilitators"),
            "One facilitator alone cannot look after people.",
        )
    if not draft.guide.experience:
        yield draft.line_of("facilitators"), "`experience` is empty."


def _credits(draft: Draft) -> Iterable[Miss]:
    for name in ("licence", "credits", "sources"):
        if not getattr(draft.guide, name):
            yield draft.line_of(name), f"`{name}` is empty."


def _history(draft: Draft) -> Iterable[Miss]:
    if not draft.chapter("changelog", "changes"):
        yield 1, "There is no chapter “Changelog”."
    if not draft.chapter("field notes"):
        yield 1, "There is no chapter “Field notes”."


def _objectives(draft: Draft) -> Iterable[Miss]:
    line, objectives = draft.line_of("objectives"), draft.guide.objectives
    if not draft.short and not 3 <= len(objectives) <= 5:
        yield line, f"There are {len(objectives)} objectives."
    for objective in objectives:
        if objective.lower().startswith(UNSEEN):
            yield line, f"Nobody can see whether people “{objective.split()[0].lower()}”."


def _covered(draft: Draft) -> Iterable[Miss]:
    worked = {n for a in draft.guide.activities for n in a.objectives}
    measured = {n for a in draft.guide.activities for n in a.measures}
    for number, objective in enumerate(draft.guide.objectives, 1):
        for numbers, what in ((worked, "objectives"), (measured, "measures")):
            if number not in numbers:
                yield (
                    draft.line_of("objectives"),
                    f"No activity names objective {number} in its `{what}`: {objective}",
                )


def _contacts(draft: Draft) -> Iterable[Miss]:
    if not draft.guide.support_contacts:
        yield 1, "`support_contacts` is empty."


def _review(draft: Draft) -> Iterable[Miss]:
    if draft.guide.review_day is None:
        written = f"says “{draft.guide.review_by}”" if draft.guide.review_by else "is empty"
        yield draft.line_of("review_by"), f"`review_by` {written}."


RULES = (
    Rule(
        "title",
        1,
        "The page's title is the guide's title.",
        "Write the same title in `title:` and behind `# `.",
        _title,
    ),
    Rule(
        "size",
        1,
        "The least number of people can give as many answers as a result needs.",
        "Raise `least` in `size`; eight is a good least, as not everybody answers.",
        _size,
    ),
    Rule(
        "audience",
        2,
        "It says who should not share the room.",
        "Write in `not_for:` who should not: three levels of hierarchy, a live complaint.",
        _audience,
    ),
    Rule(
        "modes",
        3,
        "It says how it can be run.",
        "Write `modes: [in person, remote, hybrid]`, or those that hold.",
        _modes,
    ),
    Rule(
        "facilitators",
        4,
        "Two people lead it, and it says what they have done before.",
        "Write `facilitators: 2` and `experience: …`.",
        _facilitators,
    ),
    Rule(
        "credits",
        5,
        "Licence, credits and sources are named.",
        "Write `licence:`, `credits:` and `sources:`.",
        _credits,
    ),
    Rule(
        "history",
        6,
        "There is a changelog and a place for field notes.",
        "Add the chapters `## Changelog` and `## Field notes` at the end.",
        _history,
    ),
    Rule(
        "objectives",
        7,
        "Three to five objectives say what one can see people do.",
        "Begin each with a verb such as name, trace, choose, say, write, practise.",
        _objectives,
    ),
    Rule(
        "covered",
        8,
        "Each objective has an activity that works on it and one that measures it.",
        "Add its number to `objectives: [1]` and `measures: [1]` of activities.",
        _covered,
    ),
    Rule(
        "contacts",
        21,
        "Support contacts have to be filled in before it can start.",
        "Write `support_contacts: [Person to talk to afterwards, …]`.",
        _contacts,
    ),
    Rule(
        "review",
        60,
        "It says when somebody looks at it again.",
        "Write a day: `review_by: 2027-11-01`. From then on the library says that it is due.",
        _review,
    ),
)
