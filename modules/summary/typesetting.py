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

from modules.summary.fonts import FAMILIES, SYMBOL_FOR_MISSING, drawable, fonts
from modules.summary.plain import reads_right_to_left

FOLDER = Path(__file__).parent
LOOK = "look.typ"
MISSING = (
    f"{SYMBOL_FOR_MISSING} stands for a character that this file cannot draw. "
    "The other formats hold it."
)
# Typst never breaks inside a word, so a very long one gets invisible places to break at.
_LONG_WORD = re.compile(r"[^\s\u200b]{30}(?=\w)")

Text = dict[str, Any]


def text_of(text: str) -> Text:
    """A text for the template, with its writing direction."""
    broken = _LONG_WORD.sub("\\g<0>\u200b", drawable(text))
    return {"text": broken, "right": reads_right_to_left(text)}


def texts_of(texts: Iterable[str]) -> list[Text]:
    return [text_of(t) for t in texts]


def language_of(code: str) -> str:
    """The code as PDF viewers know it; English where it is none."""
    return code[:2] if re.match(r"[a-z]{2}([-_]|$)", code) else "en"


def compiled(template: str, data: Mapping[str, Any], timestamp: int) -> bytes:
    """One PDF/UA file from a template of this folder, which reads its data as `data.json`.

    The same data gives the same bytes: `timestamp` is the only time in the file.
    """
    missing = SYMBOL_FOR_MISSING in json.dumps(data, ensure_ascii=False)
    everything = {
        **data,
        "families": FAMILIES,
        "missing": text_of(MISSING if missing else ""),
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
    return _packed(made)


def _packed(made: bytes) -> bytes:
    """The same file with its small objects compressed: tags are two fifths of what Typst writes."""
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as file:
        file.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            # An identifier made of the contents, not of the clock.
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return packed.getvalue()
