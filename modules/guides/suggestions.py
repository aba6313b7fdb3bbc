"""The nearest thing that somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is nearest, or "" where none is near."""
    near = get_close_matches(word[:60].lower(), list(known), n=1, cutoff=0.6)
    return near[0] if near else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean ...? ` where something is near, else nothing."""
    near = nearest(word, known)
    return f"Did you mean `{near}`? " if near else ""


def listed(names: Iterable[str]) -> str:
    """The names as they are written in a guide: `a`, `b`, `c`."""
    return ", ".join(f"`{name}`" for name in names)


def shown(value: object) -> str:
    """Something from a guide, quoted short enough for a sentence."""
    text = " ".join(str(value).split())
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
