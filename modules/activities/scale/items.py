"""The project's own short items, with ids that stay the same in every guide and over time.

They are new and not validated: enough to see where a group stands, not to prove an effect.
Confidence, norm, motive and humility are answered by agreement, behaviour in bands of counts.
"""

from dataclasses import dataclass

AGREEMENT = (
    "Strongly disagree",
    "Disagree",
    "Neither",
    "Agree",
    "Strongly agree",
)
BANDS = ("0", "1", "2–3", "4 or more")
TEMPLATES = {
    "agreement": AGREEMENT,
    "frequency": ("Never", "Rarely", "Sometimes", "Often", "Always"),
    "confidence": (
        "Not at all confident",
        "A little confident",
        "Fairly confident",
        "Confident",
        "Very confident",
    ),
    "likelihood": ("Very unlikely", "Unlikely", "Undecided", "Likely", "Very likely"),
    "bands": BANDS,
}

REACHED = {
    "agreement": (frozenset("45"), "agree or strongly agree"),
    "bands": (frozenset("234"), "at least once"),
}
"""What comparisons count: the points by their numbers, and what they mean."""


@dataclass(frozen=True, slots=True)
class Item:
    """One statement with the template of its answers; `within` names the item it is a part of.

    `who` says of a wider item who they are that reached it, for the rate of its parts.
    """

    id: str
    text: str
    template: str = "agreement"
    within: str = ""
    who: str = ""


_ITEMS = (
    Item("C1", "I can think of something to say when a remark demeans a group."),
    Item("C2", "I know at least two ways to act that do not put anyone at more risk."),
    Item("C3", "I could stay calm if I were told I had caused harm."),
    Item(
        "B1",
        "In the past 30 days: moments in which I noticed that someone was demeaned, excluded or "
        "talked over.",
        "bands",
        who="those who noticed such a moment",
    ),
    Item("B2", "In how many of those did I do something, then or later?", "bands", within="B1"),
    # B3 keeps its words, and so its id: the question that has to be asked before it came later.
    Item(
        "B7",
        "In how many of those was nobody from the affected group present?",
        "bands",
        within="B1",
        who="those who were in such a moment with nobody from the affected group present",
    ),
    Item(
        "B3",
        "In how many did I act although nobody from the affected group was present?",
        "bands",
        within="B7",
    ),
    Item(
        "B4",
        "In how many did I raise it with someone close to me: friend, family, close colleague?",
        "bands",
        within="B1",
    ),
    Item(
        "B5",
        "How often was I told that my words or actions hurt, and heard the person out before "
        "explaining?",
        "bands",
    ),
    Item(
        "B6",
        "How often did I learn from published or offered first-person sources, instead of asking "
        "someone nearby to teach me?",
        "bands",
    ),
    Item("N1", "Most people in this group would want me to speak up."),
    Item("N2", "I would want others to speak up to me."),
    Item("M1", "I do this because it matters to me."),
    Item("M2", "I do this because it is expected of me."),
    Item("H1", "In the last month I changed my mind about something because I listened."),
    Item("H2", "It is for others to say whether I am an ally."),
)
ITEMS = {item.id: item for item in _ITEMS}
