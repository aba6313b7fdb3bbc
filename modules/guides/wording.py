"""What a field's mistake is called, in sentences for the person who writes the guide."""

from collections.abc import Mapping, Sequence
from typing import Any

from modules.guides.suggestions import did_you_mean, listed, shown

EXAMPLES = {
    "title": "`title: Start with the mirror`",
    "version": '`version: "1.0"`',
    "updated": "`updated: 2026-03-09`",
    "minutes": "`minutes: 90`",
    "size": "`size: {least: 8, ideal: 16, most: 24}`",
    "purpose": "`purpose: …` in one or two sentences",
    "audience": "`audience: …`, for whom it is",
    "objectives": "`objectives:` and below it one sentence per line behind a dash",
    "id": "`id: why-i-came`, in small letters, digits and hyphens",
    "kind": "`kind: talk`",
    "prompt": "`prompt: …`, what participants read",
    "options": "`options:` and below it one option per line behind a dash",
}
MISPLACED = {
    "minutes": "Put the minutes into the heading instead: `### Title (8 min)`.",
    "title": "Put the title into the heading instead: `### Title (8 min)`.",
    "say": "Write what is said as a block quote above the block: `> Welcome.`",
    "type": "The field is called `kind`.",
    "k": "The field is called `smallest_group`.",
    "debrief": "Write `**Debrief.**` above the block and a list of questions below it.",
    "steps": "Write `**Steps.**` above the block and a numbered list below it.",
    "why": "Write `**Why.** …` as a paragraph above the block.",
    "notes": "Write notes as ordinary paragraphs above the block.",
    "remote": "Write `**Remote.** …` as a paragraph above the block.",
    "hybrid": "Write `**Hybrid.** …` as a paragraph above the block.",
    "paper": "Write `**Paper.** …` as a paragraph above the block.",
    "if_wrong": "Write `**If it goes wrong.** …` as a paragraph above the block.",
}

PATTERNS = {
    "id": "`why-i-came`: small letters, digits and hyphens",
    "language": "`en`",
    "address": "`https://example.org/page`: a whole address, with `https://` or `mailto:`",
}

Words = tuple[str, str]


def words_for(name: str, error: Mapping[str, Any], known: Sequence[str]) -> Words:
    """(what is wrong, what to write instead) for one of pydantic's errors about field `name`."""
    kind, value, context = str(error["type"]), error.get("input"), error.get("ctx", {})
    if kind == "missing":
        last = name.rpartition(".")[2]
        return f"`{name}` is missing.", f"Add {EXAMPLES.get(last, f'`{last}: …`')}."
    if kind == "extra_forbidden":
        return unknown_field(name, known)
    if kind in ("enum", "literal_error"):
        return _not_among(name, value, str(context.get("expected", "")))
    if kind in ("value_error", "unfit"):
        sentence = str(context.get("error", "") or context.get("sentence", ""))
        message = f"`{name}` does not fit." if name else "The fields do not fit together."
        return message, _sentence(sentence)
    for family in (_number_words, _size_words, _type_words):
        if words := family(name, kind, value, context):
            return words
    return f"`{name}` cannot be {shown(value)}.", _sentence(str(error.get("msg", "")))


def unknown_field(name: str, known: Sequence[str], kinds: Sequence[str] = ()) -> Words:
    """`kinds` are the kinds of activity that do have a field of this name."""
    last = name.rpartition(".")[2]
    message = f"There is no field `{name}` here."
    if kinds:
        return message, f"Take it out, or change the kind to {listed(kinds)}."
    if last in MISPLACED:
        return message, MISPLACED[last]
    return message, f"{did_you_mean(last, known)}The fields are {listed(known)}."


def _not_among(name: str, value: object, expected: str) -> Words:
    allowed = [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]
    fix = f"{did_you_mean(str(value), allowed)}It may be {listed(filter(None, allowed))}."
    if name.endswith("[key]"):
        return f"`{name.split('.')[0]}` does not know {shown(value)}.", fix
    return f"`{name}` cannot be {shown(value)}.", fix


def _number_words(name: str, kind: str, value: object, context: Mapping[str, Any]) -> Words | None:
    if kind.startswith("int"):
        return f"`{name}` is not a whole number: {shown(value)}.", f"Write `{name}: 8`."
    if kind.startswith(("float", "decimal", "finite")):
        return f"`{name}` is not a number: {shown(value)}.", f"Write `{name}: 2.5`."
    limits = {
        "greater_than_equal": ("ge", "too small", "or more"),
        "greater_than": ("gt", "too small", "is too little; write more"),
        "less_than_equal": ("le", "too large", "or less"),
        "less_than": ("lt", "too large", "is too much; write less"),
    }
    if kind in limits:
        key, what, words = limits[kind]
        return f"`{name}` is {what}: {shown(value)}.", f"Write a number: {context[key]} {words}."
    return None


def _size_words(name: str, kind: str, value: object, context: Mapping[str, Any]) -> Words | None:
    if kind == "string_too_short":
        return f"`{name}` is empty.", f"Write something behind `{name}:`, or take the line out."
    if kind == "string_too_long":
        length, most = len(str(value)), context.get("max_length")
        return f"`{name}` has {length} characters.", f"Shorten it to {most}."
    if kind == "too_short":
        least = context.get("min_length")
        return f"`{name}` has too few entries.", f"Write at least {least}."
    if kind == "too_long":
        most = context.get("max_length")
        return f"`{name}` has too many entries.", f"Write at most {most}."
    if kind == "string_pattern_mismatch":
        last = name.rpartition(".")[2]
        example = PATTERNS.get(last, "plain text")
        return f"`{name}` cannot be {shown(value)}.", f"Write it like {example}."
    return None


def _type_words(name: str, kind: str, value: object, _: Mapping[str, Any]) -> Words | None:
    if kind.startswith(("date", "datetime")):
        return f"`{name}` is not a date: {shown(value)}.", f"Write `{name}: 2026-03-09`."
    if kind.startswith("bool"):
        return f"`{name}` is neither yes nor no: {shown(value)}.", f"Write `{name}: true`."
    if kind in ("list_type", "tuple_type", "frozen_set_type", "set_type"):
        return f"`{name}` is not a list.", f"Write `{name}: [first, second]`."
    if kind in (
        "dict_type",
        "model_type",
        "model_attributes_type",
        "dataclass_type",
        "mapping_type",
    ):
        return (
            f"`{name}` is not a set of fields.",
            f"Write `{name}:` and its fields indented below.",
        )
    if kind == "string_type" and isinstance(value, dict):
        return (
            f"`{name}` holds a colon, which YAML takes for the end of a field's name.",
            'Put the whole text in quotes: "Yes: always".',
        )
    if kind == "string_type" and value is None:
        return f"`{name}` is empty.", "Write something behind the dash, or take the line out."
    if kind == "string_type":
        return f"`{name}` is not a text.", f"Write one text, not a list: `{name}: …`."
    return None


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith(".") else f"{text[:1].upper()}{text[1:]}."
