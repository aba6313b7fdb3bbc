"""Markdown as blocks that a template can set: never as markup of another kind.

A guide may come from a stranger. HTML in it is text; a picture is its description; a link leads
only to the web or to a mail address.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from modules.summary.plain import plain
from modules.summary.typesetting import text_of

Block = dict[str, Any]
Runs = list[dict[str, Any]]

DEEPEST_HEADING = 4
_SAFE_LINK = re.compile(r"(https?://|mailto:)[^\s<>\"]+$", re.IGNORECASE)
_STYLES = {"strong_open": "strong", "em_open": "em"}


def blocks_of(text: str, *, below: int = 1) -> list[Block]:
    """The blocks of a Markdown text whose headings stand below a heading of level `below`."""
    return list(_Reader(_markdown().parse(text), below).blocks())


def runs_of(text: str) -> Runs:
    """One line of Markdown, such as a step: its letters with their emphasis and links."""
    tokens = _markdown().parseInline(text)
    return _runs(tokens[0].children or []) if tokens else []


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class _Reader:
    """Walks the tokens once; what is nested becomes blocks inside a block."""

    def __init__(self, tokens: Sequence[Token], below: int) -> None:
        self.tokens = tokens
        self.at = 0
        self.level = below
        self.below = below

    def blocks(self, until: str = "") -> Iterator[Block]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                return
            block = self._block(token)
            if block is not None:
                yield block

    def _block(self, token: Token) -> Block | None:
        match token.type:
            case "inline":
                runs = _runs(token.children or [])
                return {"kind": "paragraph", "runs": runs} if runs else None
            case "heading_open":
                return self._heading(token)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token)
            case "blockquote_open":
                return {"kind": "quote", "blocks": list(self.blocks("blockquote_close"))}
            case "table_open":
                return self._table()
            case "fence" | "code_block":
                lines = [text_of(plain(line) or " ") for line in token.content.split("\n")]
                return {"kind": "code", "lines": lines[: len(lines) - 1] or lines}
        return None

    def _heading(self, token: Token) -> Block:
        runs = _runs(self.tokens[self.at].children or [])
        self.at += 2
        # A file for screen readers leaves no level out, whatever the guide's author wrote.
        wanted = max(int(token.tag[1]) - 1, self.below + 1)
        self.level = min(wanted, self.level + 1, DEEPEST_HEADING)
        return {"kind": "heading", "level": self.level, "runs": runs}

    def _list(self, token: Token) -> Block:
        ordered = token.type.startswith("ordered")
        closing = token.type.replace("_open", "_close")
        items = []
        while self.tokens[self.at].type != closing:
            self.at += 1
            items.append(list(self.blocks("list_item_close")))
        self.at += 1
        start = int(token.attrs.get("start", 1)) if ordered else 1
        return {"kind": "list", "ordered": ordered, "start": start, "items": items}

    def _table(self) -> Block:
        rows: list[list[Runs]] = []
        while self.tokens[self.at].type != "table_close":
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(_runs(token.children or []))
        self.at += 1
        return {"kind": "table", "head": rows[0], "rows": rows[1:], "widths": _widths(rows)}


def _runs(tokens: Sequence[Token]) -> Runs:
    runs: Runs = []
    style = {"strong": 0, "em": 0}
    link = ""
    for token in tokens:
        if token.type in _STYLES:
            style[_STYLES[token.type]] += 1
        elif token.type.replace("_close", "_open") in _STYLES:
            style[_STYLES[token.type.replace("_close", "_open")]] -= 1
        elif token.type == "link_open":
            href = str(token.attrs.get("href", ""))
            link = href if _SAFE_LINK.match(href) else ""
        elif token.type == "link_close":
            link = ""
        elif said := _said(token):
            runs.append(
                {
                    **text_of(said),
                    "strong": style["strong"] > 0,
                    "em": style["em"] > 0,
                    "code": token.type == "code_inline",
                    "link": link,
                }
            )
    return runs


def _said(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " " if token.type == "softbreak" else "\n"
    # What `plain` strips at both ends belongs between two runs.
    content = token.content
    inner = plain(content)
    before = " " if content[:1].isspace() else ""
    after = " " if content[-1:].isspace() and inner else ""
    return f"{before}{inner}{after}"


def _widths(rows: Sequence[Sequence[Runs]]) -> list[float]:
    """What share of a table's width each column gets: whole words first, then by its text."""
    shares = []
    for column in zip_longest(*rows, fillvalue=[]):
        cells = ["".join(run["text"] for run in cell) for cell in column]
        word = max((len(w) for cell in cells for w in cell.split()), default=1)
        usual = sum(map(len, cells)) / len(cells)
        shares.append(round(max(min(word, 18) + 1, min(usual, 90) * 1.1), 2))
    return shares
