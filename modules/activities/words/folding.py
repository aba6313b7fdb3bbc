"""When two spellings are the same word."""

import unicodedata


def folded(text: str) -> str:
    """The word without case, accents, spaces and punctuation, or as it is if nothing is left.

    Only accents on Latin, Greek and Cyrillic letters are folded: elsewhere marks are letters.
    """
    kept = []
    base = ""
    for sign in unicodedata.normalize("NFKD", text.casefold()):
        if unicodedata.combining(sign) and _has_accents(base):
            continue
        base = sign
        if unicodedata.category(sign)[0] not in "ZPC":
            kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept)) or text.casefold()


def _has_accents(base: str) -> bool:
    return base != "" and unicodedata.name(base, "").startswith(("LATIN", "GREEK", "CYRILLIC"))
