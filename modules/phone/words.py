"""The interface's words in the languages it speaks. The English sentence is the key."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TRANSLATIONS = Path(__file__).parent / "translations"
LANGUAGES = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "ar": "العربية",
}
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


@dataclass(frozen=True, slots=True)
class Words:
    """Says a sentence in one language: `t("Join")`, `t("{n} minutes", n=3)`."""

    language: str

    def __call__(self, sentence: str, **values: object) -> str:
        said = sentences(self.language).get(sentence, sentence)
        return said.format(**values) if values else said

    @property
    def direction(self) -> str:
        return direction(self.language)


def direction(language: str) -> str:
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def words_for(*wanted: str) -> Words:
    """Words in the first wanted language that is spoken here ("de-CH" counts as "de")."""
    spoken = (tag.lower().partition("-")[0] for tag in wanted)
    return Words(next((tag for tag in spoken if tag in LANGUAGES), "en"))


@cache
def sentences(language: str) -> dict[str, str]:
    """What each English sentence is in the language."""
    if language == "en":
        return {}
    text = (TRANSLATIONS / f"{language}.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(text)
    return found
