"""Where things stand in the PDF: sides, weights, columns, and what a table's cells are heads of."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from modules.domain.picture import Bars, Picture, Row, Stacked, Table
from modules.screens.summary_views import SummarySection
from modules.summary.fonts import in_bold
from modules.summary.pdf import pdf
from tests.summary.a_view import WIDE, a_result, a_view, an_item, with_texts
from tests.summary.test_pdf import opened, structure

PAGE = 595.3
MARGIN = 22 / 25.4 * 72
POINTS = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")


def pieces(data: bytes) -> Iterator[tuple[str, float, float, float, Any]]:
    """Every piece of text of the first page: letters, left, right, bottom, the PDF object."""
    with pdfium.PdfDocument(data) as document:
        page = document[0]
        text = page.get_textpage()
        for shown in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
            left, bottom, right, _ = shown.get_bounds()
            yield text.get_text_bounded(left, bottom, right, bottom + 8), left, right, bottom, shown


def of_table(table: Table, chart=None, **changes) -> bytes:
    item = an_item(a_result(picture=Picture("So it is.", chart, table)))
    return pdf(a_view(SummarySection(title="S", items=(item,)), **changes))


def place(data: bytes, wanted: str) -> tuple[float, float]:
    """Where the words stand on the first page they are on: left and right."""
    with pdfium.PdfDocument(data) as document:
        for page in document:
            search = page.get_textpage().search(wanted)
            if found := search.get_next():
                boxes = [page.get_textpage().get_charbox(found[0] + n) for n in range(found[1])]
                return min(b[0] for b in boxes), max(b[2] for b in boxes)
    raise AssertionError(wanted)


def seen(data: bytes, wanted: str) -> str:
    """The last line of the first page that holds this, as an eye reads it from the left."""
    with pdfium.PdfDocument(data) as document:
        text = document[0].get_textpage()
        places = range(text.count_chars())
        signs = [(text.get_charbox(n), text.get_text_range(n, 1)) for n in places]
        found = text.get_text_range().rindex(wanted)
    base = signs[found][0][1]
    line = sorted((box[0], sign) for box, sign in signs if abs(box[1] - base) < 6 and sign.strip())
    return "".join(sign for _, sign in line)


def test_english_words_in_an_arabic_file_stand_at_the_side_where_it_starts():
    data = pdf(a_view(language="ar"))

    for last in ("others", "learn"):
        assert PAGE - MARGIN - 16 < place(data, last)[1] <= PAGE - MARGIN, last


def test_a_heading_of_a_column_stands_above_its_column():
    table = Table(("Antwort", "Anzahl"), (("Ja", 123456), ("Nein", 654321)))

    for language, side in (("ar", 0), ("de", 1)):
        data = of_table(table, language=language)
        head, cell = place(data, "Anzahl"), place(data, "123456")
        assert head[side] == pytest.approx(cell[side], abs=1.5), language


def test_no_head_sticks_out_of_its_table():
    data = of_table(WIDE, language="ar")

    assert min(place(data, word)[0] for word in ("Middle", "Strongly")) >= MARGIN - 1
    assert place(data, "Strongly")[1] <= PAGE - MARGIN


@pytest.mark.parametrize("language", ["ar", "en"])
def test_pages_are_counted_from_the_left_in_every_language(language):
    data = pdf(a_view(language=language))

    assert seen(data, "/") == f"1/{len(opened(data).pages)}"


def test_charts_of_an_arabic_file_start_at_the_right():
    bars = Bars(("",), (Row("joke", (9.0,), ("9 of 9",)),), 9)
    table = Table(("Answer", "How many"), (("joke", 9),))

    turned = place(of_table(table, bars, language="ar"), "9 of 9")
    usual = place(of_table(table, bars), "9 of 9")
    assert turned[1] == pytest.approx(PAGE - usual[0], abs=2)


@pytest.mark.parametrize(
    ("code", "lang"),
    [("pt-BR", "pt-BR"), ("zh-Hans", "zh-Hans"), ("ckb", "ckb"), ("de_CH", "de-CH"), ("x", "en")],
)
def test_the_language_keeps_script_and_region(code, lang):
    assert opened(pdf(a_view(language=code))).trailer["/Root"]["/Lang"] == lang


def test_a_kurdish_file_starts_at_the_right():
    data = pdf(a_view(language="ckb"))

    assert place(data, "others")[1] > PAGE - MARGIN - 6


@pytest.mark.parametrize(
    "title", ["Кожен голос", "Κάθε φωνή", "كل صوت", "כל קול", "हर आवाज़", "ทุกเสียง"]
)
def test_titles_in_scripts_with_a_bold_font_are_set_in_it(title):
    with pikepdf.open(io.BytesIO(pdf(with_texts("x", title=title)))) as file:
        names = {str(font.BaseFont) for font in file.pages[0].Resources.Font.values()}

    assert [bold for _, bold in in_bold(title)] == [True]
    families = {n.partition("+")[2] for n in names if "Bold" in n and "Atkinson" not in n}
    assert len(families) == 1


@pytest.mark.parametrize(
    "title", ["すべての声", "모든 목소리", "每个声音", "Ամեն ձայն", "ყველა ხმა"]
)
def test_titles_in_other_scripts_are_drawn_bolder(title):
    def outlined(text: str) -> set[int]:
        data = pdf(replace(with_texts("x"), title=text))
        return {
            raw.FPDFTextObj_GetTextRenderMode(shown.raw)
            for letters, _, _, bottom, shown in pieces(data)
            if bottom > 750
        }

    assert [bold for _, bold in in_bold(title.split()[0])] == [False]
    assert raw.FPDF_TEXTRENDERMODE_FILL_STROKE in outlined(title)
    assert raw.FPDF_TEXTRENDERMODE_FILL_STROKE not in outlined("Every voice")


def test_the_first_cell_of_every_row_is_its_head():
    data = of_table(WIDE)

    rows = [e for tag, e in structure(data) if tag == "/TR"]
    kinds = [[cell.get_object()["/S"] for cell in row["/K"]] for row in rows]
    assert kinds == [["/TH"] * 7, *[["/TH", *["/TD"] * 6]] * 9]
    heads = [row["/K"][0].get_object()["/A"] for row in rows[1:]]
    assert [attributes[0]["/Scope"] for attributes in heads] == ["/Row"] * 9
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data


def test_the_names_of_a_scale_stand_on_one_line():
    data = of_table(WIDE, Stacked(POINTS, (Row("It is so.", (1, 2, 3, 4, 5), ()),)))

    with pdfium.PdfDocument(data) as document:
        lines = document[0].get_textpage().get_text_range().splitlines()
    assert any(re.search("A Strongly disagree.*E Strongly agree", line) for line in lines)


def test_long_heads_leave_room_for_what_the_numbers_are_about():
    head = ("Statement", "Nachhaltigkeitsbericht", "Überhaupt nicht einverstanden", "Einverstanden")
    table = Table(head, (("A statement that wants to be read in one line", 1, 2, 3),))

    left, right = place(of_table(table), "A statement that wants")
    assert right - left > 60


def test_a_short_table_stands_beside_its_chart():
    bars = Bars(("",), (Row("make a joke", (9.0,), ("9 of 9",)),), 9)
    data = of_table(Table(("Answer", "How many"), (("make a joke", 9),)), bars)

    assert place(data, "How many")[0] > place(data, "9 of 9")[1]


def test_a_number_behind_a_quotation_of_another_direction_stays_behind_it():
    item = an_item(a_result(picture=Picture("Mentioned most: “الصبر”, 7 times.", None)))
    data = pdf(a_view(SummarySection(title="S", items=(item,))))

    assert seen(data, "Mentioned").endswith(",7times.")
