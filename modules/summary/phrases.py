"""The files' own words in the languages they are translated into. The English sentence is the key.

What the guide, the facilitator and participants wrote is never translated. Neither are sentences
on numbers, which every screen says in English.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from modules.domain.dates import MONTHS, in_words

TRANSLATIONS = Path(__file__).parent / "translations"
_BLANK = re.compile(r"\\\{(\w+)\\\}")
_FILLED = {"n": r"\d+", "date": rf"\d+ (?:{'|'.join(MONTHS)}) \d+"}
_DATE = re.compile(rf"(\d+) ({'|'.join(MONTHS)}) (\d+)")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Says a phrase in one language: `says("Sources")`, `says("{n} min", n=8)`."""

    language: str

    def __call__(self, phrase: str, **blanks: object) -> str:
        known = _known(self.language)
        if phrase in known or blanks:
            return known.get(phrase, phrase).format(**blanks)
        return self._filled(phrase)

    def _filled(self, phrase: str) -> str:
        """A phrase that was made elsewhere with its blanks filled in."""
        for pattern, said in _patterns(self.language):
            if found := pattern.fullmatch(phrase):
                return said.format(
                    **{
                        k: self._dated(v) if k == "date" else v
                        for k, v in found.groupdict().items()
                    }
                )
        return phrase

    def date(self, day: date) -> str:
        return self._dated(in_words(day))

    def _dated(self, day: str) -> str:
        def said(found: re.Match[str]) -> str:
            number, month, year = found.groups()
            return self("{day} {month} {year}", day=number, month=self(month), year=year)

        return _DATE.sub(said, day)


def phrases_for(tag: str) -> Phrases:
    """Phrases in the tag's language, or in English where nobody has translated them."""
    language = tag.split("-")[0]
    return Phrases(language if (TRANSLATIONS / f"{language}.json").is_file() else "en")


@cache
def _known(language: str) -> dict[str, str]:
    if language == "en":
        return {}
    found: dict[str, str] = json.loads((TRANSLATIONS / f"{language}.json").read_text("utf-8"))
    return found


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Phrases with blanks as patterns of what they say once these are filled; longest first."""

    def blank(found: re.Match[str]) -> str:
        return f"(?P<{found[1]}>{_FILLED.get(found[1].rstrip('0123456789'), '.+')})"

    longest_first = sorted(_known(language).items(), key=lambda item: -len(item[0]))
    return tuple(
        (re.compile(_BLANK.sub(blank, re.escape(phrase)), re.DOTALL), said)
        for phrase, said in longest_first
        # What begins with any words at all would match almost anything.
        if "{" in phrase and not re.match(r"\{(?!n)", phrase)
    )
