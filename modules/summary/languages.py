"""Languages as files want them: tags after BCP 47, and the direction in which they are read."""

import re

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_SCRIPTS_FROM_THE_RIGHT = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def language_tag(code: str) -> str:
    """The code as a tag, with script and region where it has them; English where it is none."""
    tag = code.replace("_", "-")
    if not _TAG.fullmatch(tag):
        return "en"
    first, *rest = tag.split("-")
    return "-".join((first.lower(), *map(_in_usual_letters, rest)))


def _in_usual_letters(part: str) -> str:
    """“Hans” for scripts, “BR” for regions."""
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()


def is_right_to_left(tag: str) -> bool:
    """Whether the script that the tag names, or its language's usual one, starts at the right."""
    first, *rest = tag.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in _SCRIPTS_FROM_THE_RIGHT if script else first in RIGHT_TO_LEFT
