"""The summary as Markdown, for wikis and notes. What people typed stays text, never markup."""

import re
from collections.abc import Iterable, Iterator

from modules.domain.picture import Table
from modules.screens.summary_views import SummaryView
from modules.summary.entries import Entry
from modules.summary.links import Run
from modules.summary.outline import AGREED, KEEP_TALKING, Notes, outline
from modules.summary.phrases import Phrases

# What CommonMark and GitHub read as markup anywhere, and what they read so at the start of a line.
_ANYWHERE = re.compile(r"([\\`*_{}\[\]<>#|~!$&:@])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_ORDINAL = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
# GitHub turns these into links by themselves.
_WWW = re.compile(r"(?i)\b(www)\.")


def markdown(view: SummaryView) -> bytes:
    """CommonMark with tables, in UTF-8."""
    contents = outline(view)
    blocks = [f"# {escaped(contents.title)}"]
    blocks += [f"**{escaped(notice)}**" for notice in contents.notices]
    blocks += [_list(f"{name}: {value}" for name, value in contents.facts)]
    blocks += [escaped(contents.purpose)]
    blocks += [block for notes in contents.first for block in _notes(notes)]
    for part in contents.parts:
        blocks += [f"## {escaped(part.title)}"]
        blocks += [block for entry in part.entries for block in _entry(entry, contents.says)]
    blocks += [block for notes in contents.notes for block in _notes(notes)]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def escaped(text: str) -> str:
    """The text as Markdown shows it unchanged; its line breaks stay line breaks."""
    text = _ANYWHERE.sub(r"\\\1", text)
    text = _ORDINAL.sub(r"\1\\\2", _AT_START.sub(_escape_start, text))
    return _WWW.sub(r"\1\\.", text).replace("\n", "\\\n")


def _escape_start(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return found[0] if mark.isdigit() else f"{space}\\{mark}"


def _entry(entry: Entry, says: Phrases) -> Iterator[str]:
    how = f" ({escaped(entry.how)})" if entry.how else ""
    yield f"### {escaped(entry.title)}{how}"
    yield escaped(entry.prompt)
    yield escaped(entry.notice)
    yield f"**{escaped(entry.sentence)}**" if entry.sentence else ""
    if entry.table:
        yield _table(entry.table)
    for quotes in entry.quotes:
        yield f"#### {escaped(quotes.theme)}" if quotes.theme else ""
        yield _list(quotes.texts)
    for label, said in ((AGREED, entry.agreed), (KEEP_TALKING, entry.question)):
        if said:
            yield f"{says(label)}:"
            yield _list((said,))


def _notes(notes: Notes) -> Iterator[str]:
    yield f"## {escaped(notes.title)}"
    yield "\n".join("- " + "".join(map(_run, runs)).replace("\n", "\n  ") for runs in notes.runs)


def _run(run: Run) -> str:
    return f"[{escaped(run.text)}](<{run.link}>)" if run.link else escaped(run.text)


def _table(table: Table) -> str:
    lines = [table.head, *table.rows]
    rows = ["| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines]
    return "\n".join([rows[0], "|" + " --- |" * len(table.head), *rows[1:]])


def _cell(cell: str | int | float) -> str:
    return escaped(str(cell)).replace("\\\n", " ")


def _list(items: Iterable[str]) -> str:
    return "\n".join("- " + escaped(item).replace("\n", "\n  ") for item in items)
