"""What a guide's claims rest on: the list in its chapter Sources, or the one at its top."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from modules.domain.guide import Guide

CHAPTER = "sources"


def sources_of(guide: Guide) -> tuple[str, ...]:
    """One source a line, as letters without markup. The chapter tells of all of them."""
    chapter = next((c for c in guide.chapters if c.title.strip().lower() == CHAPTER), None)
    return (_listed(chapter.text) if chapter else ()) or guide.sources


def _listed(text: str) -> tuple[str, ...]:
    """The items of the text's lists, in order, each on one line."""
    items: list[list[str]] = []
    depth = 0
    for token in MarkdownIt("commonmark", {"html": False}).parse(text):
        if token.type == "list_item_open":
            depth += 1
            items.append([])
        elif token.type == "list_item_close":
            depth -= 1
        elif token.type == "inline" and depth:
            items[-1].append(_letters(token))
    return tuple(line for item in items if (line := " ".join(" ".join(item).split())))


def _letters(token: Token) -> str:
    breaks = ("softbreak", "hardbreak")
    return "".join(" " if t.type in breaks else t.content for t in token.children or ())
