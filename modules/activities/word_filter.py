"""A word filter that points a moderator at a text. It decides nothing and deletes nothing.

Every text is read by a person before anyone else sees it, so the filter may be coarse: a kept list
for the workshop's language and for English. It misses much and catches innocent words.
"""

from functools import lru_cache

from glin_profanity import Filter

# The languages whose lists are kept, by the code of the workshop's language.
LISTS = {
    "ar": "arabic", "cs": "czech", "da": "danish", "de": "german", "en": "english",
    "es": "spanish", "fa": "persian", "fi": "finnish", "fr": "french", "hi": "hindi",
    "hu": "hungarian", "it": "italian", "ja": "japanese", "ko": "korean", "nl": "dutch",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ru": "russian", "sv": "swedish",
    "th": "thai", "tr": "turkish", "zh": "chinese",
}  # fmt: skip


def stops_at(text: str, language: str) -> bool:
    """Whether a word of the text is on the list of its language or the English one."""
    return bool(_filter(language[:2]).is_profane(text))


@lru_cache(maxsize=len(LISTS))
def _filter(language: str) -> Filter:
    lists = sorted({LISTS["en"], LISTS.get(language, LISTS["en"])})
    return Filter({"languages": lists})
