"""The nearest thing that somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean ...? ` where something is near, else nothing."""
    near = get_close_matches(word[:60].lower(), list(known), n=1, cutoff=0.6)
    return f"Did you mean `{near[0]}`? " if near else ""


def listed(names: Iterable[str]) -> str:
    """The names as they are written in a guide: `a`, `b`, `c`."""
    return ", ".join(f"`{name}`" for name in names)


def shown(value: object) -> str:
    """Something from a guide, quoted short enough for a sentence."""
    text = " ".join(str(value).split())
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
