"""Markdown text -> its top-level blocks, each with its own source lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import dedent

from markdown_it import MarkdownIt
from markdown_it.token import Token

ACTIVITY_FENCE = "activity"

_OPENS_ANOTHER = re.compile(r"^ {0,3}(`{3,}|~{3,})\s*activity\b")
_CLOSES = re.compile(r"^ {0,3}(`{3,}|~{3,})\s*$")
_QUOTE_MARK = re.compile(r"^ {0,3}> ?")
_ITEM_MARK = re.compile(r"^\s*(?:\d{1,9}[.)]|[-+*])\s*")
_MOST_REPAIRS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, quote, list, fence or heading. `line` counts from 1; `end` is the line after."""

    kind: str
    line: int
    end: int
    text: str
    level: int = 0
    info: str = ""
    items: tuple[str, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Blocks:
    """The top-level blocks; `unclosed` and `hidden` are lines of activity fences gone wrong."""

    blocks: tuple[Block, ...]
    unclosed: tuple[int, ...] = ()
    hidden: tuple[int, ...] = ()


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable("table")
    # Only the blocks matter. A line of dashes under a paragraph shall not turn it into a heading.
    return markdown.disable(["lheading", "inline"])


_MARKDOWN = _markdown()


def read_blocks(text: str) -> Blocks:
    """The blocks of a text whose line ends are `\\n`.

    An activity fence that is never closed would swallow what follows; it is closed at its first
    empty line, so that everything after it is still read.
    """
    lines = text.split("\n")
    unclosed: list[int] = []
    tokens = _MARKDOWN.parse(text)
    while (broken := _first_unclosed(tokens, lines)) is not None:
        start, end, markup = broken
        blank = next((n for n in range(start + 1, end) if not lines[n].strip()), None)
        unclosed.append(start + 1)
        if blank is None or len(unclosed) > _MOST_REPAIRS:
            break
        lines[blank] = markup
        tokens = _MARKDOWN.parse("\n".join(lines))
    hidden = tuple(
        token.map[0] + 1
        for token in tokens
        if token.type == "fence" and token.level and token.map and info_of(token) == ACTIVITY_FENCE
    )
    return Blocks(tuple(_blocks(tokens, lines)), tuple(unclosed), hidden)


def info_of(token: Token) -> str:
    words = token.info.split()
    return words[0] if words else ""


def _first_unclosed(tokens: Sequence[Token], lines: Sequence[str]) -> tuple[int, int, str] | None:
    for token in tokens:
        if token.type != "fence" or token.level or info_of(token) != ACTIVITY_FENCE:
            continue
        start, end = token.map or (0, 0)
        inside = lines[start + 1 : end]
        if not inside or not _CLOSES.match(inside[-1]) or any(map(_OPENS_ANOTHER.match, inside)):
            return start, end, token.markup
    return None


def _blocks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Block]:
    for index, token in enumerate(tokens):
        if token.level or token.nesting < 0 or token.map is None:
            continue
        start, end = token.map
        kind = token.type.removesuffix("_open")
        text = "\n".join(lines[start:end]).rstrip()
        if kind == "heading":
            text = tokens[index + 1].content
        elif kind == "fence":
            text = token.content
        elif kind == "blockquote":
            text = "\n".join(_QUOTE_MARK.sub("", line) for line in text.split("\n")).strip()
        yield Block(
            kind=kind,
            line=start + 1,
            end=end + 1,
            text=text,
            level=int(token.tag[1]) if kind == "heading" else 0,
            info=info_of(token),
            items=tuple(_items(tokens[index + 1 :], lines)) if kind.endswith("_list") else (),
            ordered=kind == "ordered_list",
        )


def _items(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    """The items of the list whose tokens these are, without their numbers or bullets."""
    for token in tokens:
        if token.level == 0:
            return
        if token.type == "list_item_open" and token.level == 1 and token.map:
            start, end = token.map
            first = _ITEM_MARK.sub("", lines[start])
            rest = dedent("\n".join(lines[start + 1 : end]))
            yield f"{first}\n{rest}".strip()
