"""What every PDF needs: texts made fit for the shipped fonts, Typst run in memory, a small file.

Data goes to Typst as JSON, so nothing anybody typed is ever read as Typst markup.
"""

import io
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

import pikepdf
import typst

from modules.summary.fonts import FAMILIES, SYMBOL_FOR_MISSING, drawable, fonts, in_bold
from modules.summary.languages import is_right_to_left, language_tag
from modules.summary.phrases import phrases_for
from modules.summary.plain import reads_right_to_left, steadied
from modules.summary.tags import name_row_heads

FOLDER = Path(__file__).parent
LOOK = "look.typ"
MISSING = (
    f"{SYMBOL_FOR_MISSING} stands for a character that this file cannot draw. "
    "The other formats hold it."
)
# Typst never breaks inside a word, so a very long one gets invisible places to break at.
_LONG_WORD = re.compile(r"[^\s\u200b]{30}(?=\w)")

Text = dict[str, Any]


def text_of(text: str, *, english: bool = False) -> Text:
    """A text for the template, with its writing direction; `english` in a file of another language.

    `pieces` are there where a part of it has no bold font, and says which: it is drawn bolder.
    """
    broken = _LONG_WORD.sub("\\g<0>\u200b", drawable(steadied(text)))
    found: Text = {"text": broken, "right": reads_right_to_left(text), "english": english}
    pieces = [[part, bold] for part, bold in in_bold(broken)]
    return found if all(bold for _, bold in pieces) else {**found, "pieces": pieces}


def texts_of(texts: Iterable[str], *, english: bool = False) -> list[Text]:
    return [text_of(t, english=english) for t in texts]


def compiled(template: str, data: Mapping[str, Any], timestamp: int) -> bytes:
    """One PDF/UA file from a template of this folder, which reads its data as `data.json`.

    The same data gives the same bytes: `timestamp` is the only time in the file.
    """
    missing = SYMBOL_FOR_MISSING in json.dumps(data, ensure_ascii=False)
    tag = language_tag(data["language"])
    everything = {
        **data,
        **_in_typsts_words(tag),
        "families": FAMILIES,
        "missing": text_of(phrases_for(tag)(MISSING) if missing else ""),
    }
    files = {
        "main": (FOLDER / template).read_bytes(),
        LOOK: (FOLDER / LOOK).read_bytes(),
        "data.json": json.dumps(everything).encode(),
    }
    # Files in memory are documented by Typst's Python package, but missing in its types.
    project = cast(Any, files)
    try:
        made = typst.compile(project, font_paths=fonts(), timestamp=timestamp, pdf_standards="ua-1")
    except typst.TypstError as error:
        if not error.message.startswith("PDF/UA-1 error"):
            raise
        # Letters that no check foresaw: a file that is not quite accessible is better than none.
        made = typst.compile(project, font_paths=fonts(), timestamp=timestamp)
    return _packed(made, tag)


def _in_typsts_words(tag: str) -> dict[str, Any]:
    """What of the language Typst knows: it refuses other tags."""
    language, *parts = tag.split("-")
    regions = [part for part in parts if re.fullmatch(r"[A-Z]{2}", part)]
    return {
        "language": language,
        "region": regions[0] if regions else None,
        "from_the_right": is_right_to_left(tag),
    }


def _packed(made: bytes, tag: str) -> bytes:
    """The same file with its small objects compressed: tags are two fifths of what Typst writes."""
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as file:
        # With the script, which Typst leaves out.
        file.Root.Lang = pikepdf.String(tag)
        name_row_heads(file)
        file.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            # An identifier made of the contents, not of the clock.
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return packed.getvalue()
