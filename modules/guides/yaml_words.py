"""What YAML cannot read, where, and what to write instead."""

import yaml

FRIENDLY = (
    (
        "mapping values are not allowed",
        "A value holds a colon, which YAML takes for the start of another field.",
        'Put the whole value in quotes: `title: "Part one: begin"`.',
    ),
    (
        "'\\t'",
        "A line is indented with a tab.",
        "Indent with spaces, two for each level.",
    ),
    (
        "could not find expected ':'",
        "A line is not a `name: value`.",
        "Indent text that belongs to the line above, or put a `|` behind the colon there.",
    ),
    (
        "cannot start any token",
        "A value starts with a character that YAML keeps for itself.",
        'Put the whole value in quotes: `prompt: "@home …"`.',
    ),
    (
        "quoted scalar",
        "A quotation mark is opened and never closed.",
        "Close it, or write the text without quotation marks.",
    ),
    (
        "expected <block end>",
        "A line is indented differently from the lines around it.",
        "Line it up with its neighbours; text behind a closing quotation mark also causes this.",
    ),
    (
        "flow",
        "A bracket or a brace is opened and never closed, or a comma is missing.",
        "Write `[first, second]`, or one item per line behind a dash.",
    ),
)


def words_for(error: yaml.YAMLError) -> tuple[str, str]:
    told = str(error)
    for sign, message, fix in FRIENDLY:
        if sign in told:
            return message, fix
    return (
        "This line cannot be read as a field.",
        "Write `name: value`, and put text with special characters in quotes.",
    )


def line_of(error: yaml.YAMLError, text: str, first_line: int) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return first_line + int(mark.line)
    position = getattr(error, "position", 0)
    return first_line + text.count("\n", 0, position)
