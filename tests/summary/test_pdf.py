import io
import re
from collections import Counter
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from modules.domain.picture import Bars, Picture, Row, Terms, Texts
from modules.screens.summary_views import SummarySection
from modules.summary.pdf import pdf
from tests.summary.a_view import WIDE, a_result, a_view, an_item, items, with_texts
from tests.summary.reading import read

UA = b"<pdfuaid:part>1</pdfuaid:part>"
HOSTILE = (
    '#panic() #read("/etc/passwd") #include "x.typ"', "*bold* _it_ `raw` $x^2$ \\ @ref <l>",
    "= Heading - item + item / term: x", "]]} // comment /* */", "https://example.org",
    "--- -- ...", '"quotes" \'single\'', "\\u{41} #sys.inputs",
)  # fmt: skip
SCRIPTS = (
    "Кожен голос важливий",
    "Κάθε φωνή μετράει",
    "每个声音都重要",
    "すべての声",
    "모든 목소리",
)
SHAPED = ("כל קול חשוב", "كل صوت مهم", "हर आवाज़ मायने रखती है", "ทุกเสียงมีค่า", "این خوب است")


def opened(data):
    return PdfReader(io.BytesIO(data))


def letters(text):
    return re.sub(r"[\s\u200b\u202a-\u202e]", "", text)


def structure(data):
    """Every element of the tag tree as (type, element), in reading order."""
    waiting = [opened(data).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0)
        if "/S" in element:
            yield element["/S"], element
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        found = [kid.get_object() for kid in kids]
        waiting[:0] = [kid for kid in found if isinstance(kid, dict)]


def test_the_file_says_what_it_is_and_in_which_language():
    data = pdf(a_view(language="de"))

    root = opened(data).trailer["/Root"]
    assert UA in data
    assert root["/Lang"] == "de"
    assert str(root["/MarkInfo"]["/Marked"]) == "True"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]) == "True"
    assert opened(data).metadata.title == "Start with the mirror"


def test_the_only_date_in_the_file_is_the_workshops():
    data = pdf(a_view())

    meta = opened(data).metadata
    assert str(meta.creation_date) == str(meta.modification_date) == "2026-11-22 00:00:00+00:00"
    assert set(re.findall(rb"20\d\d-\d\d-\d\dT[^<]*", data)) == {b"2026-11-22T00:00:00Z"}


def test_structure_has_headings_lists_tables_with_heads_and_figures():
    tags = Counter(tag for tag, _ in structure(pdf(a_view())))

    wanted = ("/H1", "/H2", "/H3", "/Figure", "/Table", "/THead", "/TH", "/L")
    assert {tag: tags[tag] for tag in wanted} == {
        "/H1": 6, "/H2": 7, "/H3": 2, "/Figure": 4, "/Table": 4, "/THead": 4, "/TH": 22, "/L": 8,
    }  # fmt: skip


def test_every_chart_has_its_sentence_and_every_head_its_column_or_row():
    elements = list(structure(pdf(a_view())))

    pictures = [i.result.picture for i in items() if i.result and i.result.picture]
    charts = [p.sentence for p in pictures if not isinstance(p.chart, Texts)]
    assert [e["/Alt"] for tag, e in elements if tag == "/Figure"] == charts
    assert {e["/A"][0]["/Scope"] for tag, e in elements if tag == "/TH"} == {"/Column", "/Row"}


def test_bookmarks_lead_to_every_section_and_step():
    view = a_view()

    def titles(outline):
        for entry in outline:
            yield from titles(entry) if isinstance(entry, list) else [entry.title]

    found = " ".join(titles(opened(pdf(view)).outline))
    assert [s.title for s in view.sections if s.title not in found] == []
    assert [i.title for s in view.sections for i in s.items if i.title not in found] == []


def test_every_font_is_embedded():
    fonts = [
        font.get_object()
        for page in opened(pdf(with_texts(*SCRIPTS, *SHAPED))).pages
        for font in page["/Resources"]["/Font"].values()
    ]

    descriptors = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert len(fonts) > 5
    assert all("/FontFile2" in d or "/FontFile3" in d for d in descriptors)
    assert all("/ToUnicode" in font for font in fonts)


@pytest.mark.parametrize("text", HOSTILE)
def test_typst_markup_is_shown_as_it_was_typed(text):
    found = read("pdf", pdf(with_texts(text, title=text, purpose=text)))

    assert found.count(text) == 3


@pytest.mark.parametrize("text", SCRIPTS)
def test_scripts_come_out_letter_by_letter(text):
    assert text in read("pdf", pdf(with_texts(text)))


@pytest.mark.parametrize("text", SHAPED)
def test_scripts_that_are_shaped_or_turned_are_read_in_order(text):
    # As Chromium's viewer reads it: pypdf does not put shaped letters back in order. Spaces are
    # guessed from gaps by every reader, so that the letters are compared.
    with pdfium.PdfDocument(pdf(with_texts(text))) as file:
        found = " ".join(page.get_textpage().get_text_bounded() for page in file)

    assert letters(text) in letters(found)


def test_letters_that_no_check_foresaw_leave_everyone_with_a_file(monkeypatch):
    monkeypatch.setattr("modules.summary.typesetting.drawable", lambda text: text)

    data = pdf(with_texts("Tibetan ཀ"))

    assert UA not in data
    assert "Tibetan" in read("pdf", data)


@pytest.mark.parametrize("text", ["हर आवाज़", "👍🏽 👩\u200d👧", "漢\u0301", "كل صوت", "ทุกเสียง"])
def test_charts_are_labelled_in_every_script(text):
    words = Picture(text, Terms(((text, 7), ("usual", 3))))
    rows = (Row(text, (3, 4), (text, "4")), Row("usual", (1, 2), ("1", "2")))
    bars = Picture(text, Bars((text, "two"), rows, 7))
    view = [an_item(a_result(picture=p)) for p in (words, bars)]

    assert UA in pdf(a_view(SummarySection(title="S", items=tuple(view))))


def test_control_and_bidi_characters_are_gone():
    assert "abcdef" in read("pdf", pdf(with_texts("ab\x00c\u202ed\x1bef")))


def test_a_character_without_a_font_is_shown_as_a_box_and_explained():
    found = read("pdf", pdf(with_texts("Tibetan ཀ")))

    assert "Tibetan □" in found
    assert "□ stands for a character that this file cannot draw." in found
    assert "stands for" not in read("pdf", pdf(with_texts("Latin")))


@pytest.mark.parametrize("letter", ["w", "ж", "字", "ب"])
def test_a_word_of_280_letters_is_broken_into_lines(letter):
    positions = []

    def note(text, _ctm, matrix, _font, _size):
        positions.extend([matrix[4]] if letter in text else [])

    for page in opened(pdf(with_texts(letter * 280))).pages:
        page.extract_text(visitor_text=note)
    assert positions
    assert max(positions) < 595 - 60


def test_a_wide_table_keeps_words_whole_and_stays_on_the_page():
    item = an_item(a_result(None, WIDE))

    page, *_ = opened(pdf(a_view(SummarySection(title="S", items=(item,))))).pages
    found = page.extract_text()
    assert found.count("A statement of some length") == 9
    assert "Disagree" in found


@pytest.mark.parametrize(
    "changes",
    [
        {"sections": ()},
        {"sections": (SummarySection(title="Empty", items=()),)},
        {"title": "A very long title " * 11, "guide_title": "x" * 200},
        {"title": "\x00\u202e", "guide_title": "", "group_in_words": "", "purpose": ""},
        {"title": "བོད་སྐད"},
        {"limits": (), "support_contacts": (), "sources": (), "stored": ()},
        {"language": "not a language"},
        {"language": "ar"},
        {"practice": True, "rehearsal": True, "ended": False, "texts_withheld": True},
    ],
)
def test_an_unusual_summary_still_becomes_a_valid_file(changes):
    data = pdf(replace(a_view(), **changes))

    assert UA in data
    assert re.search("22 (November|نوفمبر) 2026", read("pdf", data))


def test_practice_is_said_on_every_page():
    sections = tuple(SummarySection(title=f"Part {n}", items=items()) for n in range(3))
    pages = opened(pdf(a_view(*sections, practice=True))).pages

    assert len(pages) > 2
    assert [p for p in pages if "Practice, not anonymous." not in p.extract_text()] == []
