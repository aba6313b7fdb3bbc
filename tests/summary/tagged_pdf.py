"""The tags of a PDF with the letters below each: what a screen reader reads, in its order."""

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdf import PdfReader
from pypdfium2 import raw

Letters = dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Tag:
    """One element; `pieces` are the marked letters of it and of all below it."""

    name: str
    kids: tuple["Tag", ...]
    pieces: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def below(self, name: str) -> Iterator["Tag"]:
        for kid in self.kids:
            if kid.name == name:
                yield kid
            yield from kid.below(name)


def tags(data: bytes) -> Tag:
    # pypdf's types do not know what stands at the root of a tagged file.
    reader: Any = PdfReader(io.BytesIO(data))
    pages = {p.indirect_reference.idnum: n for n, p in enumerate(reader.pages)}
    return _tag(reader.trailer["/Root"]["/StructTreeRoot"], 0, pages, _letters(data))


def _tag(found: Any, page: int, pages: dict[int, int], letters: Letters) -> Tag:
    element = found.get_object()
    page = _page_of(element, page, pages)
    below = element.get("/K", [])
    kids: list[Tag] = []
    pieces: list[str] = []
    for kid in below if isinstance(below, list) else [below]:
        marked = kid.get_object()
        if isinstance(marked, int):
            pieces.append(letters.get((page, marked), ""))
        elif marked.get("/Type") == "/MCR":
            pieces.append(letters.get((_page_of(marked, page, pages), marked["/MCID"]), ""))
        elif "/S" in marked:
            kids.append(_tag(kid, page, pages, letters))
            pieces.extend(kids[-1].pieces)
    return Tag(str(element.get("/S", ""))[1:], tuple(kids), tuple(pieces))


def _page_of(element: Any, page: int, pages: dict[int, int]) -> int:
    return pages[element.raw_get("/Pg").idnum] if "/Pg" in element else page


def _letters(data: bytes) -> Letters:
    """By page and mark."""
    found: Letters = {}
    with pdfium.PdfDocument(data) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for shown in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
                mark = (number, raw.FPDFPageObj_GetMarkedContentID(shown.raw))
                found[mark] = found.get(mark, "") + _written(shown, text)
            text.close()
    return found


def _written(shown: Any, text: Any) -> str:
    length = raw.FPDFTextObj_GetText(shown.raw, text.raw, None, 0)
    letters = ctypes.create_string_buffer(length)
    pointer = ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFTextObj_GetText(shown.raw, text.raw, pointer, length)
    # PDFium halves some emoji.
    return letters.raw.decode("utf-16-le", "ignore").rstrip("\0")
