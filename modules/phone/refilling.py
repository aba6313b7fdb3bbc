"""Putting what somebody typed back into a form's text fields, for one answer to one phone."""

import re

from markupsafe import escape

from modules.phone.forms import Fields

_TEXT_FIELD = re.compile(
    r'<textarea(?P<area>[^>]*)></textarea>|<input(?P<line>[^>]*\btype="text"[^>]*)>'
)
_OURS = frozenset({"round", "seq", "act", "pad"})
# What stands for somebody's text in a form that supports it.
_HANDLE = re.compile("[0-9a-f]{16,}")
_NAME = re.compile(r'\bname="(?P<name>[^"]+)"')


def refilled(html: str, fields: Fields) -> str:
    """The fragment with typed texts in its empty text fields, in order. Choices stay empty."""
    left = {name: list(values) for name, values in fields.items()}

    def fill(found: re.Match[str]) -> str:
        attributes = found["area"] or found["line"] or ""
        name = _NAME.search(attributes)
        values = left.get(name["name"]) if name else None
        if not values:
            return found[0]
        typed = escape(values.pop(0))
        if found["line"] is None:
            # A newline directly after the tag would be swallowed by the browser.
            return f"<textarea{attributes}>\n{typed}</textarea>"
        return f'<input{attributes} value="{typed}">'

    return _TEXT_FIELD.sub(fill, html)


def typed_texts(fields: Fields) -> tuple[str, ...]:
    """What was typed in words (not tapped): long, or with a space in it."""
    values = (v for name, several in fields.items() if name not in _OURS for v in several)
    return tuple(v for v in values if len(v) > 3 and not _HANDLE.fullmatch(v))
