"""Cells of a CSV file that no spreadsheet takes for a formula (CWE-1236, OWASP CSV injection)."""

import re

_STARTS_FORMULA = re.compile(r"[\W_]*?[=+\-@＝＋－＠﹢﹣﹦﹫−|%]")
# Where a semicolon, a tab or a line break divides cells, a formula could start after one. The
# minus of a smiley such as ;-) starts none.
_AFTER_DIVIDER = re.compile(r"(?<=[;\t\n|])(?=\s*([=+@＝＋＠﹢﹦﹫]|[-－−﹣](?![)(])))")


def defused(text: str) -> str:
    """The text with an apostrophe before everything that a spreadsheet could run."""
    start = "'" if _STARTS_FORMULA.match(text) else ""
    return start + _AFTER_DIVIDER.sub("'", text)


def cell(value: str | int | float) -> str | int | float:
    """Numbers as they are, texts defused."""
    return defused(value) if isinstance(value, str) else value
