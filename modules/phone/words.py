"""The interface's words in the languages it speaks. The English sentence is the key."""

import importlib
import json
import re
from dataclasses import dataclass
from datetime import date
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
# Not `calendar.month_name` itself: it follows the machine's locale.
MONTHS = (
    "",
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_BLANK = re.compile(r"\\\{(\w+)\\\}")
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


@dataclass(frozen=True, slots=True)
class Words:
    """Says a sentence in one language: `t("Join")`, `t("{n} minutes", n=3)`."""

    language: str

    def __call__(self, sentence: str, **values: object) -> str:
        known = sentences(self.language)
        if sentence in known:
            return known[sentence].format(**values) if values else known[sentence]
        return sentence.format(**values) if values else self._filled(sentence)

    def _filled(self, sentence: str) -> str:
        """A sentence that was made elsewhere with its blanks filled in."""
        for pattern, said in fillable(self.language):
            if found := pattern.fullmatch(sentence):
                return said.format(**found.groupdict())
        return sentence

    def date(self, day: date) -> str:
        """The day as people write it, such as “8 April 2026”, kept on one line."""
        said = self(
            "{day} {month} {year}", day=day.day, month=self(MONTHS[day.month]), year=day.year
        )
        return said.replace(" ", "\N{NO-BREAK SPACE}")

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
    for said in sentences_of_kinds().values():
        found.update((sentence, by[language]) for sentence, by in said.items() if language in by)
    return found


def known(sentence: str) -> bool:
    """Whether this is a sentence of the interface, said in every language, and not a guide's."""
    return sentence in sentences("de")


@cache
def fillable(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Sentences with blanks, as patterns of what they say once these are filled, and their words.

    Those that begin with a blank would match almost anything; longer ones say more and go first.
    """
    longest_first = sorted(sentences(language).items(), key=lambda item: -len(item[0]))
    return tuple(
        (re.compile(_BLANK.sub(r"(?P<\1>.+)", re.escape(sentence)), re.DOTALL), said)
        for sentence, said in longest_first
        if "{" in sentence and not sentence.startswith("{")
    )


def sentences_of_kinds() -> dict[str, dict[str, dict[str, str]]]:
    """For each kind of activity that brings a `words.json`: sentence -> language -> words."""
    files = [f for place in kinds_places() for f in sorted(place.glob("*/words.json"))]
    return {file.parent.name: json.loads(file.read_text(encoding="utf-8")) for file in files}


def kinds_places() -> list[Path]:
    """Where the kinds of activities lie. By name, because nothing on the phone may know a kind."""
    return [Path(place) for place in importlib.import_module("modules.activities").__path__]
