"""The rules that a good guide keeps, by what they are about."""

from modules.guides.rules import activities, answers, chapters, facts, flow, measures, words
from modules.guides.rules.rule import Draft, Rule

RULES: tuple[Rule, ...] = (
    *facts.RULES,
    *chapters.RULES,
    *flow.RULES,
    *activities.RULES,
    *words.RULES,
    *answers.RULES,
    *measures.RULES,
)

__all__ = ["RULES", "Draft", "Rule"]
