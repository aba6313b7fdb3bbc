"""Markdown from a guide, which may be a stranger's: letters, lists and tables, and nothing more.

Streamlit escapes HTML. Pictures become links, so that nothing is fetched by looking at a guide;
dollar signs, colons and fences stay what they are instead of becoming formulas, icons and diagrams.
"""

import re
from html import escape

import streamlit as st

from modules.domain.guide import TimedStep
from modules.screens.guides import RunLine

_SPECIAL = re.compile(r"(?<!\\)([$]|:(?=[a-z_-]+[:\[/]))", re.IGNORECASE)
# Wherever a line could begin a fence, inside lists and quotes too.
_NAMED_FENCE = re.compile(r"^([ \t>*+\-\d.)]*(?:`{3,}|~{3,}))[ \t]*[^\s`][^\n`]*$", re.MULTILINE)
_INVISIBLE = "\u200b"
_FENCE = re.compile(r"^( {0,3}(?:```|~~~).*?^ {0,3}(?:```|~~~)[ \t]*$)", re.MULTILINE | re.DOTALL)


def show(text: str) -> None:
    st.markdown(harmless(text))


def harmless(text: str) -> str:
    text = _NAMED_FENCE.sub(r"\1text", text.replace("![", f"!{_INVISIBLE}["))
    parts = _FENCE.split(text)
    return "".join(part if at % 2 else _SPECIAL.sub(r"\\\1", part) for at, part in enumerate(parts))


def labelled(label: str, text: str) -> None:
    if text:
        show(f"**{label}.** {text}")


def numbered(steps: tuple[TimedStep, ...]) -> None:
    lines = [
        f"{n}. {step.text}" + (f" ({step.minutes:g} min)" if step.minutes else "")
        for n, step in enumerate(steps, 1)
    ]
    if lines:
        show("**Steps.**\n\n" + "\n".join(lines))


def listed(label: str, items: tuple[str, ...]) -> None:
    if items:
        show(f"**{label}.**\n\n" + "\n".join(f"- {item}" for item in items))


def run_of_show(lines: tuple[RunLine, ...]) -> None:
    """The whole run as one table."""
    head = "".join(f"<th>{h}</th>" for h in ("Start", "Min", "What", "Answers", "Risk", "If short"))
    rows = "".join(
        f"<tr><td>{line.start}</td><td>{line.minutes}</td><td>{escape(line.title)}</td>"
        f"<td>{line.answers}</td><td>{line.risk}</td>"
        f"<td>{'cut first' if line.priority == 'cut first' else ''}</td></tr>"
        for line in lines
    )
    st.html(f'<table class="run"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>')
