"""Putting what somebody filled in back into its form, for one answer to one phone."""

import re

from markupsafe import escape

from modules.phone.forms import Fields

_FIELD = re.compile(
    r"<textarea(?P<area>[^>]*)>[^<]*</textarea>"
    r"|<select(?P<list>[^>]*)>(?P<options>.*?)</select>"
    r"|<input(?P<line>[^>]*)>",
    re.DOTALL,
)
_OURS = frozenset({"round", "seq", "act", "pad"})
# What stands for somebody's text in a form that supports it.
_HANDLE = re.compile("[0-9a-f]{16,}")
_ATTRIBUTE = re.compile(r'\b(name|type|value)="([^"]*)"')
_TICKS = ("checkbox", "radio")


def refilled(html: str, fields: Fields, *, wrong: bool = False) -> str:
    """The page with what was sent in the form of its round again; as it was where that is gone.

    What was `wrong` stands in “said”: the field to go on with has the focus and names it.
    """
    round_id = re.escape((fields.get("round") or [""])[-1])
    form = re.compile(rf'<form [^>]*data-round="{round_id}"[^>]*>.*?</form>', re.DOTALL)
    return form.sub(lambda found: _filled(found[0], fields, wrong=wrong), html)


def _filled(form: str, fields: Fields, *, wrong: bool) -> str:
    left = {name: list(values) for name, values in fields.items()}
    form = _FIELD.sub(lambda found: _field(found, left), form)
    return _pointed_at(form, fields) if wrong else form


def _field(found: re.Match[str], left: dict[str, list[str]]) -> str:
    its = _attributes(found)
    sent = left.get(its.get("name", ""), [])
    if its.get("type") in _TICKS:
        tag = found[0].replace(" checked>", ">")
        return tag.replace(">", " checked>") if its.get("value") in sent else tag
    if its.get("type") == "hidden" or not sent:
        return found[0]
    typed = escape(sent.pop(0))
    if found["options"]:
        return found[0].replace(f"<option>{typed}<", f"<option selected>{typed}<")
    if found["line"]:
        return f'<input{found["line"]} value="{typed}">'
    # A newline directly after the tag would be swallowed by the browser.
    return f"<textarea{found['area']}>\n{typed}</textarea>"


def _pointed_at(form: str, fields: Fields) -> str:
    """With the first field that is open, else the first of all, as the one to go on with."""
    asked = [f for f in _FIELD.finditer(form) if _is_asked(_attributes(f))]
    if not asked:
        return form
    at = next((f for f in asked if _is_open(f, fields)), asked[0])
    tag = at[0].replace(">", ' autofocus aria-describedby="said">', 1)
    return form[: at.start()] + tag + form[at.end() :]


def _attributes(found: re.Match[str]) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(found[0].partition(">")[0]))


def _is_asked(its: dict[str, str]) -> bool:
    return "name" in its and its.get("type") != "hidden"


def _is_open(found: re.Match[str], fields: Fields) -> bool:
    """Of lines that all want an answer, whether this one has none. A text may be left out."""
    its = _attributes(found)
    sent = fields.get(its["name"], ())
    if its.get("type") == "number":
        return not all(map(str.isdigit, sent))
    return (found["options"] is not None or its.get("type") in _TICKS) and not any(sent)


def typed_texts(fields: Fields) -> tuple[str, ...]:
    """What was typed in words (not tapped): long, or with a space in it."""
    values = (v for name, several in fields.items() if name not in _OURS for v in several)
    return tuple(v for v in values if len(v) > 3 and not _HANDLE.fullmatch(v))
